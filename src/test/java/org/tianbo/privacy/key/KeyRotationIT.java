package org.tianbo.privacy.key;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.quarkus.arc.All;
import io.quarkus.test.common.TestResourceScope;
import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;
import jakarta.enterprise.context.control.ActivateRequestContext;
import jakarta.inject.Inject;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Clock;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Supplier;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.tianbo.people.Counties;
import org.tianbo.people.NewPerson;
import org.tianbo.platform.data.Ids;
import org.tianbo.platform.privacy.PersonalTexts;
import org.tianbo.platform.privacy.PhoneColumns;
import org.tianbo.platform.security.CountyReads;
import org.tianbo.platform.security.CountyWrites;
import org.tianbo.platform.security.CurrentCounty;
import org.tianbo.platform.security.Roles;
import org.tianbo.privacy.PrivacyConfig;
import org.tianbo.testsupport.DatabaseOwner;
import org.tianbo.testsupport.Newcomers;
import org.tianbo.testsupport.TianboServices;

/** The master key is changed under a county of its own, and back; needs the tables and all that is sealed in them. */
@QuarkusTest
@WithTestResource(value = TianboServices.class, scope = TestResourceScope.GLOBAL)
class KeyRotationIT {

    private static final String COUNTY = "key-rotation";
    private static final String NEXT = "another-master-key-of-the-installation";
    private static final String MOBILE = "19900000640";
    private static final String LATE_MOBILE = "19900000641";
    private static final String WORDS = "家里有事，走了";

    @Inject
    Newcomers newcomers;

    @Inject
    Counties counties;

    @Inject
    @All
    List<PhoneColumns> columns;

    @Inject
    PrivacyConfig config;

    @Inject
    CountyReads reads;

    @Inject
    CountyWrites writes;

    @Inject
    CurrentCounty county;

    @Inject
    Clock clock;

    /** What an installation with these settings has. */
    private final class Installation {

        private final MasterKeys keys;
        private final PersonalKeys people;
        private final SealedPhones phones;
        private final KeyRotation rotation;

        Installation(String first, String second) {
            keys = new MasterKeys(first, Optional.ofNullable(second));
            people = new PersonalKeys(reads, writes, county, keys, clock);
            phones = new SealedPhones(keys, county);
            rotation = rotation(new PhoneSealing(columns, phones, reads, writes));
        }

        private KeyRotation rotation(PhoneSealing sealing) {
            return new KeyRotation(keys, people, sealing, reads, writes, county, clock);
        }

        long behind() {
            return county.as(CurrentCounty.ROOT, rotation::behind);
        }

        void rotate() {
            county.run(COUNTY, () -> rotation.run(COUNTY));
        }

        /** Its machine goes off when the keys are through and no number is. */
        void rotateUntilNumbers() {
            KeyRotation stopped = rotation(new PhoneSealing(columns, phones, reads, writes) {
                @Override
                int seal(String id) {
                    throw new IllegalStateException("The machine is off");
                }
            });
            assertThatThrownBy(() -> county.run(COUNTY, () -> stopped.run(COUNTY)))
                    .hasMessageContaining("off");
        }

        String seal(UUID person) {
            return inCounty(() -> people.of(List.of(person)).seal(person, WORDS));
        }

        String words(UUID person, String sealed) {
            return inCounty(() -> people.readable(List.of(person)).open(person, sealed));
        }

        String phone(String stored) {
            return inCounty(() -> phones.open(stored));
        }
    }

    @Test
    @ActivateRequestContext
    void everythingIsReadBeforeAndAfterAndOnlyAfterwardsWithoutTheOldKey() throws SQLException {
        counties.open(COUNTY, "换钥县", "Key rotation");
        UUID person = join("key-rotation-trainee", MOBILE);
        UUID erased = Ids.next();
        Installation today = new Installation(config.masterKey(), null);
        PersonalTexts.Texts texts = inCounty(() -> today.people.of(List.of(person, erased)));
        String sealed = texts.seal(person, WORDS);
        String gone = texts.seal(erased, WORDS);
        inCounty(() -> {
            today.people.destroy(erased);
            return null;
        });
        String before = stored(person);
        Installation between = new Installation(NEXT, config.masterKey());

        assertThat(between.words(person, sealed)).isEqualTo(WORDS);
        assertThat(between.phone(before)).isEqualTo(MOBILE);
        assertThat(inCounty(() -> between.phones.storedAs(MOBILE))).contains(before);
        assertThat(inCounty(() -> between.phones.endingWith("0640")))
                .anyMatch(range -> before.compareTo(range.from()) >= 0 && before.compareTo(range.before()) < 0);
        assertThat(inCounty(() -> between.phones.openIn("电话 " + before))).isEqualTo("电话 " + MOBILE);
        long waiting = county.as(CurrentCounty.ROOT, between.rotation::waiting);

        between.rotate();

        String after = stored(person);
        assertThat(after).isNotEqualTo(before);
        assertThat(county.as(CurrentCounty.ROOT, between.rotation::waiting)).isEqualTo(waiting - 1);
        Installation next = new Installation(NEXT, null);
        assertThat(next.words(person, sealed)).isEqualTo(WORDS);
        assertThat(next.words(erased, gone))
                .as("a destroyed key stays destroyed")
                .isEmpty();
        assertThat(next.phone(after)).isEqualTo(MOBILE);
        assertThatThrownBy(() -> today.words(person, sealed)).hasMessageContaining("master-key");
        assertThat(today.phone(after)).isEmpty();

        between.rotate();
        assertThat(stored(person)).as("what is done is not done again").isEqualTo(after);

        Installation back = new Installation(config.masterKey(), NEXT);
        back.rotate();
        assertThat(county.as(CurrentCounty.ROOT, between.rotation::waiting))
                .as("under the next key it is no more")
                .isEqualTo(waiting);
        assertThat(today.words(person, sealed)).isEqualTo(WORDS);
        assertThat(stored(person)).isEqualTo(before);
    }

