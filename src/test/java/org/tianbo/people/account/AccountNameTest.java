package org.tianbo.people.account;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;

class AccountNameTest {

    /** Keycloak 26, org.keycloak.userprofile.validator.PersonNameProhibitedCharactersValidator. */
    private static final String ACCEPTED = "^[^<>&\"\\v$%!#?§;*~/\\\\|^=\\[\\]{}()\\p{Cntrl}]+$";

    @ParameterizedTest
    @CsvSource({
        "林秀英, 林秀英",
        "阿依古丽·买买提, 阿依古丽·买买提",
        "O'Brien, O'Brien",
        "张三(小), 张三（小）",
        "王五*, 王五＊",
        "[李四], ［李四］",
    })
    void aNameStaysReadable(String name, String kept) {
        assertThat(AccountName.of(name, "k7m3xq")).isEqualTo(kept);
    }

    static Stream<String> names() {
        return Stream.of(
                "<>&\"$%!#?§;*~/\\|^=[]{}()",
                "a\u000b\u0085\u2028\u0000b",
                "五".repeat(101),
                "\uD83D\uDC75".repeat(60),
                "x" + "\uD83D\uDC75".repeat(60),
                "lone \uD83D surrogate",
                "   ",
                "\n");
    }

    @ParameterizedTest
    @MethodSource("names")
    void keycloakTakesWhateverSomebodyIsCalled(String name) {
        String kept = AccountName.of(name, "k7m3xq");

        assertThat(kept).matches(ACCEPTED).isNotBlank();
        assertThat(kept.length()).isLessThanOrEqualTo(100);
        assertThat(kept.codePoints()).noneMatch(c -> Character.getType(c) == Character.SURROGATE);
    }

    @Test
    void aNameOfWhichNothingRemainsIsTheLogin() {
        assertThat(AccountName.of(" \u0000 ", "k7m3xq")).isEqualTo("k7m3xq");
    }
}
