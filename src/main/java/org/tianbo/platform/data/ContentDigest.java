package org.tianbo.platform.data;

import java.nio.ByteBuffer;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import org.greenbytes.http.sfv.ByteSequenceItem;
import org.greenbytes.http.sfv.ListElement;
import org.greenbytes.http.sfv.ParseException;
import org.greenbytes.http.sfv.Parser;
import org.tianbo.platform.error.Refused;

/**
 * The header {@code Content-Digest} (RFC 9530): a dictionary of byte sequences, {@code sha-256=:…:, sha-512=:…:}. Other
 * algorithms than SHA-256 may stand beside it and are passed over.
 */
public final class ContentDigest {

    private static final String ALGORITHM = "sha-256";
    private static final int OCTETS = 32;

    private ContentDigest() {}

    /**
     * @param lines the header's lines as they came
     * @return the SHA-256 in lower-case hex
     * @throws Refused when there is none, or the header is not one
     */
    public static String sha256(List<String> lines) {
        if (lines == null || lines.isEmpty()) {
            throw DigestRefused.missing();
        }
        Map<String, ListElement<?>> members = members(String.join(",", lines).strip());
        if (!members.values().stream().allMatch(ByteSequenceItem.class::isInstance)) {
            throw DigestRefused.malformed();
        }
        if (!(members.get(ALGORITHM) instanceof ByteSequenceItem digest)) {
            throw DigestRefused.missing();
        }
        ByteBuffer octets = digest.get();
        if (octets.remaining() != OCTETS) {
            throw DigestRefused.malformed();
        }
        byte[] bytes = new byte[OCTETS];
        octets.get(bytes);
        return HexFormat.of().formatHex(bytes);
    }

    private static Map<String, ListElement<?>> members(String header) {
        try {
            return Parser.parseDictionary(header).get();
        } catch (ParseException noDictionary) {
            throw DigestRefused.malformed();
        }
    }
}
