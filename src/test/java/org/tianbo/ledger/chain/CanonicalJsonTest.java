package org.tianbo.ledger.chain;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Map;
import org.junit.jupiter.api.Test;

class CanonicalJsonTest {

    @Test
    void keysStandInOrderWithNothingBetween() {
        assertThat(CanonicalJson.of(Map.of("b", "2", "a", "1", "aa", "")))
                .isEqualTo("{\"a\":\"1\",\"aa\":\"\",\"b\":\"2\"}");
        assertThat(CanonicalJson.of(Map.of())).isEqualTo("{}");
    }

    /** As section 3.2.2.2 of RFC 8785 has it. */
    @Test
    void onlyWhatMustBeEscapedIs() {
        assertThat(CanonicalJson.of(Map.of("a", "€$\u000f\nA'B\"\\\"/张")))
                .isEqualTo("{\"a\":\"€$\\u000f\\nA'B\\\"\\\\\\\"/张\"}");
        assertThat(CanonicalJson.of(Map.of("a", "\b\t\f\r\u007f\u2028")))
                .isEqualTo("{\"a\":\"\\b\\t\\f\\r\u007f\u2028\"}");
    }
}
