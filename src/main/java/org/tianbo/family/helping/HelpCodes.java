package org.tianbo.family.helping;

import jakarta.enterprise.context.ApplicationScoped;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.util.Optional;
import java.util.UUID;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.tianbo.people.PeopleConfig;
import org.tianbo.platform.data.Ids;
import org.tianbo.platform.data.KeyedHash;

/** What the trainee's QR holds: signed, so that nobody who guesses ids is ever looked up. */
@ApplicationScoped
class HelpCodes {

    private static final Pattern CODE = Pattern.compile("([a-z0-9-]{1,60})\\.([0-9a-f-]{36})\\.([A-Za-z0-9_-]{43})");

    private final KeyedHash signatures;

    HelpCodes(PeopleConfig config) {
        this.signatures = KeyedHash.sha256(config.hashKey()).derived("codes that let somebody help");
    }

    /** What a signed code names. */
    record Named(String county, UUID helping) {}

    String of(String county, UUID helping) {
        return county + '.' + helping + '.' + signature(county, helping.toString());
    }

    Optional<Named> read(String code) {
        Matcher parts = CODE.matcher(code);
        if (!parts.matches()
                || !MessageDigest.isEqual(ascii(signature(parts.group(1), parts.group(2))), ascii(parts.group(3)))) {
            return Optional.empty();
        }
        return Ids.parse(parts.group(2)).map(helping -> new Named(parts.group(1), helping));
    }

    private static byte[] ascii(String text) {
        return text.getBytes(StandardCharsets.US_ASCII);
    }

    private String signature(String county, String helping) {
        return signatures.base64Url(county + ' ' + helping);
    }
}
