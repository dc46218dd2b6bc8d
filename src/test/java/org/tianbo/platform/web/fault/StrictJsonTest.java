package org.tianbo.platform.web.fault;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import com.fasterxml.jackson.annotation.JsonProperty;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.datatype.jsr310.JavaTimeModule;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** What the API reads, and what it refuses by name, for every type that a call of ours has. */
class StrictJsonTest {

    private static final ObjectMapper MAPPER =
            StrictJson.apply(new ObjectMapper().registerModule(new JavaTimeModule()));

    enum Kind {
        @JsonProperty("change")
        CHANGE,
        @JsonProperty("well-done")
        WELL_DONE
    }

    record Take(int take, Instant startedAt) {}

    record Call(
            Integer number,
            Long length,
            String text,
            Boolean flag,
            Instant at,
            LocalDate day,
            UUID id,
            Kind kind,
            Map<String, Integer> marks,
            Map<String, Set<String>> answers,
            List<Take> takes,
            JsonNode data) {}

    @Test
    void valuesOfTheirTypesAreRead() throws JsonProcessingException {
        Call call = MAPPER.readValue(
                """
                {"number": 3, "length": 4, "text": "1", "flag": true, "at": "2026-06-18T20:14:05.123+08:00",
                 "day": "2026-06-18", "id": "019b2f00-0000-7000-8000-000000000001", "kind": "change",
                 "marks": {"opening": 3, "pace": null}, "answers": {"one": ["a"]},
                 "takes": [{"take": 1, "startedAt": "2026-06-18T12:14:00Z"}], "data": {"any": [1, 2.5, "x"]}}
                """,
                Call.class);

        assertThat(call.at()).isEqualTo("2026-06-18T12:14:05.123Z");
        assertThat(call.day()).isEqualTo("2026-06-18");
        assertThat(call.marks()).containsEntry("opening", 3);
        assertThat(call.kind()).isEqualTo(Kind.CHANGE);
        assertThat(call.takes()).containsExactly(new Take(1, Instant.parse("2026-06-18T12:14:00Z")));
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            textBlock =
                    """
                    {"number": 1.5}                                          | number
                    {"number": 1.0}                                          | number
                    {"number": 1e400}                                        | number
                    {"number": 1e2}                                          | number
                    {"number": 99999999999}                                  | number
                    {"number": "1"}                                          | number
                    {"number": ""}                                           | number
                    {"number": true}                                         | number
                    {"number": [1]}                                          | number
                    {"number": {}}                                           | number
                    {"length": 1.5}                                          | length
                    {"length": 99999999999999999999}                         | length
                    {"length": "1"}                                          | length
                    {"length": true}                                         | length
                    {"text": 1}                                              | text
                    {"text": 1e400}                                          | text
                    {"text": true}                                           | text
                    {"text": ["a"]}                                          | text
                    {"text": {"a": 1}}                                       | text
                    {"flag": 1}                                              | flag
                    {"flag": 0.0}                                            | flag
                    {"flag": "true"}                                         | flag
                    {"at": 1781784845}                                       | at
                    {"at": 1781784845.123}                                   | at
                    {"at": "1781784845"}                                     | at
                    {"at": "2026-06-18"}                                     | at
                    {"at": "2026-06-31T00:00:00Z"}                           | at
                    {"at": "+999999999-12-31T23:59:59Z"}                     | at
                    {"at": "-999999999-01-01T00:00:00Z"}                     | at
                    {"at": "0000-01-01T00:00:00Z"}                           | at
                    {"at": true}                                             | at
                    {"at": ""}                                               | at
                    {"day": 20260618}                                        | day
                    {"day": [2026, 6, 18]}                                   | day
                    {"day": "2026-06-18T00:00:00Z"}                          | day
                    {"day": "-399-01-01"}                                    | day
                    {"id": "AZsvAAAAcACAAAAAAAAAAQ=="}                       | id
                    {"id": "1-1-1-1-1"}                                      | id
                    {"id": 1}                                                | id
                    {"kind": 0}                                              | kind
                    {"kind": "0"}                                            | kind
                    {"kind": ""}                                             | kind
                    {"kind": "shrug"}                                        | kind
                    {"marks": {"opening": 3.5}}                              | marks.opening
                    {"marks": {"opening": "4"}}                              | marks.opening
                    {"marks": {"opening": true}}                             | marks.opening
                    {"marks": [3]}                                           | marks
                    {"answers": {"one": "a"}}                                | answers.one
                    {"answers": {"one": [1]}}                                | answers.one[0]
                    {"takes": [{"take": 1}, {"take": "2"}]}                  | takes[1].take
                    {"takes": [{"take": null}]}                              | takes[0].take
                    {"takes": [{"startedAt": "2026-06-18T12:14:00Z"}]}       | takes[0].take
                    {"takes": [{"take": 1, "startedAt": 5}]}                 | takes[0].startedAt
                    {"takes": {"take": 1}}                                   | takes
                    """)
    void aValueOfAnotherTypeIsNamed(String json, String field) {
        assertThat(fault(json)).isEqualTo(new JsonFault(field, "request.bad-value"));
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            textBlock =
                    """
                    {"number": 1, "number": 2}                       | number
                    {"marks": {"opening": 1, "opening": 5}}          | marks.opening
                    {"takes": [{"take": 1}, {"take": 2, "take": 2}]} | takes[1].take
                    {"data": {"a": {"b": 1, "b": 2}}}                | data.a.b
                    """)
    void aRepeatedNameIsNamed(String json, String field) {
        assertThat(fault(json)).isEqualTo(new JsonFault(field, "request.named-twice"));
    }

    @Test
    void aNameNobodyKnowsIsNamedWithItsPlace() {
        assertThat(fault("{\"takes\": [{\"take\": 1, \"mood\": 1}]}"))
                .isEqualTo(new JsonFault("takes[0].mood", "request.unknown-field"));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "{\"number\": NaN}",
                "{\"number\": Infinity}",
                "{\"number\": 1",
                "{\"takes\": [{\"take\": 0x1}]}",
                "{\"number\": 01}",
                "{} {}",
                "[]",
                "3",
            })
    void whatIsNoJsonOrNoObjectHasNoFieldToName(String json) {
        JsonProcessingException refused =
                catchThrowableOfType(JsonProcessingException.class, () -> MAPPER.readValue(json, Call.class));
        assertThat(JsonFault.of(refused)).isEmpty();
    }

    private static JsonFault fault(String json) {
        JsonProcessingException refused =
                catchThrowableOfType(JsonProcessingException.class, () -> MAPPER.readValue(json, Call.class));
        assertThat(refused).as("is refused: %s", json).isNotNull();
        return JsonFault.of(refused).orElseThrow();
    }
}
