package org.tianbo.platform.search;

import static org.assertj.core.api.Assertions.assertThat;

import java.lang.reflect.Field;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class SpellingTest {

    @ParameterizedTest(name = "{0} is read {1}, and found by {2} and {3}")
    @CsvSource({
        "张桂英, zhang gui ying, zgy, zhangguiying",
        "张桂英, zhang gui ying, gy, ying",
        "单雄信, shan xiong xin, sxx, dxx",
        "单雄信, shan xiong xin, shanxiong, danxiong",
        "解晓东, xie xiao dong, xxd, jxd",
        "仇英, qiu ying, qy, cy",
        "曾国藩, zeng guo fan, zgf, cgf",
        "任长霞, ren zhang xia, rcx, rzx",
        "尉迟恭, yu chi gong, ycg, wcg",
        "吕绿, lu lu, lvlv, lulu",
        "阿依古丽·买买提, a yi gu li mai mai ti, ayglmmt, maimaiti",
        "Zhang Wei, zhang wei, zw, wei",
        "解, jie, j, jie"
    })
    void namesAreReadAsNamesAndFoundByWhatPeopleType(String name, String reading, String one, String other) {
        Spelling spelling = Spelling.of(name);

        assertThat(spelling.reading()).isEqualTo(reading);
        assertThat(spelling.spellings()).contains(" " + one, " " + other);
    }

    @ParameterizedTest
    @CsvSource({"😀", "·", "𠮷"})
    void aNameWithoutAReadingIsSortedByItself(String name) {
        assertThat(Spelling.of(name).reading()).isEqualTo(name);
    }

    @Test
    void aLongNameStaysShort() {
        assertThat(Spelling.of("张".repeat(60)).spellings()).hasSizeLessThan(2_000);
    }

    /** Of a roster whose names are numbered, the memory would keep every number. */
    @Test
    void whatIsNoChineseCharacterIsNotKept() throws IllegalAccessException {
        Spelling.of("单册A1");
        int kept = kept();

        for (int number = 0; number < 100; number++) {
            assertThat(Spelling.of("单册b" + number).reading()).isEqualTo("shan ce b" + number);
            Spelling.of("单Ü" + number);
        }

        assertThat(kept()).isEqualTo(kept);
    }

    private static int kept() throws IllegalAccessException {
        int kept = 0;
        for (Field field : Spelling.class.getDeclaredFields()) {
            if (Map.class.isAssignableFrom(field.getType())) {
                field.setAccessible(true);
                kept += ((Map<?, ?>) field.get(null)).size();
            }
        }
        return kept;
    }
}
