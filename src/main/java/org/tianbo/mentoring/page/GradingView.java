package org.tianbo.mentoring.page;

import java.net.URI;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.tianbo.curriculum.Rubric;
import org.tianbo.curriculum.RunOfShow;
import org.tianbo.learning.LessonProof;
import org.tianbo.platform.time.DateTexts;
import org.tianbo.practice.RecordingEvent;
import org.tianbo.practice.RecordingMarker;
import org.tianbo.practice.RecordingView;
import org.tianbo.practice.SelfReview;
import org.tianbo.practice.ViewerComment;

/**
 * All the grading page shows, in the mentor's language.
 *
 * @param draft the review as JSON, for the page's script
 * @param writable the reader holds the lease
 * @param helpers who helped the trainee with it, by the names they gave
 * @param quizzes how often the trainee answered a quiz
 */
record GradingView(
        UUID id,
        UUID attempt,
        String trainee,
        String village,
        String title,
        int attemptNo,
        Instant submittedAt,
        Duration left,
        String state,
        boolean writable,
        Integer score,
        String nothingToChange,
        String draft,
        List<String> helpers,
        Quizzes quizzes,
        Intention intention,
        PlayerView player,
        List<Criterion> criteria,
        Veto veto) {

    /**
     * @param helped how often of all somebody helped
     * @param helpers their names
     */
    record Quizzes(long helped, long all, String helpers) {

        /** @param names of helpers, by the help */
        static Quizzes of(List<LessonProof> proofs, Map<UUID, String> names) {
            List<LessonProof> answered =
                    proofs.stream().filter(LessonProof::quiz).toList();
            return new Quizzes(
                    answered.stream().filter(LessonProof::helped).count(),
                    answered.size(),
                    answered.stream()
                            .filter(LessonProof::helped)
                            .map(quiz -> names.getOrDefault(quiz.helping(), ""))
                            .filter(name -> !name.isEmpty())
                            .distinct()
                            .collect(Collectors.joining(" · ")));
        }
    }

    /**
     * What the trainee planned.
     *
     * @param goal what they wanted to do better; empty for nothing in particular
     * @param products each with what is said of it
     */
    record Intention(String goal, List<String> products) {

        static final Intention NONE = new Intention("", List.of());

        static Intention of(RecordingView recording) {
            return new Intention(
                    recording.goal().orElse(""),
                    recording.facts().stream()
                            .map(facts -> Stream.of(facts.name(), facts.price(), facts.weight(), facts.origin())
                                    .filter(Objects::nonNull)
                                    .collect(Collectors.joining(" · ")))
                            .toList());
        }
    }

    /**
     * @param length 5:06
     * @param recordedBy who recorded it on site for the trainee; empty where the trainee did
     * @param video null once the recording is no longer kept
     */
    record PlayerView(
            URI video,
            URI poster,
            long durationMs,
            String length,
            String recordedBy,
            boolean soundOnly,
            List<Gap> gaps,
            List<Span> spans,
            List<Gap> lost,
            List<Step> steps,
            List<Comment> comments,
            List<Event> events,
            SelfReview selfReview,
            Optional<RecordingView.Strip> strip,
            boolean inTheMaking) {

        static final PlayerView GONE = new PlayerView(
                null,
                null,
                0,
                clock(0),
                "",
                false,
                List.of(),
                List.of(),
                List.of(),
                List.of(),
                List.of(),
                List.of(),
                new SelfReview(Optional.empty(), Optional.empty()),
                Optional.empty(),
                false);
    }

    /** @param x its place on the timeline, 36.4% */
    record Gap(long atMs, String x, long seconds, String at) {}

    /**
     * Where the server measured that something was not as it should be.
     *
     * @param kind silent, dark, black, frozen or blurred
     */
    record Span(String kind, String x, String width, String at) {}

    /** A step of the run of show, from when the trainee came to it. */
    record Step(long fromMs, String x, String width, String title, String from) {}

    /**
     * What a scripted viewer said, and what the host did.
     *
     * @param viewer empty for what the room itself shows
     * @param criteria titles of those that a good answer shows
     */
    record Comment(
            long atMs,
            String x,
            String at,
            String viewer,
            String says,
            String does,
            String outcome,
            long seconds,
            boolean named,
            int reminders,
            String criteria) {}

    /** What happened beside the speech. */
    record Event(String x, RecordingEvent what) {}

    record Criterion(String id, int weight, String title, String ask, List<Level> levels) {}

    record Level(int level, String sentence, boolean chosen) {}

    record Veto(String id, String title, String ask, List<Rule> rules) {}

    record Rule(String id, String title) {}

    public boolean published() {
        return state.equals("published");
    }

    public boolean overdue() {
        return left.isNegative();
    }

    public long hours() {
        return Math.abs(left.toHours());
    }

    static PlayerView player(RecordingView recording, Optional<RunOfShow> plan, Rubric rubric, Locale locale) {
        return new PlayerView(
                recording.video(),
                recording.poster(),
                recording.durationMs(),
                clock(recording.durationMs()),
                recording.recordedBy().orElse(""),
                !recording.readings().hasPicture(),
                recording.gaps().stream()
                        .map(gap -> new Gap(
                                gap.atMs(),
                                share(gap.atMs(), recording),
                                Math.max(1, Math.round(gap.lengthMs() / 1000.0)),
                                clock(gap.atMs())))
                        .toList(),
                recording.spans().stream()
                        .map(span -> new Span(
                                span.kind().name().toLowerCase(Locale.ROOT),
                                share(span.fromMs(), recording),
                                share(span.lengthMs(), recording),
                                span.at()))
                        .toList(),
                recording.markers().stream()
                        .flatMap(marker -> marker.lostSeconds().stream()
                                .map(seconds -> new Gap(
                                        marker.atMs(), share(marker.atMs(), recording), seconds, clock(marker.atMs()))))
                        .toList(),
                steps(recording, plan, locale),
                recording.comments().stream()
                        .map(comment -> comment(comment, recording, rubric, locale))
                        .toList(),
                recording.markers().stream()
                        .flatMap(marker -> marker.event().stream())
                        .sorted(Comparator.comparingLong(RecordingEvent::atMs))
                        .map(event -> new Event(share(event.atMs(), recording), event))
                        .toList(),
                recording.selfReview(),
                recording.strip(),
                recording.inTheMaking());
    }

    private static Comment comment(ViewerComment comment, RecordingView recording, Rubric rubric, Locale locale) {
        return new Comment(
                comment.atMs(),
                share(comment.atMs(), recording),
                clock(comment.atMs()),
                comment.viewer().map(name -> name.in(locale)).orElse(""),
                comment.says().in(locale),
                comment.does().in(locale),
                comment.outcome(),
                comment.seconds(),
                comment.named(),
                comment.reminders(),
                rubric.criteria().stream()
                        .filter(criterion -> comment.criteria().contains(criterion.id()))
                        .map(criterion -> criterion.title().in(locale))
                        .collect(Collectors.joining(" · ")));
    }

    static List<Criterion> criteria(Rubric rubric, Map<String, Integer> scores, Locale locale) {
        return rubric.criteria().stream()
                .map(criterion -> new Criterion(
                        criterion.id(),
                        criterion.weight(),
                        criterion.title().in(locale),
                        criterion.ask().in(locale),
                        IntStream.rangeClosed(0, Rubric.BEST)
                                .mapToObj(level -> new Level(
                                        level,
                                        criterion.levels().get(level).in(locale),
                                        Integer.valueOf(level).equals(scores.get(criterion.id()))))
                                .toList()))
                .toList();
    }

    private static List<Step> steps(RecordingView recording, Optional<RunOfShow> plan, Locale locale) {
        Map<String, String> titles = plan.map(
                        show -> show.steps().stream().collect(Collectors.toMap(RunOfShow.Step::id, step -> step.title()
                                .in(locale))))
                .orElseGet(HashMap::new);
        recording.steps().forEach(own -> titles.putIfAbsent(own.ref(), own.title()));
        List<RecordingMarker> reached = recording.markers().stream()
                .filter(marker -> marker.isStep() && titles.containsKey(marker.ref()))
                .filter(marker -> marker.atMs() < recording.durationMs())
                .toList();
        List<Step> steps = new ArrayList<>();
        for (int index = 0; index < reached.size(); index++) {
            long from = reached.get(index).atMs();
            long to = index + 1 < reached.size() ? reached.get(index + 1).atMs() : recording.durationMs();
            String title = titles.get(reached.get(index).ref());
            steps.add(new Step(from, share(from, recording), share(to - from, recording), title, clock(from)));
        }
        return steps;
    }

    private static String share(long ms, RecordingView recording) {
        double share = Math.min(1, (double) ms / Math.max(1, recording.durationMs()));
        return String.format(Locale.ROOT, "%.2f%%", share * 100);
    }

    private static String clock(long ms) {
        return DateTexts.clock(Duration.ofMillis(ms));
    }
}
