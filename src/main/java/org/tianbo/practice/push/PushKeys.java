package org.tianbo.practice.push;

import jakarta.enterprise.context.ApplicationScoped;
import java.util.UUID;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.tianbo.media.MediaConfig;
import org.tianbo.platform.data.KeyedHash;
import org.tianbo.platform.data.SealedId;
import org.tianbo.platform.error.Refused;

/**
 * Stream keys, {@code <county>.<token>}, and the names of pushes, {@code <key>.<number>}. A token is the attempt's id,
 * sealed; it is of no use once the attempt is finished.
 */
@ApplicationScoped
class PushKeys {

    private static final Pattern KEY = Pattern.compile("([\\w-]{1,40})\\.(" + SealedId.LETTERS + ")");
    private static final Pattern NAME = Pattern.compile("(.{1,100})\\.(\\d{1,6})");

    private final SealedId tokens;

    PushKeys(MediaConfig config) {
        this.tokens = new SealedId(KeyedHash.sha256(config.linkKey()).derived("rtmp-push"));
    }

    /** What a key opens. */
    record Target(String county, UUID attempt) {}

    /** One push, as the media server names it. */
    record Named(Target target, int push) {}

    String key(String county, UUID attempt) {
        return county + "." + tokens.seal(county, attempt);
    }

    /** @throws Refused for one that was never given out */
    Target target(String key) {
        Matcher parts = KEY.matcher(key == null ? "" : key);
        if (!parts.matches()) {
            throw PushRefused.unknownKey();
        }
        return tokens.open(parts.group(1), parts.group(2))
                .map(attempt -> new Target(parts.group(1), attempt))
                .orElseThrow(PushRefused::unknownKey);
    }

    /** @throws Refused for one whose key was never given out */
    Named named(String name) {
        Matcher parts = NAME.matcher(name);
        if (!parts.matches()) {
            throw PushRefused.unknownKey();
        }
        return new Named(target(parts.group(1)), Integer.parseInt(parts.group(2)));
    }
}
