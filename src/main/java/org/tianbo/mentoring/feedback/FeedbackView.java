package org.tianbo.mentoring.feedback;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.net.URI;
import java.time.Duration;
import java.time.Instant;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.UUID;
import org.tianbo.curriculum.Rubric;
import org.tianbo.curriculum.Rule;
import org.tianbo.mentoring.draft.Compliance;
import org.tianbo.mentoring.draft.Draft;
import org.tianbo.mentoring.draft.Moment;
import org.tianbo.mentoring.review.Review;
import org.tianbo.platform.time.DateTexts;
import org.tianbo.practice.RecordingView;

/**
 * A published review in the trainee's language.
 *
 * @param number of this feedback, counted from the trainee's first
 * @param better points more than last time, negative for fewer; 0 where there was none
 * @param previous last time's score, null where no earlier rehearsal had been graded by then, or by another rubric
 * @param otherBefore whether last time's score was by another rubric
 * @param mentor who wrote it
 * @param change what to change first, null when the mentor asks for nothing
 * @param nothingToChange why the mentor asks for nothing, null when there is a thing to change
 * @param video null once the recording is no longer kept
 */
public record FeedbackView(
        UUID review,
        UUID attempt,
        String title,
        int number,
        String mentor,
        Instant at,
        int score,
        Integer previous,
        boolean otherBefore,
        int better,
        ScoreChart chart,
        Broken broken,
        MomentView change,
        String nothingToChange,
        List<MomentView> keep,
        List<MomentView> all,
        List<Score> scores,
        URI video,
        URI poster) {

    private static final BigDecimal MEGABYTE = BigDecimal.valueOf(1_000_000);

    /**
     * One moment.
     *
     * @param where 1:06–1:30, or 2:31
     * @param mb what watching its clip costs
     */
    record MomentView(
            UUID id,
            String kind,
            String criterion,
            String text,
            String where,
            Moment.Clip clip,
            long seconds,
            String mb) {}

    /** @param ask what the criterion looks at */
    record Score(String title, int level, String sentence, int weight) {}

    /**
     * The rule that was broken, and where.
     *
     * @param rule its title, empty when the mentor named none
     * @param page where it is explained, empty when the mentor named none
     */
    record Broken(String rule, String page, String where, Moment.Clip clip, String mb) {}

    /** @param broken the rule the mentor named, as it is published today */
    static FeedbackView of(
            Review review,
            String mentor,
            Optional<Rule> broken,
            FeedbackSeries series,
            Rubric rubric,
            Optional<RecordingView> recording,
            Locale locale) {
        Draft draft = review.draft;
        Texts texts = new Texts(rubric, recording, locale);
        List<MomentView> all = draft.moments().stream()
                .sorted(Comparator.comparing(Moment::fromMs))
                .map(texts::remark)
                .toList();
        Integer previous = series.previous().orElse(null);
        return new FeedbackView(
                review.id,
                review.attempt,
                review.title,
                series.number(),
                mentor,
                review.publishedAt,
                review.score,
                previous,
                series.otherBefore(),
                previous == null ? 0 : review.score - previous,
                ScoreChart.of(series.scores()),
                review.vetoed ? texts.broken(draft.compliance(), broken) : null,
                draft.moment(draft.change() == null ? review.id : draft.change())
                        .map(texts::remark)
                        .orElse(null),
                draft.nothingToChange(),
                draft.keep().stream()
                        .flatMap(id -> draft.moment(id).stream())
                        .map(texts::remark)
                        .toList(),
                all,
                rubric.criteria().stream()
                        .map(criterion -> texts.score(criterion, draft))
                        .toList(),
                recording.map(RecordingView::video).orElse(null),
                recording.map(RecordingView::poster).orElse(null));
    }

    public boolean up() {
        return better > 0;
    }

    public boolean compared() {
        return previous != null;
    }

    /** Puts places and sizes into words. */
    private record Texts(Rubric rubric, Optional<RecordingView> recording, Locale locale) {

        /** Where the recording is gone nothing is played, however long it was. */
        private long durationMs() {
            return recording.map(RecordingView::durationMs).orElse(Long.MAX_VALUE);
        }

        MomentView remark(Moment moment) {
            Moment.Clip clip = moment.clip(durationMs());
            String where = moment.toMs() == null
                    ? clock(moment.fromMs())
                    : clock(moment.fromMs()) + "–" + clock(moment.toMs());
            return new MomentView(
                    moment.id(),
                    moment.kind().code(),
                    criterion(moment.criterion()),
                    moment.words(),
                    where,
                    clip,
                    Math.max(1, Math.round(clip.lengthMs() / 1000.0)),
                    megabytes(clip));
        }

        Score score(Rubric.Criterion criterion, Draft draft) {
            int level = draft.scores().get(criterion.id());
            return new Score(
                    criterion.title().in(locale),
                    level,
                    criterion.levels().get(level).in(locale),
                    criterion.weight());
        }

        Broken broken(Compliance compliance, Optional<Rule> rule) {
            Moment.Clip clip = new Moment(null, compliance.atMs(), null, null, null, null).clip(durationMs());
            return new Broken(
                    rule.map(one -> one.title().in(locale)).orElse(""),
                    rule.map(one -> "/rules/" + one.slug()).orElse(""),
                    clock(compliance.atMs()),
                    clip,
                    megabytes(clip));
        }

        private String criterion(String id) {
            return rubric.criterion(id)
                    .map(Rubric.Criterion::title)
                    .orElse(rubric.veto().title())
                    .in(locale);
        }

        /** The share of the file that the clip's length is, never less than a tenth; empty where there is no file. */
        private String megabytes(Moment.Clip clip) {
            return recording.map(kept -> megabytes(clip, kept)).orElse("");
        }

        private static String megabytes(Moment.Clip clip, RecordingView recording) {
            BigDecimal bytes = BigDecimal.valueOf(recording.readings().bytes())
                    .multiply(BigDecimal.valueOf(clip.lengthMs()))
                    .divide(BigDecimal.valueOf(Math.max(1, recording.durationMs())), RoundingMode.UP);
            return bytes.divide(MEGABYTE, 1, RoundingMode.UP).toPlainString();
        }

        private static String clock(long ms) {
            return DateTexts.clock(Duration.ofMillis(ms));
        }
    }
}
