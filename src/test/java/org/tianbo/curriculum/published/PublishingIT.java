package org.tianbo.curriculum.published;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.quarkus.narayana.jta.QuarkusTransaction;
import io.quarkus.test.common.TestResourceScope;
import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import javax.sql.DataSource;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.tianbo.curriculum.Curriculum;
import org.tianbo.curriculum.Gate;
import org.tianbo.curriculum.LessonView;
import org.tianbo.curriculum.content.ContentReader;
import org.tianbo.curriculum.content.PackedContent;
import org.tianbo.platform.error.NotFound;
import org.tianbo.testsupport.TianboServices;

@QuarkusTest
@WithTestResource(value = TianboServices.class, scope = TestResourceScope.GLOBAL)
class PublishingIT {

    private static final Path CONTENT = Path.of("content");
    private static final String SLUG = "first-sentence";
    private static final String LESSON = "courses/04-speaking-to-camera/01-first-sentence/lesson.en.md";

    @Inject
    Publishing publishing;

    @Inject
    Curriculum curriculum;

    @Inject
    ContentVersions versions;

    @Inject
    ContentCache shelves;

    @Inject
    Clock clock;

    @Inject
    DataSource database;

    @TempDir
    Path folder;

    private boolean touched;

    /** The application began with it. */
    @AfterEach
    void whatWeShipIsCurrentAgain() {
        if (touched) {
            publishing.publish(CONTENT);
        }
    }

    @Test
    void publishingAgainChangesNothing() {
        String edition = versions.edition();

        assertThat(publishing.publish(CONTENT)).isZero();
        assertThat(versions.edition()).isEqualTo(edition);
    }

    @Test
    void aChangedLessonIsANewVersionAndTheOldOneStaysReadable() throws IOException {
        LessonView before = curriculum.lesson("first-sentence");
        String rubric = curriculum.rubric().version();

        assertThat(publishing.publish(changed("Nine seconds.", "Eight seconds.")))
                .isOne();

        LessonView after = curriculum.lesson("first-sentence");
        assertThat(after.version()).isNotEqualTo(before.version());
        assertThat(after.html(Locale.ENGLISH)).contains("Eight seconds.");
        assertThat(curriculum.lesson("first-sentence", before.version())).isEqualTo(before);
        assertThat(curriculum.knows("first-sentence", before.version())).isTrue();
        assertThat(curriculum.rubric().version()).isEqualTo(rubric);
    }

    @Test
    void aLessonThatIsShortenedKeepsTheMinutesOfItsLongestVersion() throws IOException {
        int before = curriculum.longest(List.of(SLUG)).get(SLUG);
        Path shorter = changed("Nine seconds.", "Nine seconds.");
        Path chinese = shorter.resolve(LESSON.replace(".en.", ".zh."));
        Files.writeString(chinese, Files.readString(chinese).replace("minutes: 5", "minutes: 4"));

        publishing.publish(shorter);

        assertThat(curriculum.lesson(SLUG).minutes()).isEqualTo(4);
        assertThat(curriculum.longest(List.of(SLUG, "how-to-fly"))).isEqualTo(Map.of(SLUG, before));
    }

    @Test
    void aBrokenFolderLeavesEverythingAsItWas() throws IOException {
        String edition = versions.edition();
        Path broken = changed("Nine seconds.", "<script>alert(9)</script>");

        assertThatThrownBy(() -> publishing.publish(broken))
                .isInstanceOf(BrokenContent.class)
                .hasMessageContaining(LESSON + ":43: raw HTML is not allowed");
        assertThat(versions.edition()).isEqualTo(edition);
    }

    @Test
    void whatWasNeverPublishedIsMissing() {
        assertThat(curriculum.knows("first-sentence", "0123456789abcdef")).isFalse();
        assertThatThrownBy(() -> curriculum.lesson("first-sentence", "0123456789abcdef"))
                .isInstanceOf(NotFound.class);
        assertThatThrownBy(() -> curriculum.lesson("how-to-fly")).isInstanceOf(NotFound.class);
    }

