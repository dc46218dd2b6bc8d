package org.tianbo.learning.items;

import jakarta.enterprise.context.ApplicationScoped;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.tianbo.curriculum.CourseView;
import org.tianbo.curriculum.Curriculum;
import org.tianbo.curriculum.LessonSummary;
import org.tianbo.curriculum.Quiz;
import org.tianbo.platform.security.CountyReads;
import org.tianbo.platform.security.CurrentCounty;

/**
 * Difficulty, discrimination and time of a course's questions, worked out by PostgreSQL from the answers as phones sent
 * them. A question that was changed begins anew; one that stayed the same keeps its answers when its lesson changes.
 */
@ApplicationScoped
class ItemStatistics {

    static final String VERSIONS =
            """
            select distinct data ->> 'lesson' as lesson, data ->> 'version' as version
            from sync_records where county = ? and data ->> 'lesson' = any(?) and type = 'quiz.submitted'
            """;

    /** Each trainee's first answer to each question; {@code rest} is their share right of the lesson's others. */
    static final String FIGURES =
            """
            with keys as materialized (
                select * from jsonb_to_recordset(?::jsonb)
                    as known (lesson text, version text, item text, ordered boolean, answer text)
            ), answered as (
                select distinct on (sent.person, known.lesson, known.item) sent.person, known.lesson, known.item,
                    (sent.data -> 'seconds' ->> known.item)::int as seconds,
                    coalesce((
                        select case when known.ordered then string_agg(part, ' ' order by place)
                            else string_agg(distinct part, ' ' order by part) end
                        from jsonb_array_elements_text(sent.data -> 'answers' -> known.item)
                            with ordinality as chosen (part, place)
                    ) = known.answer, false)::int as correct
                from sync_records sent
                join keys known on known.lesson = sent.data ->> 'lesson' and known.version = sent.data ->> 'version'
                    and jsonb_exists(sent.data -> 'answers', known.item)
                where sent.county = ? and sent.data ->> 'lesson' = any(?) and sent.type = 'quiz.submitted'
                order by sent.person, known.lesson, known.item, sent.at, sent.id
            ), compared as (
                select *, (sum(correct) over mine - correct)::float8 / nullif(count(*) over mine - 1, 0) as rest
                from answered window mine as (partition by person, lesson)
            )
            select lesson, item, count(*)::int as answers, sum(correct)::int as right_answers,
                corr(correct, rest) as discrimination,
                percentile_cont(0.5) within group (order by seconds)::int as seconds, count(seconds)::int as timed
            from compared group by lesson, item
            """;

    private final Curriculum curriculum;
    private final CountyReads reads;
    private final CurrentCounty county;

    ItemStatistics(Curriculum curriculum, CountyReads reads, CurrentCounty county) {
        this.curriculum = curriculum;
        this.reads = reads;
        this.county = county;
    }

    /** Every question of the course as it is asked today, in the order it is taught. Reads all of its answers. */
    List<ItemFigures> of(CourseView course) {
        Map<String, Quiz> today = course.lessons().stream()
                .collect(Collectors.toMap(LessonSummary::slug, one -> curriculum.quiz(one.slug())));
        ItemKeys keys = new ItemKeys(curriculum, today);
        String[] lessons = today.keySet().toArray(String[]::new);
        reads.rows(VERSIONS, row -> List.of(row.getString("lesson"), row.getString("version")), county.id(), lessons)
                .forEach(version -> keys.add(version.get(0), version.get(1)));
        Map<List<String>, ItemFigures> figures = new HashMap<>();
        reads.rows(FIGURES, ItemStatistics::figures, keys.json(), county.id(), lessons)
                .forEach(one -> figures.put(List.of(one.lesson(), one.item()), one));
        return course.lessons().stream()
                .flatMap(lesson -> today.get(lesson.slug()).items().stream()
                        .map(item -> figures.getOrDefault(
                                List.of(lesson.slug(), item.id()), ItemFigures.none(lesson.slug(), item.id()))))
                .toList();
    }

    private static ItemFigures figures(ResultSet row) throws SQLException {
        return new ItemFigures(
                row.getString("lesson"),
                row.getString("item"),
                row.getInt("answers"),
                row.getInt("right_answers"),
                row.getObject("discrimination", Double.class),
                row.getObject("seconds", Integer.class),
                row.getInt("timed"));
    }
}
