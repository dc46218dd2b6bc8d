package org.tianbo.mentoring.page;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Clock;
import java.time.Duration;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.UUID;
import org.tianbo.curriculum.Curriculum;
import org.tianbo.curriculum.Rubric;
import org.tianbo.curriculum.RunOfShow;
import org.tianbo.family.HelpedWork;
import org.tianbo.learning.LearningProgress;
import org.tianbo.mentoring.review.ReviewView;
import org.tianbo.mentoring.rubric.CountyRubrics;
import org.tianbo.practice.Attempts;
import org.tianbo.practice.RecordingView;

/** Lays out the grading page: the review, the recording it is about, and the words of its rubric. */
@ApplicationScoped
class GradingPageAssembler {

    private final Attempts practice;
    private final HelpedWork helped;
    private final LearningProgress learning;
    private final Curriculum curriculum;
    private final CountyRubrics rubrics;
    private final ObjectMapper json;
    private final Clock clock;

    GradingPageAssembler(
            Attempts practice,
            HelpedWork helped,
            LearningProgress learning,
            Curriculum curriculum,
            CountyRubrics rubrics,
            ObjectMapper json,
            Clock clock) {
        this.practice = practice;
        this.helped = helped;
        this.learning = learning;
        this.curriculum = curriculum;
        this.rubrics = rubrics;
        this.json = json;
        this.clock = clock;
    }

    GradingView assemble(ReviewView review, UUID reader, Locale locale) {
        Rubric rubric = review.rubricVersion() == null ? rubrics.current() : rubrics.version(review.rubricVersion());
        Optional<RecordingView> kept = kept(review);
        return new GradingView(
                review.id(),
                review.attempt(),
                review.trainee().name(),
                review.trainee().village(),
                review.title(),
                review.attemptNo(),
                review.submittedAt(),
                Duration.between(clock.instant(), review.dueAt()),
                review.state().name().toLowerCase(Locale.ROOT),
                review.state() == ReviewView.State.CLAIMED && reader.equals(review.mentor()),
                review.score(),
                review.draft().nothingToChange(),
                written(review),
                helped.helpersWith(review.attempt(), review.trainee().id()),
                GradingView.Quizzes.of(
                        learning.proofs(review.trainee().id()),
                        helped.helpers(review.trainee().id())),
                kept.map(GradingView.Intention::of).orElse(GradingView.Intention.NONE),
                kept.map(recording -> GradingView.player(recording, plan(recording), rubric, locale))
                        .orElse(GradingView.PlayerView.GONE),
                GradingView.criteria(rubric, review.draft().scores(), locale),
                new GradingView.Veto(
                        rubric.veto().id(),
                        rubric.veto().title().in(locale),
                        rubric.veto().ask().in(locale),
                        rules(rubric, locale)));
    }

    /** What was said of a recording is read for longer than that is kept; whoever grades needs it. */
    private Optional<RecordingView> kept(ReviewView review) {
        return review.state() == ReviewView.State.PUBLISHED
                ? practice.keptRecording(review.attempt())
                : Optional.of(practice.recording(review.attempt()));
    }

    private String written(ReviewView review) {
        try {
            return json.writeValueAsString(review);
        } catch (JsonProcessingException impossible) {
            throw new IllegalStateException(impossible);
        }
    }

    /** An older rubric may name a rule that is no longer published. */
    private List<GradingView.Rule> rules(Rubric rubric, Locale locale) {
        return rubric.veto().rules().stream()
                .flatMap(id -> curriculum.findRule(id).stream())
                .map(rule -> new GradingView.Rule(rule.slug(), rule.title().in(locale)))
                .toList();
    }

    /** The plan the trainee followed, else today's; not every format has one. */
    private Optional<RunOfShow> plan(RecordingView recording) {
        String format = recording.format();
        return recording
                .runOfShow()
                .flatMap(version -> curriculum.findRunOfShow(format, version))
                .or(() -> curriculum.runsOfShow().stream()
                        .filter(show -> show.slug().equals(format))
                        .findFirst());
    }
}
