package org.tianbo.mentoring.rubric;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import java.time.Clock;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.jboss.logging.Logger;
import org.tianbo.curriculum.Curriculum;
import org.tianbo.curriculum.Rubric;
import org.tianbo.curriculum.Rubric.Criterion;
import org.tianbo.platform.data.Page;
import org.tianbo.platform.error.NotFound;
import org.tianbo.platform.error.Refused;
import org.tianbo.platform.security.CurrentCounty;
import org.tianbo.settings.SettingPage;
import org.tianbo.settings.SettingReason;
import org.tianbo.settings.SettingRefused;

/**
 * Changes of the current county's rubric, made by its officers: the weights of all criteria in one go, or the words of
 * one of them. Every version is a whole rubric whose weights sum to 100.
 */
@ApplicationScoped
public class RubricChanges implements SettingPage {

    /** Stands for a criterion that is added. */
    public static final String NEW = "new";

    /** All weights together, as a mentor's score is of 100. */
    private static final int WHOLE = 100;

    private static final int FEWEST_SCORED = 3;
    private static final int MOST_CRITERIA = 20;

    private static final Logger LOG = Logger.getLogger(RubricChanges.class);

    private final RubricTable table;
    private final Curriculum curriculum;
    private final CurrentCounty county;
    private final Clock clock;

    RubricChanges(RubricTable table, Curriculum curriculum, CurrentCounty county, Clock clock) {
        this.table = table;
        this.curriculum = curriculum;
        this.county = county;
        this.clock = clock;
    }

    /**
     * Who asks for a change.
     *
     * @param known version of what they saw; 0 where nothing was ever changed
     */
    public record Asked(long known, String reason, UUID by) {}

    /** A version beside the one before it. */
    public record Step(RubricVersion version, List<RubricDifference> differences) {}

    @Override
    public String key() {
        return "mentoring.rubric";
    }

    @Override
    public Optional<Last> last() {
        return table.last()
                .map(version ->
                        new Last(version.number(), version.own(), version.by(), version.reason(), version.at()));
    }

    /** All criteria of the county, those with the weight 0 included, in their order. */
    public List<Criterion> criteria() {
        return all(table.last(), curriculum.rubric());
    }

    /** All criteria of one version, as they were then. */
    public List<Criterion> criteria(RubricVersion version) {
        return all(Optional.of(version), usual(version));
    }

    /** The content's rubric when the version was made. */
    public Rubric usual(RubricVersion version) {
        return version.usual().map(curriculum::rubric).orElseGet(curriculum::rubric);
    }

    public RubricVersion version(long number) {
        return table.version(number).orElseThrow(SettingRefused::unknown);
    }

    /** Versions before this one, the latest first, each with what it changed. */
    public Page<Step, Long> before(long number, int size) {
        List<RubricVersion> found = table.before(number, size + 2);
        List<Step> steps = new ArrayList<>();
        for (int index = 0; index < Math.min(found.size(), size + 1); index++) {
            Optional<RubricVersion> earlier =
                    index + 1 < found.size() ? Optional.of(found.get(index + 1)) : Optional.empty();
            RubricVersion version = found.get(index);
            // Both beside what was usual when it was made: what the content changed since is no officer's change.
            steps.add(new Step(version, RubricDifference.between(all(earlier, usual(version)), criteria(version))));
        }
        return Page.of(steps, size, step -> step.version().number());
    }

    /** @param typed weights by the criterion's id; a criterion without one keeps its own */
    @Transactional
    public void weigh(Asked asked, Map<String, String> typed) {
        Refused faults = SettingRefused.wrong();
        String reason = SettingReason.checked(asked.reason(), faults);
        List<Criterion> weighed = seen(asked, faults).stream()
                .map(one -> weighed(one, weight(one, typed, faults)))
                .toList();
        if (faults.fields().isEmpty()) {
            if (weighed.stream().mapToInt(Criterion::weight).sum() != WHOLE) {
                faults.field("sum", "mentoring.rubric-sum");
            } else if (weighed.stream().filter(one -> one.weight() > 0).count() < FEWEST_SCORED) {
                faults.field("sum", "mentoring.rubric-too-few");
            }
        }
        append(asked, Optional.of(weighed), reason, faults);
    }

