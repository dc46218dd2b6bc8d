package org.tianbo.people.roster;

import jakarta.enterprise.context.ApplicationScoped;
import java.security.SecureRandom;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.UUID;
import java.util.function.BiConsumer;
import java.util.function.Consumer;
import java.util.function.Function;
import org.tianbo.people.Rosters.RosterLine;
import org.tianbo.people.account.CardLogin;
import org.tianbo.people.person.PersonRepository;
import org.tianbo.platform.data.Ids;
import org.tianbo.platform.data.Jdbc;
import org.tianbo.platform.data.Slices;
import org.tianbo.platform.privacy.PhoneNumbers;
import org.tianbo.platform.privacy.SealedPhone;
import org.tianbo.platform.search.Spelling;
import org.tianbo.platform.security.CountyReads;
import org.tianbo.platform.security.CountyWrites;
import org.tianbo.platform.security.CurrentCounty;

/**
 * The people of a roster, thousands in one statement, within the caller's transaction. None of them stays in memory:
 * fifty thousand as Hibernate keeps them do not fit into the heap of a replica.
 */
@ApplicationScoped
class RosterPeople {

    /** All that is written of so many fits beside the roster itself. */
    private static final int AT_ONCE = 2_500;

    private static final SecureRandom RANDOM = new SecureRandom();

    private static final SealedPhone PHONE = new SealedPhone();

    private static final String IDS = "select id, id_hash from people where county = ? and id_hash = any(?::text[])";

    private static final String KNOWN =
            """
            select id, id_hash, name, mobile, gender, village, category, note from people
            where county = ? and id_hash = any(?::text[])
            """;

    private static final String LOGINS = "select login from people where county = ? and login = any(?::text[])";

    private static final String BORN =
            """
            update people p set birth_year = one.year
            from unnest(?::uuid[], ?::smallint[]) as one (person, year)
            where p.county = ? and p.id = one.person and p.birth_year is null
            returning p.id
            """;

    private static final String ADD =
            """
            with added as (
                insert into people (county, id, login, name, mobile, id_last4, id_hash, gender, birth_year, village,
                    category, note, created_at, reading, spellings)
                select ?, one.id, one.login, one.name, one.mobile, one.last_4, one.hash, one.gender, one.born,
                    nullif(one.village, '')::uuid, one.category, one.note, ?, one.reading, one.spellings
                from unnest(?::uuid[], ?::text[], ?::text[], ?::text[], ?::text[], ?::text[], ?::text[], ?::smallint[],
                    ?::text[], ?::text[], ?::text[], ?::text[], ?::text[])
                    as one (id, login, name, mobile, last_4, hash, gender, born,
                        village, category, note, reading, spellings)
                returning 1
            ) select count(*) from added
            """;

    private final PersonRepository people;
    private final PhoneNumbers phones;
    private final CountyReads reads;
    private final CountyWrites writes;
    private final CurrentCounty county;

    RosterPeople(
            PersonRepository people,
            PhoneNumbers phones,
            CountyReads reads,
            CountyWrites writes,
            CurrentCounty county) {
        this.people = people;
        this.phones = phones;
        this.reads = reads;
        this.writes = writes;
        this.county = county;
    }

    /** Somebody on a roster whom the county does not know yet. */
    record Newcomer(UUID id, RosterLine line, String login, UUID village) {

        static Newcomer of(RosterLine line, String login, UUID village) {
            return new Newcomer(Ids.next(), line, login, village);
        }
    }

    /** Those of these lines whom the county knows by their identity number: line to person. */
    Map<Integer, UUID> known(List<RosterLine> lines) {
        Map<Integer, UUID> known = new HashMap<>();
        slices(lines, some -> {
            Map<String, UUID> found = byHash(IDS, some, row -> row.getObject("id", UUID.class));
            some.stream()
                    .filter(line -> found.containsKey(line.idHash()))
                    .forEach(line -> known.put(line.line(), found.get(line.idHash())));
        });
        return known;
    }

