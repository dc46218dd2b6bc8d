package org.tianbo.privacy;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.quarkus.narayana.jta.QuarkusTransaction;
import io.quarkus.test.common.TestResourceScope;
import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusMock;
import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import java.io.ByteArrayInputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.SQLException;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.tianbo.media.Media;
import org.tianbo.media.MediaConfig;
import org.tianbo.media.playback.StoredMedia;
import org.tianbo.media.storage.ObjectStorage;
import org.tianbo.platform.security.CountyReads;
import org.tianbo.platform.security.CurrentCounty;
import org.tianbo.platform.security.Roles;
import org.tianbo.privacy.retention.RetentionJob;
import org.tianbo.store.opening.PhonePhoto;
import org.tianbo.store.photo.Photos;
import org.tianbo.testsupport.CountyClock;
import org.tianbo.testsupport.Newcomers;
import org.tianbo.testsupport.OwnCounty;
import org.tianbo.testsupport.TianboServices;
import org.tianbo.testsupport.Tokens;

/** Photos that nothing refers to go after their time, and no others. Needs the application. */
@QuarkusTest
@WithTestResource(value = TianboServices.class, scope = TestResourceScope.GLOBAL)
class UnsentPhotosIT {

    private static final String COUNTY = "unsent-photos";

    private static final String READ =
            """
            select seq_tup_read + coalesce(idx_tup_fetch, 0) from pg_stat_xact_user_tables
            where relname = 'photos' and ? <> ''
            """;

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
    Photos photos;

    @Inject
    ObjectStorage storage;

    @Inject
    MediaConfig mediaConfig;

    private OwnCounty county;
    private CountyClock clock;
    private Instant began;
    private String officer;

    /** One photo about a store and one about its trainee that nothing refers to, and one for each way to be used. */
    @BeforeEach
    void sixPhotos() throws SQLException {
        county = OwnCounty.make(COUNTY);
        officer = "unsent-photos-" + System.nanoTime();
        newcomers.join(COUNTY, officer, Roles.OFFICER);
        clock = new CountyClock(COUNTY, current);
        QuarkusMock.installMockForType(clock, Clock.class);
        began = clock.there();
        county.row("people (id, login, name, created_at)", "{person}, 'unsent-1', 'name', now()");
        county.row("stores (id, trainee, path, began_at)", "{person}, {person}, 'own-produce', now()");
        photo(1, "store");
        photo(2, "trainee");
        photo(3, "store");
        photo(4, "store");
        photo(5, "trainee");
        photo(6, "trainee");
        county.row(
                "gate_evidence (id, store, rule, rule_version, answer, words, link, photo, given_by, given_at)",
                "{person}, {person}, 'agreement', '1', 'SHOWN', '', '', " + id(3) + ", {person}, now()");
        county.row(
                "store_turns (id, store, kind, on_day, link, note, turned_by, turned_at, photo)",
                "{person}, {person}, 'OPENED', current_date, '', '', {person}, now(), " + id(4));
        county.row("follow_up_photos (visit, photo, sha256, received_at)", "{person}, " + id(5) + ", 'digest', now()");
        county.row(
                "session_photos (session, photo, sha256, received_at, added_by)",
                "{person}, " + id(6) + ", 'digest', now(), {person}");
    }

    @AfterEach
    void remove() throws SQLException {
        media.sizes(COUNTY).keySet().forEach(media::delete);
        county.close();
    }

    @Test
    void whatNothingRefersToGoesAfterThreeMonthsAndTheLogSaysHowMuch() {
        nightAfter(2);
        assertThat(photos()).containsExactly(1, 2, 3, 4, 5, 6);

        nightAfter(4);
        assertThat(photos()).containsExactly(3, 4, 5, 6);
        assertThat(media.sizes(COUNTY)).containsOnlyKeys(key(3), key(4), key(5), key(6));
        assertThat(numbers("select photos from storage_usage where county = ?"))
                .as("what was given is counted anew")
                .containsExactly(4);

        nightAfter(30);
        assertThat(photos()).as("what is used stays").containsExactly(3, 4, 5, 6);
        String log = Tokens.page(officer, "/privacy/retention");
        assertThat(log).containsPattern("传上来没用上的照片<td[^>]*>2<");
        assertThat(log.split("传上来没用上的照片<td", -1)).as("noted once").hasSize(2);
    }

