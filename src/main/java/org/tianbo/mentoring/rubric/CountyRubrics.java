package org.tianbo.mentoring.rubric;

import jakarta.enterprise.context.ApplicationScoped;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.tianbo.curriculum.Curriculum;
import org.tianbo.curriculum.Rubric;
import org.tianbo.curriculum.Rubric.Criterion;
import org.tianbo.platform.error.NotFound;

/**
 * The rubrics of the current county. A version of the content's rubric is named by its hash; one of the county's own by
 * its number and the content's version at that time, from which it has the veto: rules are law, and no county's.
 */
@ApplicationScoped
public class CountyRubrics {

    private static final Pattern OWN = Pattern.compile("own-(\\d{1,18})\\.(\\w+)");

    private final Curriculum curriculum;
    private final RubricTable table;

    CountyRubrics(Curriculum curriculum, RubricTable table) {
        this.curriculum = curriculum;
        this.table = table;
    }

    /** The rubric of new reviews. */
    public Rubric current() {
        Rubric usual = curriculum.rubric();
        return table.last()
                .filter(RubricVersion::own)
                .map(own -> own(own, usual))
                .orElse(usual);
    }

    /** The rubric a review was begun by. */
    public Rubric version(String version) {
        Matcher own = OWN.matcher(version);
        if (!own.matches()) {
            return curriculum.rubric(version);
        }
        return table.version(Long.parseLong(own.group(1)))
                .filter(RubricVersion::own)
                .map(found -> own(found, curriculum.rubric(own.group(2))))
                .orElseThrow(() -> new NotFound("curriculum.version-not-found"));
    }

    /** Of the county's criteria those that count. */
    private static Rubric own(RubricVersion version, Rubric usual) {
        List<Criterion> counted = version.criteria().orElseThrow().stream()
                .filter(criterion -> criterion.weight() > 0)
                .toList();
        return new Rubric(
                usual.slug(), "own-" + version.number() + "." + usual.version(), usual.title(), counted, usual.veto());
    }
}
