package org.tianbo.privacy;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.quarkus.test.common.TestResourceScope;
import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusMock;
import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import java.io.ByteArrayInputStream;
import java.sql.SQLException;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.tianbo.media.Media;
import org.tianbo.media.MediaConfig;
import org.tianbo.media.playback.StoredMedia;
import org.tianbo.media.storage.ObjectStorage;
import org.tianbo.platform.security.CountyReads;
import org.tianbo.platform.security.CurrentCounty;
import org.tianbo.platform.security.Roles;
import org.tianbo.privacy.retention.RetentionJob;
import org.tianbo.testsupport.CountyClock;
import org.tianbo.testsupport.Newcomers;
import org.tianbo.testsupport.OwnCounty;
import org.tianbo.testsupport.TianboServices;
import org.tianbo.testsupport.Tokens;

/**
 * What was shown to open a store, and what is kept of identity numbers, goes when its time is over; the clock moves in
 * that county alone. Needs real tables, of which the application may only append, and stored photos.
 */
@QuarkusTest
@WithTestResource(value = TianboServices.class, scope = TestResourceScope.GLOBAL)
class OldPapersIT {

    private static final String COUNTY = "old-papers";
    private static final String CERTIFICATE = "conformity-promise";
    private static final String AGREEMENT = "agreement";
    private static final String GOODS = "edible-farm-produce";
    private static final int OPEN = 1;
    private static final int CLOSED = 2;
    private static final int PREPARING = 3;

    @Inject
    Newcomers newcomers;

    @Inject
    RetentionJob retention;

    @Inject
    CurrentCounty current;

    @Inject
    CountyReads reads;

    @Inject
    Media media;

    @Inject
    ObjectStorage storage;

    @Inject
    MediaConfig mediaConfig;

    private boolean storageFails;
    private OwnCounty county;
    private CountyClock clock;
    private Instant began;
    private String officer;

    @BeforeEach
    void threeStoresAndTwoClasses() throws SQLException {
        county = OwnCounty.make(COUNTY);
        officer = "old-papers-" + System.nanoTime();
        newcomers.join(COUNTY, officer, Roles.OFFICER);
        clock = new CountyClock(COUNTY, current);
        QuarkusMock.installMockForType(clock, Clock.class);
        began = clock.there();
        county.each(
                "people (id, login, name, id_last4, id_hash, created_at)",
                "{person}, 'papers-' || n, 'name ' || n, '004X', 'hash ' || n, now()",
                1,
                6);
        county.each("stores (id, trainee, path, began_at)", "{person}, {person}, 'own-produce', now()", 1, 3);
        county.row(
                "staff (person, role, all_villages, account, invited_at, version)",
                "'" + OwnCounty.person(4) + "', 'mentor', true, 'READY', now(), 1");
        county.row(
                "staff (person, role, all_villages, account, invited_at, ended_at, version)",
                "'" + OwnCounty.person(5) + "', 'mentor', true, 'READY', now(), now(), 1");
        turn(OPEN, "OPENED", 0);
        turn(CLOSED, "OPENED", 1);
        turn(CLOSED, "CLOSED", 0);
        shown(1, OPEN, CERTIFICATE, 1, true);
        shown(2, OPEN, AGREEMENT, 2, true);
        shown(3, CLOSED, AGREEMENT, 3, true);
        shown(4, PREPARING, CERTIFICATE, 4, false);
        shown(5, CLOSED, CERTIFICATE, 5, true);
        shown(6, CLOSED, GOODS, 5, true);
        shown(7, PREPARING, AGREEMENT, 7, false);
        enrolled(1, -1);
        enrolled(2, 700);
        enrolled(6, -1);
    }

    @AfterEach
    void remove() throws SQLException {
        storageFails = false;
        media.sizes(COUNTY).keySet().forEach(media::delete);
        county.close();
    }

    @Test
    void certificatesGoAfterHalfAYearOtherPapersAndIdentityNumbersAfterThree() {
        nightAfter(5);
        assertThat(emptied()).isEmpty();

        nightAfter(7);
        assertThat(emptied())
                .as("that of a store that never opened too, though nobody looked at it")
                .containsExactly(1, 4, 5);
        assertThat(photos()).as("what another paper shows stays").containsExactly(2, 3, 5, 7);
        assertThat(media.sizes(COUNTY)).containsOnlyKeys(key(2), key(3), key(5), key(7));
        assertThat(known()).containsExactly(1, 2, 3, 4, 5, 6);
        assertThat(Tokens.page(officer, "/stores/" + OwnCounty.person(OPEN)))
                .contains("交来的到期删掉了", "looked at 1")
                .doesNotContain("shown 1<")
                .contains("shown 2<");
        assertThat(Tokens.page(officer, "/stores/" + OwnCounty.person(PREPARING)))
                .as("what is gone unseen is not to be looked at")
                .doesNotContain("/gates/" + CERTIFICATE + "\"");

        nightAfter(37);
        assertThat(emptied()).as("none of a store that sells").containsExactly(1, 3, 4, 5, 6, 7);
        assertThat(photos()).containsExactly(2);
        assertThat(media.sizes(COUNTY)).containsOnlyKeys(key(2));
        assertThat(known())
                .as("who sells, whose class ended less than three years ago, who works here")
                .containsExactly(1, 2, 4);

        nightAfter(38);
        String log = Tokens.page(officer, "/privacy/retention");
        assertThat(log)
                .containsPattern("开店交的农产品合格证<td[^>]*>3<")
                .containsPattern("开店交的其他材料<td[^>]*>3<")
                .containsPattern("身份证号后四位<td[^>]*>3<");
        assertThat(log.split("身份证号后四位<td", -1)).as("noted once").hasSize(2);
        assertThat(Tokens.page(officer, "/county/settings/privacy.retention"))
                .contains("name=\"produce\"", "name=\"sellers\"", "name=\"identity\"", "name=\"unsent\"");
    }

