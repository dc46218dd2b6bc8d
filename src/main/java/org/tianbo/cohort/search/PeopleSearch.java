package org.tianbo.cohort.search;

import jakarta.enterprise.context.ApplicationScoped;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Clock;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.Stream;
import org.tianbo.people.StaffVillages;
import org.tianbo.people.StaffVillages.Villages;
import org.tianbo.platform.data.Page;
import org.tianbo.platform.privacy.PhoneNumbers;
import org.tianbo.platform.security.CountyReads;
import org.tianbo.platform.security.CurrentCounty;

/** Finds people among the county's trainees, as far as whoever is signed in sees them. */
@ApplicationScoped
public class PeopleSearch {

    /** Only those of the page are looked at any further. */
    private static final String PERSON =
            """
            select f.person as id, p.name, p.mobile, v.town, v.name as village, f.cohort, c.name as class_name, f.stage,
                f.enrolled_at, f.last_active_at, f.left_at, f.sort_key,
                (select string_agg(n.name, '、' order by n.reading) from mentorships m
                    join people n on n.county = m.county and n.id = m.mentor
                    where m.county = p.county and m.trainee = p.id) as mentors,
                exists (select 1 from cards x where x.county = p.county and x.person = p.id
                    and x.withdrawn_at is null) as card
            from (%s) f
            join people p on p.county = ? and p.id = f.person
            join cohorts c on c.county = p.county and c.id = f.cohort
            left join villages v on v.county = p.county and v.id = p.village
            order by f.sort_key %s, f.person %s
            """;

    private static final String VILLAGES = "select id, town, name from villages where county = ? order by reading, id";

    private static final String CLASSES =
            "select id, name from cohorts where county = ? order by starts_on desc, name limit 500";

    private static final String MENTORS =
            """
            select p.id, p.name from people p
            where p.county = ? and p.id in (select m.mentor from mentorships m where m.county = ?)
            order by p.reading, p.id limit 500
            """;

    private final CountyReads reads;
    private final StaffVillages villages;
    private final PhoneNumbers phones;
    private final CurrentCounty county;
    private final Clock clock;

    PeopleSearch(CountyReads reads, StaffVillages villages, PhoneNumbers phones, CurrentCounty county, Clock clock) {
        this.reads = reads;
        this.villages = villages;
        this.phones = phones;
        this.county = county;
        this.clock = clock;
    }

    /** A village of the county. */
    public record VillageChoice(UUID id, String town, String name) {}

    /** A class or a mentor of the county. */
    public record Choice(UUID id, String name) {}

    /** What of the county people can be filtered by. */
    public record Choices(List<VillageChoice> villages, List<Choice> classes, List<Choice> mentors) {

        public Optional<VillageChoice> village(UUID id) {
            return villages.stream().filter(one -> one.id().equals(id)).findFirst();
        }

        public List<String> towns() {
            return villages.stream().map(VillageChoice::town).distinct().toList();
        }
    }

    /** How many are found. */
    public int count(PeopleFilter filter) {
        Conditions conditions = Conditions.of(filter, county.id(), villages.mine(), phones, clock.instant());
        return reads.rows(conditions.count(), row -> row.getInt(1), conditions.values())
                .get(0);
    }

    /** A page of them. */
    public Page<FoundPerson, ListPlace> page(
            PeopleFilter filter, PeopleOrder order, Optional<ListPlace> after, int size) {
        Instant now = clock.instant();
        Conditions conditions = Conditions.of(filter, county.id(), villages.mine(), phones, now);
        after.ifPresent(conditions::behind);
        return Page.of(
                reads.rows(
                        page(conditions, order, size + 1),
                        row -> FoundPerson.of(
                                row, order, filter.mayCall() ? phones.open(row.getString("mobile")) : "", now),
                        Stream.concat(Stream.of(conditions.values()), Stream.of(county.id()))
                                .toArray()),
                size,
                FoundPerson::place);
    }

    /** The statement; behind the conditions' values it asks for the county. */
    static String page(Conditions conditions, PeopleOrder order, int most) {
        String direction = order.descending() ? "desc" : "";
        return PERSON.formatted(conditions.found(order, most), direction, direction);
    }

    public Choices choices() {
        String id = county.id();
        Villages seen = villages.mine();
        return new Choices(
                reads
                        .rows(
                                VILLAGES,
                                row -> new VillageChoice(
                                        row.getObject("id", UUID.class), row.getString("town"), row.getString("name")),
                                id)
                        .stream()
                        .filter(village -> seen.all() || seen.ids().contains(village.id()))
                        .toList(),
                reads.rows(CLASSES, PeopleSearch::choice, id),
                reads.rows(MENTORS, PeopleSearch::choice, id, id));
    }

    private static Choice choice(ResultSet row) throws SQLException {
        return new Choice(row.getObject("id", UUID.class), row.getString("name"));
    }
}
