package org.tianbo.people.staff;

import jakarta.enterprise.context.ApplicationScoped;
import java.util.Collection;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import org.tianbo.people.StaffVillages.Villages;
import org.tianbo.platform.security.CountyReads;
import org.tianbo.platform.security.CurrentCounty;
import org.tianbo.platform.security.Roles;

/** The table {@code staff_villages}. */
@ApplicationScoped
class StaffVillageTable {

    /** One row at least for whoever is written down as staff, without a village where they were given none. */
    private static final String GIVEN =
            """
            select s.role, s.all_villages, s.ended_at is not null as ended, v.village from staff s
            left join staff_villages v on v.county = s.county and v.person = s.person
            where s.county = ? and s.person = ?
            """;

    private static final String LIVING_THERE =
            "select id from people where county = ? and id = any(?) and village = any(?)";

    private final CountyReads reads;
    private final CurrentCounty county;

    StaffVillageTable(CountyReads reads, CurrentCounty county) {
        this.reads = reads;
        this.county = county;
    }

    /** What an officer has decided about somebody; the village is null where none was given. */
    private record Given(String role, boolean all, boolean ended, UUID village) {}

    /** Of a coordinator; of others, whom no villages are given, all. */
    Villages given(UUID person) {
        List<Given> rows = rows(person);
        return rows.isEmpty() || !rows.get(0).role().equals(Roles.COORDINATOR) ? Villages.ALL : villages(rows);
    }

    /**
     * Of somebody who is signed in as a coordinator. They may have been given another role since, or none: whoever sees
     * the whole county by it may see it now, others see nobody here until they sign in anew. Whoever is not written
     * down yet, as their account was made in Keycloak's console, sees the whole county.
     */
    Villages ofCoordinator(UUID person) {
        List<Given> rows = rows(person);
        if (rows.isEmpty()) {
            return Villages.ALL;
        }
        Given decided = rows.get(0);
        return switch (decided.ended() ? "" : decided.role()) {
            case Roles.COORDINATOR -> villages(rows);
            case Roles.OFFICER, Roles.AUDITOR -> Villages.ALL;
            default -> Villages.only(Set.of());
        };
    }

    private List<Given> rows(UUID person) {
        return reads.rows(
                GIVEN,
                row -> new Given(
                        row.getString("role"),
                        row.getBoolean("all_villages"),
                        row.getBoolean("ended"),
                        row.getObject("village", UUID.class)),
                county.id(),
                person);
    }

    private static Villages villages(List<Given> rows) {
        return rows.get(0).all()
                ? Villages.ALL
                : Villages.only(rows.stream()
                        .map(Given::village)
                        .filter(Objects::nonNull)
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