    @Test
    void papersOfAStoreStayWhileAnythingHappensAboutIt() throws SQLException {
        county.row(
                "gate_checks (id, store, rule, rule_version, evidence, confirmed, note, checked_by, checked_at)",
                "gen_random_uuid(), '" + OwnCounty.person(CLOSED) + "', '" + AGREEMENT + "', '1', " + quoted(3)
                        + ", true, '', '" + OwnCounty.person(CLOSED) + "', now() + interval '36 months'");

        nightAfter(37);

        assertThat(emptied()).containsExactly(1, 4, 5, 7);
    }

    @Test
    void onePaperThatCannotBeRemovedStopsNothingElseAndAStoreThatOpensMeanwhileKeepsItsPapers() throws SQLException {
        storageFails = true;
        QuarkusMock.installMockForType(
                new StoredMedia(storage, mediaConfig, Clock.systemUTC()) {
                    @Override
                    public void delete(String key) {
                        if (storageFails && key.equals(key(3))) {
                            opens(PREPARING);
                            throw new IllegalStateException("One photo cannot be removed");
                        }
                        super.delete(key);
                    }
                },
                StoredMedia.class);

        assertThatThrownBy(() -> nightAfter(37)).hasMessage("One photo cannot be removed");

        assertThat(emptied()).contains(1, 5, 6).doesNotContain(2, 3, 7);
        assertThat(photos()).contains(2, 3, 7).doesNotContain(1, 5);
        assertThat(known()).as("the rules that follow are kept to").doesNotContain(5, 6);
        assertThat(Tokens.page(officer, "/privacy/retention"))
                .as("what was removed is noted")
                .containsPattern("开店交的其他材料<td[^>]*>1<");
    }

    private void opens(int store) {
        try {
            turn(store, "OPENED", 0);
        } catch (SQLException failed) {
            throw new IllegalStateException(failed);
        }
    }

    private void nightAfter(int months) {
        clock.moveTo(began.atZone(ZoneOffset.UTC).plusMonths(months).toInstant());
        current.run(COUNTY, () -> retention.run(COUNTY));
    }

    private List<Integer> emptied() {
        return numbers("select right(id::text, 1) from gate_evidence where county = ? and removed_at is not null"
                + " and words = '' and photo = '' order by id");
    }

    private List<Integer> photos() {
        return numbers("select right(id::text, 1) from photos where county = ? order by id");
    }

    /** Those of whom an identity number's end is known. */
    private List<Integer> known() {
        return numbers("select right(id::text, 1) from people where county = ? and id_hash is not null"
                + " and id_last4 is not null order by id");
    }

    private List<Integer> numbers(String select) {
        return current.as(COUNTY, () -> reads.rows(select, row -> Integer.valueOf(row.getString(1)), COUNTY));
    }

    /** @param photo number of the photo; the same one may be shown for several gates */
    private void shown(int number, int store, String rule, int photo, boolean lookedAt) throws SQLException {
        String id = quoted(number);
        String of = "'" + OwnCounty.person(store) + "'";
        if (photo == number) {
            media.store(key(photo), new ByteArrayInputStream(new byte[] {1, 2, 3}), 10);
            county.row(
                    "photos (id, store, object_key, sha256, bytes, width, height, kept_by, kept_at)",
                    id + ", " + of + ", '" + key(photo) + "', repeat('0', 64), 3, 1, 1, " + of + ", now()");
        }
        county.row(
                "gate_evidence (id, store, rule, rule_version, answer, words, link, photo, given_by, given_at)",
                id + ", " + of + ", '" + rule + "', '1', 'SHOWN', 'shown " + number + "', '', " + quoted(photo) + ", "
                        + of + ", now()");
        if (lookedAt) {
            county.row(
                    "gate_checks (id, store, rule, rule_version, evidence, confirmed, note, checked_by, checked_at)",
                    id + ", " + of + ", '" + rule + "', '1', " + id + ", true, 'looked at " + number + "', " + of
                            + ", now()");
        }
    }

    private void turn(int store, String kind, int daysAgo) throws SQLException {
        county.row(
                "store_turns (id, store, kind, on_day, link, note, turned_by, turned_at)",
                "gen_random_uuid(), '" + OwnCounty.person(store) + "', '" + kind + "', current_date, '', '', '"
                        + OwnCounty.person(store) + "', now() - interval '" + daysAgo + " days'");
    }

    /** In a class that ends so many days from now. */
    private void enrolled(int person, int days) throws SQLException {
        String cohort = quoted(person);
        county.row(
                "cohorts (id, name, starts_on, ends_on, opened_at)",
                cohort + ", 'c" + person + "', current_date - 90, current_date + " + days + ", now()");
        county.each(
                "enrolments (id, cohort, trainee, consent, enrolled_at, last_active_at)",
                "gen_random_uuid(), " + cohort + ", {person}, 'paper', now(), now()",
                person,
                person);
    }

    private static String quoted(int number) {
        return "'" + new UUID(0, number) + "'";
    }

    private static String key(int photo) {
        return COUNTY + "/stores/" + photo + ".jpg";
    }
}
