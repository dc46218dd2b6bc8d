package org.tianbo.privacy.key;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.HashSet;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.tianbo.platform.data.KeyedHash;
import org.tianbo.platform.privacy.PhoneNumbers.Range;

class PhoneCipherTest {

    private static final String PHONE = "19900000481";

    private final PhoneCipher phones = new PhoneCipher(KeyedHash.sha256("a county's"));
    private final PhoneCipher others = new PhoneCipher(KeyedHash.sha256("another county's"));

    @Test
    void whatWasSealedIsOpenedUnderTheSameKeyOnly() {
        String sealed = phones.seal(PHONE);

        assertThat(sealed).matches("[a-j]{11}~[0-9a-f]{4}:[\\w-]+").isEqualTo(phones.seal(PHONE));
        assertThat(PhoneCipher.isSealed(sealed)).isTrue();
        assertThat(phones.open(sealed)).contains(PHONE);
        assertThat(others.open(sealed)).isEmpty();
        assertThat(others.seal(PHONE)).isNotEqualTo(sealed);
        assertThat(phones.open(sealed.substring(0, sealed.length() - 2) + "AA")).isEmpty();
        assertThat(phones.open("~" + phones.sign().substring(1) + "A".repeat(41)))
                .isEmpty();
        assertThat(phones.open(PHONE)).isEmpty();
    }

    @Test
    void theNumbersOfAnEndAreARangeAndNoOthersAreInIt() {
        Set<String> ends = new HashSet<>();
        for (int last = 0; last < 10_000; last++) {
            String number = "1380000%04d".formatted(last);
            String sealed = phones.seal(number);
            ends.add(sealed.substring(0, 4));
            for (String typed : new String[] {"481", "0481", "00481"}) {
                assertThat(isIn(phones.endingWith(typed), sealed)).isEqualTo(number.endsWith(typed));
            }
        }
        assertThat(ends).hasSize(10_000);
        assertThat(isIn(phones.endingWith(PHONE), phones.seal(PHONE))).isTrue();
    }

    @Test
    void amongWordsOnlyNumbersAreSealedAndAllOfThemComeBack() {
        for (String text : new String[] {
            "?q=" + PHONE + "&sort=name",
            "?q=%E5%BC%A0%20" + PHONE,
            "bad" + PHONE + "cafe",
            "86" + PHONE + " 0086" + PHONE + " +86" + PHONE,
            "?q=%2B86" + PHONE + "&q=%2086" + PHONE + "&q=0086" + PHONE,
            PHONE + "，或 13800000001",
            "订单 619900000481，第 12345678901 号",
            "a~12:b",
            ""
        }) {
            String sealed = phones.sealIn(text);
            assertThat(phones.openIn(sealed)).isEqualTo(text);
            assertThat(phones.sealIn(sealed)).isEqualTo(sealed);
        }
        assertThat(phones.sealIn("?q=%20" + PHONE)).doesNotContain(PHONE);
        assertThat(phones.sealIn("bad" + PHONE)).isEqualTo("bad" + phones.seal(PHONE));
        assertThat(phones.sealIn("619900000481")).isEqualTo("619900000481");
        assertThat(phones.openIn(others.seal(PHONE))).isEqualTo(others.seal(PHONE));
    }

    @Test
    void aNumberWithTheCountryInFrontIsSealedToo() {
        for (String front : new String[] {"86", "0086", "+86", "%2B86", "%2B%2086", "打 86", "?q=0086"}) {
            assertThat(phones.sealIn(front + PHONE)).isEqualTo(front + phones.seal(PHONE));
        }
        for (String longer : new String[] {"186", "10086", "086"}) {
            assertThat(phones.sealIn(longer + PHONE)).isEqualTo(longer + PHONE);
        }
    }

    private static boolean isIn(Range range, String stored) {
        String end = stored.substring(0, stored.indexOf('~'));
        return end.compareTo(range.from()) >= 0 && end.compareTo(range.before()) < 0;
    }
}
