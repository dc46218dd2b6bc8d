package org.tianbo.learning.video;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import jakarta.enterprise.context.ApplicationScoped;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.Collection;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.tianbo.curriculum.Curriculum;
import org.tianbo.curriculum.Quiz;
import org.tianbo.curriculum.QuizOrder;
import org.tianbo.learning.VideoAnswers;
import org.tianbo.learning.sync.RecordData;
import org.tianbo.learning.sync.RecordType;
import org.tianbo.platform.security.CountyReads;
import org.tianbo.platform.security.CurrentCounty;

/** Marks what phones recorded of the questions for which videos stop. */
@ApplicationScoped
public class AnswersInVideos implements VideoAnswers {

    private static final String OF_VIDEO =
            """
            select id, person, data::text from sync_records
            where county = ? and type = 'video.answered' and data ->> 'video' = ?
            order by least(at, received_at), id
            """;

    private static final String OF_TRAINEE =
            """
            select id, person, data::text from sync_records
            where county = ? and person = ? and type = 'video.answered' and data ->> 'video' = ?
            order by least(at, received_at), id
            """;

    private final Curriculum curriculum;
    private final CountyReads reads;
    private final CurrentCounty county;
    private final ObjectMapper json;

    AnswersInVideos(Curriculum curriculum, CountyReads reads, CurrentCounty county, ObjectMapper json) {
        this.curriculum = curriculum;
        this.reads = reads;
        this.county = county;
        this.json = json;
    }

    /**
     * One answer.
     *
     * @param record of the phone that holds it
     * @param order in which the choices stood
     */
    public record Marked(UUID record, Quiz.Item asked, Quiz.Answered answered, QuizOrder order) {

        public boolean skipped() {
            return answered.chosen().isEmpty();
        }
    }

    private record Sent(UUID id, UUID person, RecordData.OfVideoAnswer answer) {}

    private record Key(UUID person, String item) {}

    /** What a trainee answered last, question by question; what was only passed over is among it. */
    public List<Marked> of(UUID trainee, UUID video) {
        Map<String, Marked> last = new LinkedHashMap<>();
        for (Sent sent : sent(OF_TRAINEE, county.id(), trainee, video.toString())) {
            Marked marked = marked(sent, video);
            last.merge(sent.answer().item(), marked, (earlier, later) -> later.skipped() ? earlier : later);
        }
        return List.copyOf(last.values());
    }

    @Override
    public Map<String, Figures> of(UUID video) {
        Map<Key, Marked> first = new HashMap<>();
        for (Sent sent : sent(OF_VIDEO, county.id(), video.toString())) {
            first.merge(
                    new Key(sent.person(), sent.answer().item()),
                    marked(sent, video),
                    (earlier, later) -> earlier.skipped() ? later : earlier);
        }
        Map<String, Figures> figures = new HashMap<>();
        first.forEach((key, marked) -> figures.merge(key.item(), figures(marked), AnswersInVideos::sum));
        return figures;
    }

    private Marked marked(Sent sent, UUID video) {
        RecordData.OfVideoAnswer answer = sent.answer();
        Quiz asked = answer.asked(curriculum);
        return new Marked(
                sent.id(),
                asked.items().get(0),
                asked.grade(Map.of(answer.item(), answer.answer())).items().get(0),
                QuizOrder.inVideo(video));
    }

    private static Figures figures(Marked marked) {
        return marked.skipped()
                ? new Figures(0, 0, 1)
                : new Figures(1, marked.answered().right() ? 1 : 0, 0);
    }

    private static Figures sum(Figures one, Figures other) {
        return new Figures(
                one.answered() + other.answered(), one.right() + other.right(), one.skipped() + other.skipped());
    }

    private Collection<Sent> sent(String select, Object... parameters) {
        return reads.rows(select, this::sent, parameters);
    }

    private Sent sent(ResultSet row) throws SQLException {
        try {
            return new Sent(
                    row.getObject("id", UUID.class), row.getObject("person", UUID.class), (RecordData.OfVideoAnswer)
                            RecordType.VIDEO_ANSWERED.read(json.readTree(row.getString("data"))));
        } catch (JsonProcessingException impossible) {
            throw new IllegalStateException("PostgreSQL keeps only JSON in jsonb", impossible);
        }
    }
}
