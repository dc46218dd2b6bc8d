package org.tianbo.mentoring.calibration;

import jakarta.enterprise.context.ApplicationScoped;
import java.time.Clock;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.jboss.logging.Logger;
import org.tianbo.curriculum.Curriculum;
import org.tianbo.curriculum.Rubric;
import org.tianbo.platform.data.Ids;
import org.tianbo.platform.error.NotFound;
import org.tianbo.platform.error.Refused;

/** A mentor scores examples: once each, and sees only then what they deserve. */
@ApplicationScoped
public class Calibration {

    private static final Logger LOG = Logger.getLogger(Calibration.class);

    private final Curriculum curriculum;
    private final ExampleScoreTable table;
    private final Clock clock;

    Calibration(Curriculum curriculum, ExampleScoreTable table, Clock clock) {
        this.curriculum = curriculum;
        this.table = table;
        this.clock = clock;
    }

    /** @param mine what this mentor gave it; empty while they have not scored it in these words */
    public record Line(Rubric.Example example, Optional<ExampleScores> mine) {}

    /** All that are published today. */
    public List<Line> examples(UUID mentor) {
        List<ExampleScores> given = table.of(mentor);
        return curriculum.examples().stream()
                .map(example -> new Line(
                        example,
                        given.stream()
                                .filter(one -> one.example().equals(example.slug())
                                        && one.version().equals(example.version()))
                                .findFirst()))
                .toList();
    }

    /** @throws NotFound when none of that slug is published */
    public Line example(UUID mentor, String slug) {
        return examples(mentor).stream()
                .filter(line -> line.example().slug().equals(slug))
                .findFirst()
                .orElseThrow(() -> new NotFound("mentoring.example-unknown"));
    }

    /**
     * Keeps what a mentor gives an example. What was given first stays, whatever comes later.
     *
     * @param version which words of it the mentor read
     * @param levels by criterion; null where none was chosen
     * @param vetoed whether a rule was broken; null where that was not answered
     * @throws Refused when something is missing, or the example is told in other words by now
     */
    public void score(UUID mentor, String slug, String version, Map<String, Integer> levels, Boolean vetoed) {
        Rubric.Example example = example(mentor, slug).example();
        if (!example.version().equals(version)) {
            throw ExampleRefused.changed();
        }
        ExampleRefused.unlessComplete(example, levels, vetoed);
        if (table.append(
                new ExampleScores(Ids.next(), mentor, slug, version, Map.copyOf(levels), vetoed, clock.instant()))) {
            LOG.infof("%s scored the example %s", mentor, slug);
        }
    }
}
