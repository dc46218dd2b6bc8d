package org.tianbo.store.orderfile;

import static org.assertj.core.api.Assertions.assertThat;

import java.math.BigDecimal;
import java.text.DecimalFormat;
import java.text.DecimalFormatSymbols;
import java.util.Locale;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.tianbo.testsupport.SeededRandom;

class MoneyParserTest {

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "¥1,280.00|128000",
                "￥１，２８０.00|128000",
                "1280|128000",
                "0.1|10",
                "19.80元|1980",
                "¥ 12.30|1230",
                "0.00|0",
                "12.340|1234",
                "999999999999.99|99999999999999"
            })
    void anAmountIsReadToTheFen(String text, long fen) {
        assertThat(MoneyParser.parse(text)).hasValue(fen);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "-",
                "无退款申请",
                "-5.00",
                "12.345",
                "1,28",
                "12,80.00",
                "1.28E+3",
                "1.2.3",
                ".5",
                "$5",
                "9999999999999"
            })
    void whatIsNoAmountIsNotGuessedAt(String text) {
        assertThat(MoneyParser.parse(text)).isEmpty();
    }

    @Test
    void everyAmountComesBackFromTheWayItIsPrinted() {
        DecimalFormat printed = new DecimalFormat("¥#,##0.00", DecimalFormatSymbols.getInstance(Locale.ROOT));

        SeededRandom.aThousandTimes(random -> {
            long fen = random.nextLong(100_000_000_000L) >> random.nextInt(30);
            assertThat(MoneyParser.parse(printed.format(BigDecimal.valueOf(fen, 2))))
                    .hasValue(fen);
            assertThat(MoneyParser.parse(BigDecimal.valueOf(fen, 2).toPlainString()))
                    .hasValue(fen);
        });
    }

    @Test
    void noTextMakesItFail() {
        SeededRandom.aThousandTimes(random -> MoneyParser.parse(SeededRandom.text(random))
                .ifPresent(fen -> assertThat(fen).isNotNegative()));
    }
}
