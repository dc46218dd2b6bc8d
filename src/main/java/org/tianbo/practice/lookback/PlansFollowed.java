package org.tianbo.practice.lookback;

import jakarta.enterprise.context.ApplicationScoped;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import org.tianbo.curriculum.Curriculum;
import org.tianbo.curriculum.RunOfShow;
import org.tianbo.curriculum.Text;
import org.tianbo.practice.attempt.Attempt;
import org.tianbo.practice.attempt.Recording;
import org.tianbo.practice.plan.PlannedStep;

/** What an attempt was planned to be beside what it became. */
@ApplicationScoped
class PlansFollowed {

    private final Curriculum curriculum;

    PlansFollowed(Curriculum curriculum) {
        this.curriculum = curriculum;
    }

    /** Step by step in the order of the plan; none where nobody knows the plan. */
    List<StepTaken> of(Attempt attempt, Recording recording) {
        List<RunOfShow.Step> published =
                published(attempt).map(RunOfShow::steps).orElse(List.of());
        List<PlannedStep> own = attempt.plan().steps();
        List<StepTaken.Planned> plan = own.isEmpty()
                ? published.stream()
                        .map(step -> new StepTaken.Planned(step.id(), step.title(), step.seconds()))
                        .toList()
                : ofTheTrainee(own, published);
        return StepTaken.of(plan, recording.marks(), recording.durationMs());
    }

    /** Of a step that is published the title, else the trainee's own, else its name alone. */
    private static List<StepTaken.Planned> ofTheTrainee(List<PlannedStep> own, List<RunOfShow.Step> published) {
        Map<String, Text> titles =
                published.stream().collect(Collectors.toMap(RunOfShow.Step::id, RunOfShow.Step::title));
        return own.stream()
                .map(step -> {
                    String title = Optional.ofNullable(step.title()).orElse(step.ref());
                    return new StepTaken.Planned(
                            step.ref(), titles.getOrDefault(step.ref(), new Text(title, title)), step.seconds());
                })
                .toList();
    }

    /** The one that was followed, else today's, as where no document has it any more; not every format has one. */
    private Optional<RunOfShow> published(Attempt attempt) {
        return Optional.ofNullable(attempt.runOfShow)
                .flatMap(version -> curriculum.findRunOfShow(attempt.format, version))
                .or(() -> curriculum.runsOfShow().stream()
                        .filter(show -> show.slug().equals(attempt.format))
                        .findFirst());
    }
}