    /**
     * Gives a criterion other words, or adds one, which is not scored until it is given a weight.
     *
     * @param id of the criterion, or {@link #NEW}
     */
    @Transactional
    public void word(Asked asked, String id, TypedCriterion typed) {
        Refused faults = SettingRefused.wrong();
        String reason = SettingReason.checked(asked.reason(), faults);
        List<Criterion> seen = seen(asked, faults);
        List<Criterion> worded = new ArrayList<>(seen);
        if (id.equals(NEW)) {
            worded.add(typed.criterion("own-" + (asked.known() + 1), 0, faults));
            if (worded.size() > MOST_CRITERIA) {
                faults.field("title", "mentoring.rubric-too-many");
            }
        } else {
            Criterion one = criterion(seen, id);
            worded.set(seen.indexOf(one), typed.criterion(id, one.weight(), faults));
        }
        append(asked, Optional.of(worded), reason, faults);
    }

    /** The usual rubric counts again. */
    @Transactional
    public void putBack(Asked asked) {
        Refused faults = SettingRefused.wrong();
        append(asked, Optional.empty(), SettingReason.checked(asked.reason(), faults), faults);
    }

    /** @throws NotFound when the county has no such criterion */
    public Criterion criterion(String id) {
        return criterion(criteria(), id);
    }

    private static Criterion criterion(List<Criterion> criteria, String id) {
        return criteria.stream().filter(one -> one.id().equals(id)).findFirst().orElseThrow(SettingRefused::unknown);
    }

    /** What the officer had before them, so that the same form sent twice makes the same version. */
    private List<Criterion> seen(Asked asked, Refused faults) {
        if (asked.known() == 0) {
            return curriculum.rubric().criteria();
        }
        RubricVersion known = table.version(asked.known())
                .orElseThrow(() -> faults.fields().isEmpty() ? SettingRefused.changedMeanwhile() : faults);
        return all(Optional.of(known), curriculum.rubric());
    }

    /** The county's own, and behind them those of the usual rubric that came later, which wait for a weight. */
    private static List<Criterion> all(Optional<RubricVersion> version, Rubric usual) {
        Optional<List<Criterion>> own = version.flatMap(RubricVersion::criteria);
        if (own.isEmpty()) {
            return usual.criteria();
        }
        List<Criterion> all = new ArrayList<>(own.get());
        usual.criteria().stream()
                .filter(one -> all.stream().noneMatch(known -> known.id().equals(one.id())))
                .map(one -> weighed(one, 0))
                .forEach(all::add);
        return all;
    }

    private static Criterion weighed(Criterion criterion, int weight) {
        return new Criterion(criterion.id(), weight, criterion.title(), criterion.ask(), criterion.levels());
    }

    private static int weight(Criterion criterion, Map<String, String> typed, Refused faults) {
        String text = typed.getOrDefault(criterion.id(), Integer.toString(criterion.weight()))
                .strip();
        if (!text.matches("\\d{1,3}") || Integer.parseInt(text) > WHOLE) {
            faults.field("weight-" + criterion.id(), "mentoring.rubric-weight");
            return 0;
        }
        return Integer.parseInt(text);
    }

    private void append(Asked asked, Optional<List<Criterion>> criteria, String reason, Refused faults) {
        faults.throwIfAny();
        Rubric usual = curriculum.rubric();
        RubricVersion next = new RubricVersion(
                asked.known() + 1, criteria, Optional.of(usual.version()), reason, asked.by(), clock.instant());
        Optional<RubricVersion> last = table.last();
        if (last.filter(next::isSame).isPresent()) {
            return;
        }
        if (last.map(RubricVersion::number).orElse(0L) != asked.known()) {
            throw SettingRefused.changedMeanwhile();
        }
        boolean own = last.filter(RubricVersion::own).isPresent();
        if (criteria.isPresent() ? all(last, usual).equals(criteria.get()) : !own) {
            throw SettingRefused.nothingChanged();
        }
        // A form that is sent twice at once appends once.
        if (!table.append(next) && table.last().filter(next::isSame).isEmpty()) {
            throw SettingRefused.changedMeanwhile();
        }
        LOG.infof("Rubric of %s changed by %s", county.id(), asked.by());
    }
}
