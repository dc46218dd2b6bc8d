package org.tianbo.platform.web.assets;

import java.io.ByteArrayOutputStream;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.SortedMap;
import java.util.zip.CRC32;
import java.util.zip.Deflater;
import org.tianbo.platform.data.Sha256;

/**
 * A page rendered, encoded and compressed once for many readers, with places left for what is the reader's own: their
 * id and name. These stand near its beginning. What comes after the last of them, nearly all of the page, is the same
 * bytes for everybody, also compressed (RFC 1951 lets compressed blocks follow each other); the short beginning and a
 * digest of the whole (RFC 1952) are computed for each reader.
 *
 * <p>Each place is as wide as its placeholder, in bytes; what is shorter is followed by blanks, which HTML overlooks.
 * So the compressed end may point back into the beginning, whoever reads.
 */
public final class PreparedPage {

    /** Deflate, no name, no time, best compression, unknown system. */
    private static final byte[] GZIP_HEADER = {0x1f, (byte) 0x8b, 8, 0, 0, 0, 0, 0, 2, (byte) 0xff};

    private static final int GZIP_TRAILER = 8;

    /** How far back compressed bytes may point. */
    private static final int WINDOW = 32 * 1024;

    private static final EnumSet<Encoding> FORMS = EnumSet.of(Encoding.GZIP, Encoding.IDENTITY);

    /** @param encoding as {@code Content-Encoding} names it; {@code identity} for the plain page */
    public record Sent(byte[] bytes, String encoding) {}

    /** Up to the last place and with it, placeholders in their places. */
    private final String beginning;

    private final byte[] end;
    private final byte[] endDeflated;
    private final List<String> placeholders;
    private final String digest;

    private PreparedPage(String beginning, byte[] end, byte[] endDeflated, List<String> placeholders, String digest) {
        this.beginning = beginning;
        this.end = end;
        this.endDeflated = endDeflated;
        this.placeholders = placeholders;
        this.digest = digest;
    }

    /**
     * Prepares a page.
     *
     * @param html as rendered with placeholders for what is the reader's own
     * @param placeholders texts that stand nowhere else in it, each as wide as what may stand in its place
     */
    public static PreparedPage of(String html, List<String> placeholders) {
        int cut = placeholders.stream()
                .filter(html::contains)
                .mapToInt(placeholder -> html.lastIndexOf(placeholder) + placeholder.length())
                .max()
                .orElse(0);
        String beginning = html.substring(0, cut);
        byte[] end = utf8(html.substring(cut));
        String nothingThere = beginning;
        for (String placeholder : placeholders) {
            // No page has a zero byte in it, so nothing in the end is found in a place.
            nothingThere = nothingThere.replace(placeholder, "\0".repeat(width(placeholder)));
        }
        return new PreparedPage(
                beginning, end, deflated(end, utf8(nothingThere), true), placeholders, Sha256.shortHex(html));
    }

    /**
     * Names the page as this reader sees it, for an {@code ETag}.
     *
     * @param reader what stands at each placeholder
     */
    public String tag(SortedMap<String, String> reader) {
        return digest + "-" + Sha256.shortHex(String.join("\n", reader.values()));
    }

    /** The page for this reader, in the form their browser likes best. */
    public Sent in(String acceptEncoding, SortedMap<String, String> reader) {
        byte[] start = beginningFor(reader);
        // A name that is too long for its place moves what comes after it, so that page is not sent from here
        // compressed.
        boolean fits = start.length == width(beginning);
        return fits && Encoding.best(acceptEncoding, FORMS) == Encoding.GZIP
                ? new Sent(gzip(start), Encoding.GZIP.token())
                : new Sent(joined(start, end), Encoding.IDENTITY.token());
    }

    private byte[] beginningFor(Map<String, String> reader) {
        String start = beginning;
        for (String placeholder : placeholders) {
            String text = escaped(reader.get(placeholder));
            int blanks = Math.max(0, width(placeholder) - width(text));
            start = start.replace(placeholder, text + " ".repeat(blanks));
        }
        return utf8(start);
    }

    private byte[] gzip(byte[] start) {
        CRC32 sum = new CRC32();
        sum.update(start);
        sum.update(end);
        byte[] trailer = ByteBuffer.allocate(GZIP_TRAILER)
                .order(ByteOrder.LITTLE_ENDIAN)
                .putInt((int) sum.getValue())
                .putInt(start.length + end.length)
                .array();
        return joined(GZIP_HEADER, deflated(start, new byte[0], false), endDeflated, trailer);
    }

    private static byte[] deflated(byte[] plain, byte[] before, boolean last) {
        Deflater deflater = new Deflater(Deflater.BEST_COMPRESSION, true);
        try {
            deflater.setDictionary(before, Math.max(0, before.length - WINDOW), Math.min(before.length, WINDOW));
            deflater.setInput(plain);
            if (last) {
                deflater.finish();
            }
            ByteArrayOutputStream deflated = new ByteArrayOutputStream();
            byte[] buffer = new byte[8192];
            int written;
            do {
                written = deflater.deflate(buffer, 0, buffer.length, last ? Deflater.NO_FLUSH : Deflater.SYNC_FLUSH);
                deflated.write(buffer, 0, written);
            } while (last ? !deflater.finished() : written == buffer.length);
            return deflated.toByteArray();
        } finally {
            deflater.end();
        }
    }

    private static byte[] joined(byte[]... parts) {
        ByteArrayOutputStream whole = new ByteArrayOutputStream(
                Arrays.stream(parts).mapToInt(part -> part.length).sum());
        for (byte[] part : parts) {
            whole.writeBytes(part);
        }
        return whole.toByteArray();
    }

    private static byte[] utf8(String text) {
        return text.getBytes(StandardCharsets.UTF_8);
    }

    private static int width(String text) {
        return utf8(text).length;
    }

    /** As Qute escapes a value in HTML. */
    private static String escaped(String text) {
        return text.replace("&", "&amp;")
                .replace("<", "&lt;")
                .replace(">", "&gt;")
                .replace("\"", "&quot;")
                .replace("'", "&#39;");
    }
}
