package org.tianbo.practice.upload;

import java.util.Base64;
import java.util.HexFormat;
import java.util.List;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * The header {@code Content-Digest} of RFC 9530: a dictionary of structured fields (RFC 9651) whose values are byte
 * sequences, {@code sha-256=:…:, sha-512=:…:}. Other algorithms than SHA-256 may stand beside it and are passed over.
 */
public final class ContentDigest {

    private static final Pattern MEMBER = Pattern.compile(
            "[ ]*([a-z*][a-z0-9_.*-]*)=:([A-Za-z0-9+/=]*):((?:[ ]*;[ ]*[a-z*][a-z0-9_.*-]*(?:=[^;,]*)?)*)[ \\t]*(,[ \\t]*|$)");

    private static final String ALGORITHM = "sha-256";
    private static final int OCTETS = 32;

    private ContentDigest() {}

    /**
     * @param lines the header's lines as they came
     * @return the SHA-256 in lower-case hex
     * @throws DigestRefused when there is none, or the header is not one
     */
    public static String sha256(List<String> lines) {
        if (lines == null || lines.isEmpty()) {
            throw DigestRefused.missing();
        }
        return member(String.join(",", lines)).map(HexFormat.of()::formatHex).orElseThrow(DigestRefused::missing);
    }

    private static Optional<byte[]> member(String header) {
        Optional<byte[]> found = Optional.empty();
        Matcher members = MEMBER.matcher(header);
        int at = 0;
        while (at < header.length()) {
            if (!members.find(at) || members.start() != at) {
                throw DigestRefused.malformed();
            }
            // The last of equal names counts, says RFC 9651.
            if (members.group(1).equals(ALGORITHM)) {
                found = Optional.of(octets(members.group(2)));
            }
            at = members.end();
            if (at == header.length() && !members.group(4).isEmpty()) {
                throw DigestRefused.malformed();
            }
        }
        return found;
    }

    private static byte[] octets(String base64) {
        try {
            byte[] octets = Base64.getDecoder().decode(base64);
            if (octets.length == OCTETS) {
                return octets;
            }
        } catch (IllegalArgumentException notBase64) {
            throw DigestRefused.malformed();
        }
        throw DigestRefused.malformed();
    }
}
