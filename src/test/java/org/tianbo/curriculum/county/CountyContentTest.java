package org.tianbo.curriculum.county;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.tianbo.curriculum.document.Document;
import org.tianbo.curriculum.document.DocumentKind;
import org.tianbo.platform.security.CurrentCounty;

/** How often the database is asked what a county teaches, and what is shown while it does not answer. */
class CountyContentTest {

    private final Table table = new Table();
    private final Watch watch = new Watch();
    private final CurrentCounty county = new CurrentCounty();
    private final CountyContent content = new CountyContent(table, county, watch);

    @Test
    void withoutNewsNoLessonIsReadAgain() {
        table.publish("first");
        assertThat(shown()).containsExactly("first");
        watch.pass(11);
        assertThat(shown()).containsExactly("first");

        assertThat(table.asked).isEqualTo(2);
        assertThat(table.read).isOne();
    }

    @Test
    void withinTenSecondsNothingIsAsked() {
        shown();
        watch.pass(9);
        shown();

        assertThat(table.asked).isOne();
        assertThat(table.read).as("of a county that never published").isZero();
    }

    @Test
    void whatIsPublishedHereIsShownAtOnceAndElsewhereSoonAfter() {
        shown();
        table.publish("first");
        content.forget(new ContentChanged("tea-county"));
        assertThat(shown()).containsExactly("first");
        table.publish("second");
        assertThat(shown()).containsExactly("first");
        watch.pass(11);
        assertThat(shown()).containsExactly("first", "second");
    }

    @Test
    void aDatabaseThatDoesNotAnswerTakesNothingAway() {
        table.publish("first");
        shown();
        table.broken = true;
        watch.pass(11);
        assertThat(shown()).containsExactly("first");
        table.broken = false;
        table.publish("second");
        watch.pass(11);
        assertThat(shown()).containsExactly("first", "second");
    }

    @Test
    void aDatabaseThatNeverAnsweredLeavesWhatIsShipped() {
        table.broken = true;

        assertThat(shown()).isEmpty();
        assertThat(county.as("tea-county", content::current).ever()).isTrue();
    }

    @Test
    void aCourseTeachesItsLessonsInTheOrderTheyWerePutInAndNewOnesBehind() {
        table.lesson("our-one", 1);
        table.lesson("our-two", 2);
        table.lesson("our-new", 4);
        table.lesson("our-newer", 3);
        table.course("our-two", "our-gone", "our-one");
        List<Document> all = county.as("tea-county", content::current).documents();
        Document course = all.get(all.size() - 1);

        List<String> taught = new ArrayList<>();
        course.body().path("lessons").forEach(slug -> taught.add(slug.asText()));

        assertThat(taught).containsExactly("our-two", "our-one", "our-newer", "our-new");
    }

    private List<String> shown() {
        return county.as("tea-county", content::current).documents().stream()
                .map(Document::slug)
                .toList();
    }

    private static final class Table extends ContentChanges {

        private final List<Document> documents = new ArrayList<>();
        private boolean broken;
        private int asked;
        private int read;

        Table() {
            super(null, null, null, null);
        }

        void publish(String slug) {
            documents.add(Document.of(
                    DocumentKind.LESSON,
                    slug,
                    JsonNodeFactory.instance.objectNode().put("minutes", 5)));
        }

        void lesson(String slug, int number) {
            documents.add(Document.of(
                    DocumentKind.LESSON,
                    slug,
                    JsonNodeFactory.instance
                            .objectNode()
                            .put("course", "our-tea")
                            .put("number", number)));
        }

        /** @param order of its lessons */
        void course(String... order) {
            ObjectNode body = JsonNodeFactory.instance.objectNode();
            ArrayNode lessons = body.putArray("lessons");
            List.of(order).forEach(lessons::add);
            documents.add(Document.of(DocumentKind.COURSE, "our-tea", body));
        }

        @Override
        long count() {
            asked++;
            if (broken) {
                throw new IllegalStateException("no answer");
            }
            return documents.size();
        }

        @Override
        List<Document> current() {
            read++;
            return List.copyOf(documents);
        }
    }

    private static final class Watch extends Clock {

        private Instant now = Instant.parse("2026-06-18T08:00:00Z");

        void pass(int seconds) {
            now = now.plusSeconds(seconds);
        }

        @Override
        public Instant instant() {
            return now;
        }

        @Override
        public ZoneId getZone() {
            return ZoneOffset.UTC;
        }

        @Override
        public Clock withZone(ZoneId zone) {
            return this;
        }
    }
}
