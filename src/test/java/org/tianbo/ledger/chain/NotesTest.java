package org.tianbo.ledger.chain;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class NotesTest {

    @Test
    void whatIsWrittenInItsOneWayIsRead() {
        Map<String, String> said = Map.of("name", "一班 \"甲\"\n", "from", "2026-09-01");

        assertThat(Notes.read(CanonicalJson.of(said))).contains(said);
        assertThat(Notes.read("{}")).contains(Map.of());
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "null",
                "[]",
                "{\"a\":\"1\"} ",
                "{ \"a\":\"1\"}",
                "{\"a\":1}",
                "{\"a\":null}",
                "{\"b\":\"1\",\"a\":\"1\"}",
                "{\"a\":\"1\",\"a\":\"1\"}",
                "{\"a\":\"\\u0031\"}",
                "{\"a\":\"1\"},\"county\":\"elsewhere\",\"before\":{}"
            })
    void whatCanBeWrittenAnotherWayIsNot(String text) {
        assertThat(Notes.read(text)).isEmpty();
    }
}
