package org.tianbo.privacy.key;

import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.tianbo.platform.data.KeyedHash;
import org.tianbo.platform.privacy.PhoneNumbers.Range;

/**
 * Phone numbers under one key: {@code <end>~<key>:<sealed>}. The end has a letter from a to j for each digit, the last
 * digit first; which digit a letter stands for depends on the key and on all digits behind it. So numbers that end
 * alike begin alike, which an index finds, and nobody without the key can say with which digits.
 */
final class PhoneCipher {

    private static final int DIGITS = 10;
    private static final int LENGTH = 11;
    private static final int SIGN_LETTERS = 4;

    private static final Pattern STORED = Pattern.compile("(?:[a-j]{11})?~[0-9a-f]{4}:([\\w-]{38,})");

    /** What a number of eleven digits becomes, wherever it stands. */
    private static final Pattern AMONG_WORDS = Pattern.compile("[a-j]{11}~[0-9a-f]{4}:[\\w-]{52}");

    /** A number also begins behind a letter that an address writes as a byte, like %20. */
    private static final String BEGIN = "(?:(?<![0-9])|(?<=%[0-9A-Fa-f]{2}))";

    /** With or without the country in front: 86, 0086, +86, in an address %2B86. */
    private static final Pattern EITHER = Pattern.compile(
            AMONG_WORDS.pattern() + "|(?:" + BEGIN + "|(?<=" + BEGIN + "(?:00)?86))1[3-9][0-9]{9}(?![0-9])");

    private final TextCipher numbers;
    private final KeyedHash ends;
    private final String sign;

    PhoneCipher(KeyedHash key) {
        numbers = new TextCipher(key.bytes("numbers"));
        ends = key.derived("ends");
        sign = "~" + key.hex("sign").substring(0, SIGN_LETTERS) + ":";
    }

    /** Whether the text has the form of a sealed number, under whatever key. */
    static boolean isSealed(String text) {
        return STORED.matcher(text).matches();
    }

    /** Stands in every number sealed under this key. */
    String sign() {
        return sign;
    }

    String seal(String number) {
        byte[] sealed = numbers.encrypt(number.getBytes(StandardCharsets.UTF_8));
        String end = number.length() == LENGTH ? end(number) : "";
        return end + sign + Base64.getUrlEncoder().withoutPadding().encodeToString(sealed);
    }

    /** Empty where it was sealed under another key, or changed. */
    Optional<String> open(String stored) {
        Matcher parts = STORED.matcher(stored);
        if (!parts.matches() || !stored.contains(sign)) {
            return Optional.empty();
        }
        try {
            return numbers.decrypt(Base64.getUrlDecoder().decode(parts.group(1)))
                    .map(plain -> new String(plain, StandardCharsets.UTF_8));
        } catch (IllegalArgumentException notBase64) {
            return Optional.empty();
        }
    }

    /** Each number among the words sealed; what is sealed already is left. */
    String sealIn(String text) {
        return EITHER.matcher(text).replaceAll(found -> isSealed(found.group()) ? found.group() : seal(found.group()));
    }

    /** Each number among the words opened; what cannot be opened is left. */
    String openIn(String text) {
        return AMONG_WORDS.matcher(text).replaceAll(found -> open(found.group()).orElseGet(found::group));
    }

    /** In which stored ends with these digits stand. */
    Range endingWith(String digits) {
        String begun = end(digits);
        return new Range(begun, begun + (char) ('a' + DIGITS));
    }

    private String end(String number) {
        if (!number.chars().allMatch(letter -> letter >= '0' && letter <= '9')) {
            return "";
        }
        StringBuilder end = new StringBuilder();
        for (int at = number.length() - 1; at >= 0; at--) {
            int[] order = order(number.substring(at + 1));
            end.append((char) ('a' + order[number.charAt(at) - '0']));
        }
        return end.toString();
    }

    /** The places of the ten digits in front of those, shuffled by the key. */
    private int[] order(String behind) {
        byte[] random = ends.bytes(behind);
        int[] order = new int[DIGITS];
        for (int place = 0; place < DIGITS; place++) {
            order[place] = place;
        }
        for (int place = DIGITS - 1; place > 0; place--) {
            int drawn = ((random[2 * place] & 0xff) << Byte.SIZE | random[2 * place + 1] & 0xff) % (place + 1);
            int other = order[drawn];
            order[drawn] = order[place];
            order[place] = other;
        }
        return order;
    }
}
