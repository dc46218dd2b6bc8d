package org.tianbo.practice.upload;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.not;
import static org.tianbo.practice.Chunks.attemptOf;
import static org.tianbo.practice.Chunks.bytes;
import static org.tianbo.practice.Chunks.finish;
import static org.tianbo.practice.Chunks.put;
import static org.tianbo.practice.Chunks.take;

import io.quarkus.test.common.TestResourceScope;
import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import jakarta.persistence.NoResultException;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.UUID;
import org.assertj.core.api.Assertions;
import org.junit.jupiter.api.Test;
import org.tianbo.platform.jobs.EachCounty;
import org.tianbo.platform.security.CurrentCounty;
import org.tianbo.platform.time.DateTexts;
import org.tianbo.practice.Chunks;
import org.tianbo.practice.Eventually;
import org.tianbo.practice.PracticeConfig;
import org.tianbo.practice.PracticeSettings;
import org.tianbo.practice.attempt.AttemptRepository;
import org.tianbo.practice.attempt.OverdueAttempts;
import org.tianbo.settings.CountySettings;
import org.tianbo.settings.Setting;
import org.tianbo.settings.SettingSince;
import org.tianbo.settings.SettingValues;
import org.tianbo.testsupport.Attempts;
import org.tianbo.testsupport.TianboServices;
import org.tianbo.testsupport.Tokens;

/** What was begun and never finished is announced and then deleted. */
@QuarkusTest
@WithTestResource(value = TianboServices.class, scope = TestResourceScope.GLOBAL)
class UnfinishedSweepIT extends QuotaOfTrainee {

    private static final Duration RETENTION = Duration.ofDays(30);

    @Inject
    UnfinishedSweep sweep;

    @Inject
    UnfinishedSweepJob sweepJob;

    @Inject
    OverdueAttempts overdue;

    @Inject
    AttemptRepository repository;

    @Inject
    PracticeConfig config;

    @Inject
    CurrentCounty current;

    @Test
    void homeAndTheListWarnAWeekBeforeWhatWasBegunIsDeleted() {
        UUID id = attemptOf(LOGIN);
        put(LOGIN, id, 1, 0, bytes("begun")).then().statusCode(201);
        attempts.rest(COUNTY, id, RETENTION.minusDays(8));
        for (String page : List.of("/", "/practice")) {
            page(page).body(not(containsString("what was sent of it is deleted on")));
        }

        attempts.rest(COUNTY, id, Duration.ofDays(3));
        String day = DateTexts.day(keptUntil(id));

        for (String page : List.of("/", "/practice")) {
            page(page).body(containsString("“冻米糖” is not finished; what was sent of it is deleted on " + day));
        }
    }

    @Test
    void whatWasNeverFinishedIsDeletedOnTheDayItsPageNames() {
        UUID id = attemptOf(LOGIN);
        long used = used("bytes");
        put(LOGIN, id, 1, 0, bytes("never finished")).then().statusCode(201);
        assertThat(keptUntil(id)).isCloseTo(clock.instant().plus(RETENTION), Assertions.within(5, ChronoUnit.MINUTES));

        attempts.run(COUNTY, sweepJob, id);
        assertThat(stored.onDisk(COUNTY, id)).isEqualTo(1);
        attempts.rest(COUNTY, id, Duration.ofDays(10));
        attempts.everywhere(sweep::run);
        assertThatThrownBy(() -> attempts.due(COUNTY, UnfinishedSweepJob.NAME, id))
                .as("work for what its county keeps longer")
                .isInstanceOf(NoResultException.class);
        attempts.rest(COUNTY, id, RETENTION.plusDays(1));
        attempts.everywhere(behindAFaultyCounty()::run);
        Eventually.value(() -> Tokens.as(LOGIN).get("/api/attempts/{id}", id).statusCode(), status -> status == 404);

        assertThat(media.sizes(COUNTY + "/attempts/" + id)).isEmpty();
        assertThat(used("bytes")).isEqualTo(used);
        Chunks.make(LOGIN, id, "冻米糖").then().statusCode(201);
    }

    @Test
    void whatFailedIsDeletedAfterAsLongAndThePageSaysSo() {
        UUID id = attemptOf(LOGIN);
        put(LOGIN, id, 1, 0, bytes("this is no video")).then().statusCode(201);
        finish(LOGIN, id, List.of(take(1, 1))).then().statusCode(202);
        Eventually.value(() -> Attempts.state(LOGIN, id), "failed"::equals);

        attempts.rest(COUNTY, id, RETENTION.plusDays(1));
        attempts.run(COUNTY, sweepJob, id);

        assertThat(media.sizes(COUNTY + "/attempts/" + id)).isEmpty();
        Tokens.as(LOGIN)
                .post("/api/attempts/{id}/retry", id)
                .then()
                .statusCode(409)
                .body("code", equalTo("practice.swept"));
    }

    /** A round whose first county has set what cannot be read. */
    private UnfinishedSweep behindAFaultyCounty() {
        CountySettings faulty = new CountySettings() {
            @Override
            public SettingValues of(Setting setting) {
                if (current.id().equals("faulty")) {
                    throw new IllegalStateException("a test");
                }
                return setting.usual();
            }

            @Override
            public List<SettingSince> history(Setting setting) {
                return List.of();
            }
        };
        return new UnfinishedSweep(
                overdue,
                repository,
                config,
                new PracticeSettings(faulty, config),
                new EachCounty(() -> List.of("faulty", COUNTY), current));
    }

    private static Instant keptUntil(UUID id) {
        return Instant.parse(Tokens.as(LOGIN).get("/api/attempts/{id}", id).path("keptUntil"));
    }
}
