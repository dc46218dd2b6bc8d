package org.tianbo.curriculum.checks;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class PhraseTest {

    private final Phrase best = phrase(
            """
            {"pattern": {"zh": "最(好|棒)", "en": "the best"},
             "unless": [{"id": "advice", "near": {"zh": "(收到|到手)$"}, "within": 4, "side": "before"}]}
            """);

    @ParameterizedTest
    @ValueSource(strings = {"全国最好的米", "最 好的米", "收到就好。最好的米", "我家的最棒！"})
    void itIsFoundWhereItCounts(String text) {
        assertThat(best.in(text)).hasSize(1);
    }

    @ParameterizedTest
    @ValueSource(strings = {"收到最好先打开看", "到手最好放阴凉处", "米很好", "", "最。好"})
    void itIsLeftAloneWhereItIsHarmless(String text) {
        assertThat(best.in(text)).isEmpty();
    }

    @Test
    void itsPlaceIsThatInTheTextAsWritten() {
        assertThat(best.in("说 明：最 好，最棒")).isEqualTo(List.of(new Phrase.Span(4, 7), new Phrase.Span(8, 10)));
    }

    @Test
    void widthAndCaseMakeNoDifference() {
        Phrase top = phrase("{\"pattern\": {\"zh\": \"top1\"}}");

        assertThat(top.in("全网ＴＯＰ１的茶")).containsExactly(new Phrase.Span(2, 6));
    }

    @Test
    void aContextThatMustBeThereMakesItCount() {
        Phrase cheap = phrase(
                """
                {"pattern": {"zh": "原价"}, "only": {"id": "no-proof", "near": {"zh": "^[^，]{0,6}元"}, "within": 8, \
                "side": "after"}}
                """);

        assertThat(cheap.in("原价八十元")).hasSize(1);
        assertThat(cheap.in("说清原价的凭据")).isEmpty();
    }

    private static Phrase phrase(String json) {
        try {
            return Phrase.of(new ObjectMapper().readTree(json), "zh").orElseThrow();
        } catch (IOException broken) {
            throw new UncheckedIOException(broken);
        }
    }
}