    /** However many are left over: an old county has thousands on its first night. */
    @Test
    void whoRemovesOneLooksAtThatOneAlone() throws SQLException {
        county.each(
                "photos (id, trainee, object_key, sha256, bytes, width, height, kept_by, kept_at)",
                "{person}, {person}, '" + COUNTY + "/photos/' || n || '.jpg', repeat('0', 64), 3, 1, 1, {person},"
                        + " now() - interval '1 year'",
                100,
                3_000);
        county.execute("analyze photos");

        long read = current.as(COUNTY, () -> QuarkusTransaction.requiringNew().call(() -> {
            Object[] one = {COUNTY, OwnCounty.person(100), began};
            reads.rows("select * from hold_unsent_photo(?, ?, ?)", row -> row.getString(1), one);
            reads.rows("select remove_unsent_photo(?, ?, ?)", row -> 1, one);
            return reads.rows(READ, row -> row.getLong(1), COUNTY).get(0);
        }));

        assertThat(read).as("of some 2,900 rows").isBetween(1L, 100L);
        assertThat(numbers("select count(*)::text from photos where county = ?"))
                .containsExactly(6 + 2_900);
    }

    @Test
    void howeverManyCannotBeRemovedTheOthersAre() throws SQLException {
        county.each(
                "photos (id, trainee, object_key, sha256, bytes, width, height, kept_by, kept_at)",
                "{person}, {person}, '" + COUNTY + "/broken/' || n, repeat('0', 64), 3, 1, 1, {person}, now()",
                100,
                299);
        photo(300, "trainee");
        QuarkusMock.installMockForType(
                new StoredMedia(storage, mediaConfig, Clock.systemUTC()) {
                    @Override
                    public void delete(String key) {
                        if (key.startsWith(COUNTY + "/broken/")) {
                            throw new IllegalStateException("One photo cannot be removed");
                        }
                        super.delete(key);
                    }
                },
                StoredMedia.class);

        assertThatThrownBy(() -> nightAfter(4)).hasMessage("One photo cannot be removed");

        assertThat(media.sizes(COUNTY)).containsOnlyKeys(key(3), key(4), key(5), key(6));
        assertThat(numbers("select count(*)::text from photos where county = ?"))
                .containsExactly(4 + 200);
    }

    @Test
    void whatIsSentAgainIsAsOldAsItWasSentLastAndWholeAgain(@TempDir Path folder) throws Exception {
        Path file = Files.write(folder.resolve("photo.png"), PhonePhoto.png(640, 480));
        UUID sent = sends(file);
        String key = COUNTY + "/stores/" + OwnCounty.person(1) + "/" + sent + ".jpg";

        clock.moveTo(began.plus(Duration.ofDays(60)));
        assertThat(sends(file)).isEqualTo(sent);
        nightAfter(4);
        assertThat(media.sizes(COUNTY)).as("sent two months ago").containsKey(key);
        assertThat(numbers("select photos from storage_usage where county = ?")).containsExactly(5);

        media.delete(key);
        assertThat(sends(file)).isEqualTo(sent);
        assertThat(media.sizes(COUNTY)).as("half removed before").containsKey(key);
        county.row(
                "gate_evidence (id, store, rule, rule_version, answer, words, link, photo, given_by, given_at)",
                "gen_random_uuid(), {person}, 'agreement', '1', 'SHOWN', '', '', '" + sent + "', {person}, now()");
        Instant given = givenAt(sent);
        clock.moveTo(began.plus(Duration.ofDays(200)));
        assertThat(sends(file)).isEqualTo(sent);
        assertThat(givenAt(sent)).as("what proves something is as old as it is").isEqualTo(given);
        nightAfter(30);
        assertThat(media.sizes(COUNTY)).containsKey(key);
    }

    private UUID sends(Path file) {
        return current.as(COUNTY, () -> photos.store(OwnCounty.person(1), file, OwnCounty.person(1)));
    }

    private Instant givenAt(UUID photo) {
        return current.as(COUNTY, () -> reads.rows(
                        "select kept_at from photos where county = ? and id = ?",
                        row -> row.getTimestamp(1).toInstant(),
                        COUNTY,
                        photo)
                .get(0));
    }

    private void photo(int number, String about) throws SQLException {
        media.store(key(number), new ByteArrayInputStream(new byte[] {1, 2, 3}), 10);
        county.row(
                "photos (id, " + about + ", object_key, sha256, bytes, width, height, kept_by, kept_at)",
                id(number) + ", {person}, '" + key(number) + "', repeat('0', 64), 3, 1, 1, {person}, now()");
    }

    private void nightAfter(int months) {
        clock.moveTo(began.atZone(ZoneOffset.UTC).plusMonths(months).toInstant());
        current.run(COUNTY, () -> retention.run(COUNTY));
    }

    private List<Integer> photos() {
        return numbers("select right(id::text, 1) from photos where county = ? order by id");
    }

    private List<Integer> numbers(String select) {
        return current.as(COUNTY, () -> reads.rows(select, row -> Integer.valueOf(row.getString(1)), COUNTY));
    }

    private static String id(int number) {
        return "'" + new UUID(0, number) + "'";
    }

    private static String key(int number) {
        return COUNTY + "/photos/" + number + ".jpg";
    }
}