    @Test
    void theOwnProducePathHasItsGatesInOrder() {
        assertThat(curriculum.gates("own-produce"))
                .extracting(Gate::rule)
                .containsExactly(
                        "own-produce-exempt",
                        "agreement",
                        "edible-farm-produce",
                        "seller-on-page",
                        "seller-shown-on-air",
                        "conformity-promise",
                        "fresh-returns");
    }

    @Test
    void readingInsideATransactionThatRollsBackIsHarmless() {
        QuarkusTransaction.begin();
        QuarkusTransaction.setRollbackOnly();
        assertThat(curriculum.knows("first-sentence", "fedcba9876543210")).isFalse();
        QuarkusTransaction.rollback();
    }

    @Test
    void nobodyCanChangeWhatIsPublished() {
        assertThatThrownBy(() -> execute("update content_versions set body = '{}'"))
                .hasMessageContaining("permission denied");
        assertThatThrownBy(() -> execute("delete from content_versions")).hasMessageContaining("permission denied");
    }

    @Test
    void whatAnotherInstancePublishesIsNamedByAnotherEdition() throws SQLException {
        touched = true;
        String before = versions.edition();
        execute("delete from content_current where kind = 'CHECKLIST'");

        assertThat(versions.edition()).isNotEqualTo(before);
        assertThat(versions.current().edition()).isEqualTo(versions.edition());
    }

    @Test
    void anOldPodThatStartsAgainDoesNotTakeTheCountyBack() throws IOException {
        PackedContent old = PackedContent.read();
        PackedContent anew = packed(clock.instant().truncatedTo(ChronoUnit.MILLIS), "Nine seconds.", "Seven seconds.");
        Publishing newPod = pod(Optional.empty());
        Publishing oldPod = pod(Optional.empty());

        newPod.offer(anew);
        assertThat(shelves.current().edition()).isEqualTo(versions.edition());
        String newest = versions.edition();
        oldPod.offer(old);

        assertThat(versions.edition()).isEqualTo(newest);
        assertThat(curriculum.lesson("first-sentence").html(Locale.ENGLISH)).contains("Seven seconds.");
        newPod.offer(anew);
        assertThat(versions.edition()).isEqualTo(newest);
    }

    @Test
    void anOperatorWhoNamesItsEditionGetsTheEarlierContentAndTheNewerPodLetsItBe() throws IOException {
        String shipped = versions.edition();
        PackedContent old = PackedContent.read();
        PackedContent anew = packed(clock.instant().truncatedTo(ChronoUnit.MILLIS), "Nine seconds.", "Six seconds.");
        pod(Optional.empty()).offer(anew);

        pod(Optional.of(shipped)).offer(old);
        pod(Optional.empty()).offer(anew);

        assertThat(versions.edition()).isEqualTo(shipped);
    }

    /** An application of its own on the same database, as far as publishing goes. */
    private Publishing pod(Optional<String> goBackTo) {
        CurriculumConfig config = new CurriculumConfig() {

            @Override
            public Optional<Path> content() {
                return Optional.empty();
            }

            @Override
            public Optional<String> goBackTo() {
                return goBackTo;
            }

            @Override
            public Duration recheck() {
                return Duration.ofMinutes(1);
            }
        };
        return new Publishing(versions, shelves, config, clock);
    }

    private PackedContent packed(Instant at, String old, String anew) throws IOException {
        return new PackedContent(at, ContentReader.read(changed(old, anew)).documents());
    }

    private Path changed(String old, String anew) throws IOException {
        touched = true;
        Path copy = folder.resolve("content");
        try (Stream<Path> files = Files.walk(CONTENT)) {
            for (Path file : files.toList()) {
                Files.copy(file, copy.resolve(CONTENT.relativize(file).toString()));
            }
        }
        Path lesson = copy.resolve(LESSON);
        Files.writeString(lesson, Files.readString(lesson).replace(old, anew));
        return copy;
    }

    private void execute(String sql) throws SQLException {
        try (Connection connection = database.getConnection();
                Statement statement = connection.createStatement()) {
            statement.execute(sql);
            try (ResultSet result = statement.getResultSet()) {
                assertThat(result).isNull();
            }
        }
    }
}
