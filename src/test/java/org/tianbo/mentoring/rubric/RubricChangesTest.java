package org.tianbo.mentoring.rubric;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.lang.reflect.Proxy;
import java.time.Clock;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.tianbo.curriculum.Curriculum;
import org.tianbo.curriculum.Rubric;
import org.tianbo.curriculum.Rubric.Criterion;
import org.tianbo.curriculum.Text;
import org.tianbo.platform.error.Refused;
import org.tianbo.platform.security.CurrentCounty;

class RubricChangesTest {

    private static final UUID OFFICER = UUID.randomUUID();

    private final Published published = new Published();
    private final Stored table = new Stored();
    private final CurrentCounty county = new CurrentCounty();
    private final RubricChanges changes = new RubricChanges(table, published.curriculum(), county, Clock.systemUTC());

    @Test
    void whatWasChangedReadsTheSameAfterTheContentsRubricChanged() {
        published.publish("first", rubric("first", "opening", "price", "answers"));
        weigh(0, 50, 25, 25);
        putBack(1);
        List<RubricChanges.Step> before = changes.before(Long.MAX_VALUE, 9).rows();
        List<Criterion> then = changes.criteria(changes.version(2));

        published.publish("second", rubric("second", "opening", "light"));

        assertThat(changes.before(Long.MAX_VALUE, 9).rows()).isEqualTo(before);
        assertThat(changes.criteria(changes.version(2))).isEqualTo(then);
        assertThat(changes.usual(changes.version(2)).version()).isEqualTo("first");
        assertThat(changes.criteria()).extracting(Criterion::id).containsExactly("opening", "light");
    }

    /** Both found nothing there; the one that came second finds the version taken. */
    @Test
    void aFormThatIsSentTwiceAtOnceIsNobodyElsesChange() {
        published.publish("first", rubric("first", "opening", "price", "answers"));
        table.faster = List.of(new RubricVersion(
                1,
                Optional.of(weighed(50, 25, 25)),
                Optional.of("first"),
                "because",
                OFFICER,
                Clock.systemUTC().instant()));

        weigh(0, 50, 25, 25);

        assertThat(table.rows).hasSize(1);
    }

    @Test
    void whatSomebodyElseChangedFirstHolds() {
        published.publish("first", rubric("first", "opening", "price", "answers"));
        table.faster = List.of(new RubricVersion(
                1,
                Optional.of(weighed(40, 35, 25)),
                Optional.of("first"),
                "because",
                OFFICER,
                Clock.systemUTC().instant()));

        assertThatThrownBy(() -> weigh(0, 50, 25, 25)).isInstanceOf(Refused.class);
    }

    private void weigh(long known, int opening, int price, int answers) {
        Map<String, String> typed = Map.of("opening", "" + opening, "price", "" + price, "answers", "" + answers);
        county.run("a", () -> changes.weigh(new RubricChanges.Asked(known, "because", OFFICER), typed));
    }

    private void putBack(long known) {
        county.run("a", () -> changes.putBack(new RubricChanges.Asked(known, "because", OFFICER)));
    }

    private static List<Criterion> weighed(int opening, int price, int answers) {
        return List.of(criterion("opening", opening), criterion("price", price), criterion("answers", answers));
    }

    /** All alike but the first, which has what is left of 100. */
    private static Rubric rubric(String version, String... ids) {
        int share = 100 / ids.length;
        List<Criterion> criteria = Stream.of(ids)
                .map(id -> criterion(id, id.equals(ids[0]) ? 100 - share * (ids.length - 1) : share))
                .toList();
        return new Rubric(
                "pitch", version, text(version), criteria, new Rubric.Veto("veto", text("v"), text("v"), List.of()));
    }

    private static Criterion criterion(String id, int weight) {
        return new Criterion(id, weight, text(id), text(id), Collections.nCopies(6, text("level")));
    }

    private static Text text(String words) {
        return new Text(words, words);
    }

    /** A curriculum that changes. */
    private static class Published {

        private final Map<String, Rubric> all = new HashMap<>();
        private Rubric current;

        void publish(String version, Rubric rubric) {
            all.put(version, rubric);
            current = rubric;
        }

        Curriculum curriculum() {
            return (Curriculum) Proxy.newProxyInstance(
                    Curriculum.class.getClassLoader(), new Class<?>[] {Curriculum.class}, (proxy, method, asked) -> {
                        assertThat(method.getName()).isEqualTo("rubric");
                        return asked == null ? current : all.get((String) asked[0]);
                    });
        }
    }

    /** The table, without a database. */
    private static class Stored extends RubricTable {

        private final List<RubricVersion> rows = new ArrayList<>();

        /** What another appends just before the next. */
        private List<RubricVersion> faster = List.of();

        Stored() {
            super(null, null, null);
        }

        @Override
        List<RubricVersion> before(long number, int most) {
            List<RubricVersion> found = new ArrayList<>(rows);
            Collections.reverse(found);
            return found.stream()
                    .filter(row -> row.number() < number)
                    .limit(most)
                    .toList();
        }

        @Override
        boolean append(RubricVersion version) {
            rows.addAll(faster);
            return version.number() == rows.size() + 1 && rows.add(version);
        }
    }
}
