package org.tianbo.people.staff;

import jakarta.enterprise.context.ApplicationScoped;
import java.util.Collection;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import org.tianbo.people.StaffVillages.Villages;
import org.tianbo.platform.security.CountyReads;
import org.tianbo.platform.security.CurrentCounty;

/** The table {@code staff_villages}. */
@ApplicationScoped
class StaffVillageTable {

    /** A row without a village stands for a coordinator who was given none: they see nobody. */
    private static final String GIVEN =
            """
            select v.village from staff s
            left join staff_villages v on v.county = s.county and v.person = s.person
            where s.county = ? and s.person = ? and s.role = 'coordinator' and not s.all_villages
            """;

    private static final String LIVING_THERE =
            "select id from people where county = ? and id = any(?) and village = any(?)";

    private final CountyReads reads;
    private final CurrentCounty county;

    StaffVillageTable(CountyReads reads, CurrentCounty county) {
        this.reads = reads;
        this.county = county;
    }

    Villages given(UUID person) {
        List<UUID[]> rows =
                reads.rows(GIVEN, row -> new UUID[] {row.getObject("village", UUID.class)}, county.id(), person);
        return rows.isEmpty()
                ? Villages.ALL
                : Villages.only(rows.stream()
                        .map(row -> row[0])
                        .filter(village -> village != null)
                        .collect(Collectors.toSet()));
    }

    Set<UUID> livingIn(Villages villages, Collection<UUID> people) {
        return Set.copyOf(reads.rows(
                LIVING_THERE,
                row -> row.getObject("id", UUID.class),
                county.id(),
                people.toArray(UUID[]::new),
                villages.array()));
    }
}
