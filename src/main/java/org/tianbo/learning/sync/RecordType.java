package org.tianbo.learning.sync;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.ObjectReader;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.Arrays;
import java.util.Map;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.tianbo.platform.web.fault.StrictJson;

/** What a phone may report, and the shape of what comes with it. */
public enum RecordType {
    LESSON_OPENED("lesson.opened", RecordData.OfLesson.class),
    LESSON_WATCHED("lesson.watched", RecordData.OfWatched.class),
    VIDEO_ANSWERED("video.answered", RecordData.OfVideoAnswer.class),
    LESSON_COMPLETED("lesson.completed", RecordData.OfLesson.class),
    QUIZ_SUBMITTED("quiz.submitted", RecordData.OfQuiz.class),
    CHECKLIST_TICKED("checklist.ticked", RecordData.OfChecklist.class),
    FEEDBACK_READ("feedback.read", RecordData.OfFeedback.class),
    PATH_CHOSEN("path.chosen", RecordData.OfPath.class);

    private static final Map<String, RecordType> BY_WIRE =
            Arrays.stream(values()).collect(Collectors.toMap(RecordType::wire, Function.identity()));

    private final String wire;
    private final ObjectReader reader;

    RecordType(String wire, Class<? extends RecordData> shape) {
        this.wire = wire;
        this.reader = Strict.MAPPER.readerFor(shape);
    }

    public String wire() {
        return wire;
    }

    public static RecordType of(String wire) {
        RecordType type = BY_WIRE.get(wire);
        if (type == null) {
            throw new RecordRefused("learning.type-unknown");
        }
        return type;
    }

    public RecordData read(JsonNode data) {
        if (data == null || !data.isObject()) {
            throw new RecordRefused("learning.data-refused");
        }
        try {
            return reader.readValue(data);
        } catch (JsonProcessingException misshapen) {
            throw new RecordRefused("learning.data-refused");
        } catch (IOException impossible) {
            throw new UncheckedIOException(impossible);
        }
    }

    /** A class of its own: an enum's constants are made before its static fields. */
    private static final class Strict {

        private static final ObjectMapper MAPPER = StrictJson.apply(new ObjectMapper());
    }
}
