package org.tianbo.practice.upload;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.SerializationFeature;
import com.fasterxml.jackson.databind.exc.InvalidFormatException;
import com.fasterxml.jackson.databind.json.JsonMapper;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.tianbo.platform.error.Refused;
import org.tianbo.practice.attempt.TimeMarker;

class FinishTest {

    private static final ObjectMapper JSON = JsonMapper.builder()
            .findAndAddModules()
            .disable(SerializationFeature.WRITE_DATES_AS_TIMESTAMPS)
            .build();
    private static final String TAKE =
            "{'take': 3, 'chunks': 1, 'startedAt': '2026-06-18T12:00:00Z', 'endedAt': '2026-06-18T12:00:06Z'}";

    @ParameterizedTest
    @ValueSource(strings = {"{'take': 3, 'ms': 0}", "{'take': 3, 'ms': 86400000}"})
    void aMarkerNamesTheRecordedTimeOfATake(String at) throws JsonProcessingException {
        Finish finish = finish(TAKE, at, ", 'clock': 'monotonic'");
        assertThatCode(finish::check).doesNotThrowAnyException();
        TimeMarker stored =
                JSON.readValue(JSON.writeValueAsString(finish.marks().get(0)), TimeMarker.class);
        assertThat(stored).isEqualTo(finish.marks().get(0));
    }

    @Test
    void aMarkerByTheClockOfThePhoneIsStoredAsReported() throws JsonProcessingException {
        Finish finish = finish(TAKE, "'2026-06-18T12:00:01.5Z'", "");
        assertThatCode(finish::check).doesNotThrowAnyException();
        assertThat(JSON.writeValueAsString(finish.marks().get(0))).contains("\"at\":\"2026-06-18T12:00:01.500Z\"");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "5",
                "1.5",
                "true",
                "[]",
                "{}",
                "'yesterday'",
                "'5'",
                "'+999999999-01-01T00:00:00Z'",
                "'9999-01-01T00:00:00Z'",
                "{'take': 3}",
                "{'take': 3, 'ms': 1.5}",
                "{'take': 3, 'ms': 1e400}",
                "{'take': 3, 'ms': '4000'}",
                "{'take': '3', 'ms': 4000}",
                "{'take': 3, 'ms': -1}",
                "{'take': -3, 'ms': 1}",
                "{'take': 3, 'ms': 86400001}",
                "{'take': 3, 'ms': 99999999999999999999}",
                "{'take': 99999999999, 'ms': 1}",
                "{'take': 3, 'ms': 1, 'at': 1}",
            })
    void whatIsNoTimeIsABadValue(String at) {
        assertThatThrownBy(() -> finish(TAKE, at, ", 'clock': 'monotonic'"))
                .isInstanceOfSatisfying(InvalidFormatException.class, bad -> assertThat(
                                bad.getPath().get(bad.getPath().size() - 1).getFieldName())
                        .isEqualTo("at"));
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '"',
            textBlock =
                    """
                    '2026-06-18T12:00:01Z' | , 'clock': 'monotonic' | practice.marks-of-another-clock
                    {'take': 3, 'ms': 0}   | ""                     | practice.marks-of-another-clock
                    {'take': 2, 'ms': 0}   | , 'clock': 'monotonic' | practice.mark-of-no-take
                    """)
    void aMarkerFitsTheClockAndTheTakes(String at, String clock, String code) throws JsonProcessingException {
        refuses(finish(TAKE, at, clock), code);
    }

    @ParameterizedTest
    @CsvSource({
        "2026-06-18T12:00:00Z, 2026-06-18T11:59:59Z, practice.take-ends-before-start",
        "2026-06-18T12:00:00Z, 2026-06-19T12:00:01Z, practice.take-too-long",
        "-999999999-01-01T00:00:00Z, 2026-06-18T12:00:00Z, practice.take-at-no-time",
        "1969-12-31T23:59:59Z, 1970-01-01T00:00:01Z, practice.take-at-no-time",
        "2026-06-18T12:00:00Z, 9999-06-18T12:00:00Z, practice.take-at-no-time",
    })
    void aTakeHasAPossibleTime(String startedAt, String endedAt, String code) throws JsonProcessingException {
        refuses(
                finish(
                        TAKE.replace("2026-06-18T12:00:00Z", startedAt).replace("2026-06-18T12:00:06Z", endedAt),
                        "'2026-06-18T12:00:01Z'",
                        ""),
                code);
    }

    @ParameterizedTest
    @CsvSource({
        "6000, 6000, 0, true",
        "7000, 0, 7000, true",
        "7001, 0, 0, false",
        "6000, 6001, 0, false",
        "6000, 0, 6001, false",
    })
    void aPhoneHeardNoMoreThanWasRecorded(long listened, long speech, long loud, boolean possible)
            throws JsonProcessingException {
        String heard = (", 'clock': 'monotonic', 'readings': {'listenedMs': %d, 'speechMs': %d, 'syllables': 9,"
                        + " 'loudMs': %d}")
                .formatted(listened, speech, loud);
        Finish finish = finish(TAKE, "{'take': 3, 'ms': 0}", heard);
        if (possible) {
            assertThatCode(finish::check).doesNotThrowAnyException();
        } else {
            refuses(finish, "practice.readings-impossible");
        }
    }

    private static void refuses(Finish finish, String code) {
        assertThatThrownBy(finish::check).isInstanceOfSatisfying(Refused.class, refused -> assertThat(refused.code())
                .isEqualTo(code));
    }

    private static Finish finish(String take, String at, String clock) throws JsonProcessingException {
        String json =
                "{'takes': [%s], 'marks': [{'at': %s, 'kind': 'step', 'ref': 'hook'}]%s}".formatted(take, at, clock);
        return JSON.readValue(json.replace('\'', '"'), Finish.class);
    }
}