    /** A worker stops between keys and numbers, a replica of the first step writes on, and the next run mends both. */
    @Test
    @ActivateRequestContext
    void aStopInBetweenAndReplicasOfTheStepBeforeLoseNothing() throws SQLException {
        counties.open(COUNTY, "换钥县", "Key rotation");
        UUID person = join("key-rotation-stopped", MOBILE);
        Installation first = new Installation(config.masterKey(), NEXT);
        Installation second = new Installation(NEXT, config.masterKey());
        Installation unprepared = new Installation(config.masterKey(), null);
        String sealed = first.seal(person);
        String before = stored(person);
        long waiting = county.as(CurrentCounty.ROOT, second.rotation::waiting);

        second.rotateUntilNumbers();

        assertThat(county.as(CurrentCounty.ROOT, second.rotation::waiting))
                .as("it is not through")
                .isEqualTo(waiting);
        assertThat(stored(person)).isEqualTo(before);
        for (Installation replica : List.of(first, second)) {
            assertThat(replica.words(person, sealed)).isEqualTo(WORDS);
            assertThat(replica.phone(before)).isEqualTo(MOBILE);
            assertThat(replica.seal(person)).as("the person's key is the same").isEqualTo(sealed);
        }
        assertThatThrownBy(() -> unprepared.seal(person))
                .as("who cannot read the key makes no other")
                .hasMessageContaining("master-key");

        long others = second.behind();
        second.rotate();
        assertThat(second.behind())
                .as("what was brought over is looked at once more")
                .isEqualTo(others + 1);
        second.rotate();
        assertThat(second.behind()).isEqualTo(others);
        UUID latecomer = join("key-rotation-late", LATE_MOBILE);
        String number = stored(latecomer);
        second.rotate();
        assertThat(second.behind())
                .as("a replica of the first step wrote a number after the county was through")
                .isEqualTo(others + 1);
        assertThat(stored(latecomer)).isNotEqualTo(number);
        UUID late = Ids.next();
        String words = first.seal(late);
        assertThat(second.words(late, words)).isEqualTo(WORDS);
        second.rotate();
        assertThat(second.behind()).as("or a key").isEqualTo(others + 1);
        assertThat(second.words(late, words)).isEqualTo(WORDS);
        assertThat(second.phone(number)).isEqualTo(LATE_MOBILE);
        assertThat(first.phone(stored(person))).isEqualTo(MOBILE);

        second.rotate();

        assertThat(second.behind()).isEqualTo(others);
        Installation third = new Installation(NEXT, null);
        assertThat(third.words(late, words)).isEqualTo(WORDS);
        assertThat(third.words(person, sealed)).isEqualTo(WORDS);
        assertThat(third.phone(stored(latecomer))).isEqualTo(LATE_MOBILE);
        assertThat(unprepared.phone(stored(latecomer)))
                .as("shown as none, and kept")
                .isEmpty();

        first.rotate();
        assertThat(stored(person)).as("and all the way back").isEqualTo(before);
        assertThat(unprepared.words(late, words)).isEqualTo(WORDS);
    }

    @Test
    @ActivateRequestContext
    void theKeysOfAWholeRosterAreMadeByOneStatement() throws SQLException {
        counties.open(COUNTY, "换钥县", "Key rotation");
        Installation today = new Installation(config.masterKey(), null);
        UUID known = Ids.next();
        String sealed = today.seal(known);
        List<UUID> roster = Stream.iterate(known, any -> Ids.next()).limit(30).toList();

        PersonalTexts.Texts texts = inCounty(() -> today.people.of(roster));

        assertThat(texts.seal(known, WORDS)).isEqualTo(sealed);
        assertThat(today.words(roster.get(7), texts.seal(roster.get(7), WORDS))).isEqualTo(WORDS);
        String people = roster.toString().replaceAll("[\\[\\] ]", "");
        assertThat(one("select count(*) || '/' || count(distinct xmin::text || '.' || cmin::text)"
                        + " from personal_keys where person = any ('{" + people + "}')"))
                .as("the one that was there, and all others at once")
                .isEqualTo("30/2");
    }

    @Test
    void withoutASecondKeyNothingIsDone() {
        Installation today = new Installation(config.masterKey(), config.masterKey());

        today.rotate();

        assertThat(today.keys.second()).isEmpty();
        assertThat(PhoneSealingSchedule.job(today.keys)).isEqualTo(PhoneSealing.NAME);
        assertThat(PhoneSealingSchedule.job(new MasterKeys(NEXT, Optional.of(" "))))
                .isEqualTo(PhoneSealing.NAME);
        assertThat(PhoneSealingSchedule.job(new MasterKeys(NEXT, Optional.of(config.masterKey()))))
                .isEqualTo(KeyRotation.NAME);
    }

    private UUID join(String login, String mobile) {
        return newcomers.join(
                COUNTY, new NewPerson(login, "赵钥", mobile, null, null, null, null, null, "", null), Roles.TRAINEE);
    }

    private <T> T inCounty(Supplier<T> work) {
        return county.as(COUNTY, work);
    }

    private static String stored(UUID person) throws SQLException {
        return one("select mobile from people where id = '" + person + "'");
    }

    private static String one(String query) throws SQLException {
        try (Connection owner = DatabaseOwner.connection();
                Statement statement = owner.createStatement()) {
            statement.execute("set tianbo.county = '*'");
            try (ResultSet row = statement.executeQuery(query)) {
                row.next();
                return row.getString(1);
            }
        }
    }
}