    /** Compares each of these lines, in their order, with what the county has of the person; passes whom it has not. */
    void compare(List<RosterLine> lines, BiConsumer<RosterLine, KnownPerson> compare) {
        slices(lines, some -> {
            Map<String, KnownPerson> known = byHash(KNOWN, some, RosterPeople::person);
            some.stream()
                    .filter(line -> known.containsKey(line.idHash()))
                    .forEach(line -> compare.accept(line, known.get(line.idHash())));
        });
    }

    /** Those of these names under which somebody of the county signs in already. */
    List<String> takenLogins(Collection<String> logins) {
        List<String> taken = new ArrayList<>();
        Slices.of(logins, AT_ONCE)
                .forEach(some -> taken.addAll(reads.rows(LOGINS, row -> row.getString(1), county.id(), some)));
        return taken;
    }

    /** So many names under which nobody of the county signs in. */
    Set<String> freeLogins(int count) {
        Set<String> drawn = new LinkedHashSet<>();
        while (drawn.size() < count) {
            while (drawn.size() < count) {
                drawn.add(CardLogin.draw(RANDOM));
            }
            takenLogins(drawn).forEach(drawn::remove);
        }
        return drawn;
    }

    /** Writes down when these people were born, where it is not known of them yet. @param born person to year */
    void recordBirthYears(Map<UUID, Integer> born) {
        Slices.of(born.entrySet(), AT_ONCE)
                .forEach(some -> writes.returning(
                        BORN,
                        row -> row.getObject(1, UUID.class),
                        column(some, Map.Entry::getKey),
                        column(some, Map.Entry::getValue),
                        county.id()));
    }

    /** Adds them, each with a login of their own and no account. */
    void add(List<Newcomer> newcomers, Instant now) {
        Slices.of(newcomers, AT_ONCE).forEach(some -> addSlice(some, now));
    }

    private void addSlice(List<Newcomer> some, Instant now) {
        List<RosterLine> lines = some.stream().map(Newcomer::line).toList();
        List<Spelling> spellings =
                lines.stream().map(line -> Spelling.of(line.name())).toList();
        writes.returning(
                ADD,
                row -> row.getInt(1),
                county.id(),
                now,
                column(some, Newcomer::id),
                column(some, Newcomer::login),
                column(lines, RosterLine::name),
                column(lines, line -> phones.seal(line.mobile())),
                column(lines, RosterLine::idLastFour),
                column(lines, RosterLine::idHash),
                column(lines, line -> line.gender().name()),
                column(lines, RosterLine::birthYear),
                column(some, one -> Objects.toString(one.village(), "")),
                column(lines, RosterLine::category),
                column(lines, RosterLine::note),
                column(spellings, Spelling::reading),
                column(spellings, Spelling::spellings));
    }

    /** What is written of people in this transaction and waits in Hibernate is not seen by a statement of ours. */
    private void slices(List<RosterLine> lines, Consumer<List<RosterLine>> work) {
        people.flush();
        Slices.of(lines, AT_ONCE).forEach(work);
    }

    private <T> Map<String, T> byHash(String select, List<RosterLine> lines, Jdbc.Work<ResultSet, T> found) {
        Map<String, T> byHash = new HashMap<>();
        reads.rows(
                select,
                row -> byHash.put(row.getString("id_hash"), found.on(row)),
                county.id(),
                column(lines, RosterLine::idHash));
        return byHash;
    }

    private static KnownPerson person(ResultSet row) throws SQLException {
        return new KnownPerson(
                row.getObject("id", UUID.class),
                row.getString("name"),
                PHONE.convertToEntityAttribute(row.getString("mobile")),
                row.getString("gender"),
                row.getObject("village", UUID.class),
                row.getString("category"),
                row.getString("note"));
    }

    private static <R> List<?> column(Collection<R> rows, Function<? super R, ?> value) {
        return rows.stream().map(value).toList();
    }
}
