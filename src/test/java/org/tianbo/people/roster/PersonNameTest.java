package org.tianbo.people.roster;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class PersonNameTest {

    @ParameterizedTest
    @ValueSource(
            strings = {
                "阿依古丽·买买提",
                "阿依古丽•买买提",
                "阿依古丽・买买提",
                "阿依古丽‧买买提",
                "阿依古丽･买买提",
                "阿依古丽∙买买提",
                "阿依古丽⋅买买提",
                "阿依古丽●买买提",
                "阿依古丽．买买提",
                "阿依古丽.买买提",
                "阿依古丽 · 买买提",
                "阿依古丽　•　买买提",
                " 阿依古丽·买\u3000买提 "
            })
    void oneNameIsWrittenInOneWay(String typed) {
        assertThat(PersonName.normal(typed)).isEqualTo("阿依古丽·买买提");
    }

    @ParameterizedTest
    @CsvSource({"马　芳, 马芳", "Mary  Ann, Mary Ann", "A. Smith, A. Smith", "张三（小）, 张三（小）", "J.R. Lee, J.R. Lee"})
    void otherNamesKeepTheirBlanksAndStops(String typed, String name) {
        assertThat(PersonName.normal(typed)).isEqualTo(name);
    }

    @ParameterizedTest
    @ValueSource(strings = {"张\u0000三", "张\u0007 三", "张\n三"})
    void aCharacterThatShowsNothingIsNotKept(String typed) {
        assertThat(PersonName.normal(typed)).isEqualTo("张三");
    }
}
