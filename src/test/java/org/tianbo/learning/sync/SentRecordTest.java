package org.tianbo.learning.sync;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.tianbo.platform.time.TimeBounds;

class SentRecordTest {

    private static final String ID = "019b2f00-0000-7000-8000-000000000001";
    private static final String AT = "2026-06-18T12:14:05.120Z";
    private static final String LESSON = "{'lesson':'first-sentence','version':'0123456789abcdef'}";

    @Test
    void aRecordInGoodOrderMeansWhatItSays() {
        PhoneRecord record = check(ID, "lesson.completed", AT, LESSON);

        assertThat(record.type()).isEqualTo(RecordType.LESSON_COMPLETED);
        assertThat(record.at()).isEqualTo(Instant.parse(AT));
        assertThat(record.content()).isEqualTo(new RecordData.OfLesson("first-sentence", "0123456789abcdef"));
    }

    @Test
    void answersAreWhatWasChosenByItem() {
        PhoneRecord record =
                check(ID, "quiz.submitted", AT, "{'lesson':'a','version':'b','answers':{'one':['a','c'],'two':[]}}");

        assertThat(((RecordData.OfQuiz) record.content()).answers())
                .isEqualTo(Map.of("one", List.of("a", "c"), "two", List.of()));
    }

    @Test
    void answersOfAPhoneThatKnowsRoundsSayWhichAndHowLongEachWasLookedAt() {
        RecordData.OfQuiz quiz = (RecordData.OfQuiz) check(
                        ID,
                        "quiz.submitted",
                        AT,
                        "{'lesson':'a','version':'b','answers':{'one':['c','a']},'round':2,'seconds':{'one':7}}")
                .content();

        assertThat(quiz.round()).isEqualTo(2);
        assertThat(quiz.answers().get("one")).containsExactly("c", "a");
        assertThat(quiz.seconds()).isEqualTo(Map.of("one", 7));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {"", "7", "1-1-1-1-1", "019b2f00-0000-7000-8000-00000000000g", "019b2f00000070008000000000000001"
            })
    void anIdThatIsNoUuidIsRefused(String id) {
        assertRefused(id, "lesson.opened", AT, LESSON, "learning.id-refused");
    }

    @ParameterizedTest
    @ValueSource(strings = {"lesson", "LESSON.OPENED", "lesson.done", ""})
    void aKindNobodyKnowsIsRefused(String type) {
        assertRefused(ID, type, AT, LESSON, "learning.type-unknown");
    }

    @ParameterizedTest
    @CsvSource({
        "yesterday, learning.time-unreadable",
        "2026-06-18, learning.time-unreadable",
        "2026-06-18T12:14:05, learning.time-unreadable",
        "2026-13-18T12:14:05.120Z, learning.time-unreadable",
        "2026-02-30T12:14:05.120Z, learning.time-unreadable",
        "2026-06-18T24:14:05.120Z, learning.time-unreadable",
        "2026-06-18T12:14:0x.120Z, learning.time-unreadable",
        "1970-01-01T00:00:00Z, learning.time-out-of-range",
        "2026-06-20T00:00:01Z, learning.time-out-of-range",
        "+999999999-12-31T23:59:59Z, learning.time-out-of-range"
    })
    void aTimeNobodyCanMeanIsRefused(String at, String code) {
        assertRefused(ID, "lesson.opened", at, LESSON, code);
    }

    @ParameterizedTest
    @ValueSource(strings = {"2026-06-18T12:14:05.120Z", "2026-06-18T12:14:05Z", "2025-12-31T23:59:59.999Z"})
    void aTimeIsReadToTheMillisecond(String at) {
        assertThat(check(ID, "lesson.opened", at, LESSON).at()).isEqualTo(Instant.parse(at));
    }

    @Test
    void aTimeWithAnOffsetIsTheSameMoment() {
        assertThat(check(ID, "lesson.opened", "2026-06-18T20:14:05.120+08:00", LESSON)
                        .at())
                .isEqualTo(Instant.parse(AT));
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '~',
            value = {
                "lesson.completed | {}",
                "lesson.completed | []",
                "lesson.completed | 'text'",
                "lesson.completed | {'lesson':'a'}",
                "lesson.completed | {'lesson':'a','version':'b','score':100}",
                "lesson.completed | {'lesson':{},'version':'b'}",
                "quiz.submitted | {'lesson':'a','version':'b'}",
                "quiz.submitted | {'lesson':'a','version':'b','answers':{'one':null}}",
                "quiz.submitted | {'lesson':'a','version':'b','answers':{'one':[null]}}",
                "quiz.submitted | {'lesson':'a','version':'b','answers':{},'score':100}",
                "quiz.submitted | {'lesson':'a','version':'b','answers':{},'round':-1}",
                "quiz.submitted | {'lesson':'a','version':'b','answers':{},'round':10001}",
                "quiz.submitted | {'lesson':'a','version':'b','answers':{'one':['a']},'seconds':{'one':-1}}",
                "quiz.submitted | {'lesson':'a','version':'b','answers':{'one':['a']},'seconds':{'one':null}}",
                "quiz.submitted | {'lesson':'a','version':'b','answers':{'one':['a']},'seconds':{'one':7,'two':7}}",
                "checklist.ticked | {'item':'a'}",
                "feedback.read | {}",
                "feedback.read | {'attempt':'mine'}",
                "feedback.read | {'attempt':'AAAAAAAAAAAAAAAAAAAAAA=='}",
                "feedback.read | {'review':'1-1-1-1-1'}"
            })
    void dataThatDoesNotFitItsKindIsRefused(String type, String data) {
        assertRefused(ID, type, AT, data, "learning.data-refused");
    }

    @Test
    void nothingAtAllIsRefusedToo() {
        SentRecord bare = new SentRecord(ID, "lesson.opened", AT, null, null);

        assertThatThrownBy(() -> checked(bare)).hasMessage("learning.data-refused");
        assertThatThrownBy(() -> checked(new SentRecord(ID, null, null, null, null)))
                .hasMessage("learning.type-unknown");
    }

    private static void assertRefused(String id, String type, String at, String data, String code) {
        assertThatThrownBy(() -> check(id, type, at, data))
                .isInstanceOf(RecordRefused.class)
                .hasMessage(code);
    }

    private static PhoneRecord check(String id, String type, String at, String data) {
        return checked(new SentRecord(id, type, at, json(data), null));
    }

    private static PhoneRecord checked(SentRecord record) {
        TimeBounds bounds =
                new TimeBounds(Instant.parse("2025-06-01T00:00:00Z"), Instant.parse("2026-06-20T00:00:00Z"));
        return record.checked(bounds, PhoneRecord.Body::read);
    }

    private static JsonNode json(String text) {
        try {
            return new ObjectMapper().readTree(text.replace('\'', '"'));
        } catch (JsonProcessingException broken) {
            throw new IllegalArgumentException(broken);
        }
    }
}
