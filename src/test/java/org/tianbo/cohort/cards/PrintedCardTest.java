package org.tianbo.cohort.cards;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class PrintedCardTest {

    @Test
    void aLongNameIsPrintedSmallerInsteadOfCut() {
        assertThat(PrintedCards.of("春梅").name().size()).isEqualTo("17.0");
        String size = PrintedCards.of("阿卜杜热依木江·阿卜杜热合曼").name().size();
        assertThat(Double.parseDouble(size)).isBetween(8.0, 12.0);
    }
}
