package org.tianbo.platform.web;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class ListAddressTest {

    @Test
    void whatIsAbsentOrEmptyIsLeftOut() {
        assertThat(ListAddress.of("/people").with("q", null).with("place", " ")).hasToString("/people");
        assertThat(ListAddress.of("").with("q", "")).hasToString("");
    }

    @Test
    void fieldsStandInTheOrderInWhichTheyAreNamedAndCanHoldAnyLetter() {
        assertThat(ListAddress.of("/people")
                        .with("q", " 王 & 李 ")
                        .with("stage", "")
                        .with("columns", "name,phone"))
                .hasToString("/people?q=%E7%8E%8B+%26+%E6%9D%8E&columns=name,phone");
    }
}
