package org.tianbo.platform.web.assets;

import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.SortedMap;
import java.util.function.Function;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.zip.CRC32;
import java.util.zip.Deflater;
import java.util.zip.GZIPOutputStream;
import org.tianbo.platform.data.Sha256;

/**
 * A page rendered, encoded and compressed once for many readers, with places left for what is the reader's own: their
 * id and name. Nothing is compressed for a reader: the pieces between the places are compressed already, what stands in
 * a place is sent as it is (RFC 1951 lets such blocks follow each other), and only the sum of the whole (RFC 1952) is
 * computed.
 *
 * <p>Each place is as wide as its placeholder, in bytes: blanks before the next tag, which HTML overlooks, make up for
 * what is shorter. So a compressed piece may point back into those before it, whoever reads.
 */
public final class PreparedPage {

    /** A pattern that is found nowhere: what is the same for all has no places. */
    private static final String NOWHERE = "(?!)";

    /** Deflate, no name, no time, best compression, unknown system. */
    private static final byte[] GZIP_HEADER = {0x1f, (byte) 0x8b, 8, 0, 0, 0, 0, 0, 2, (byte) 0xff};

    private static final int GZIP_TRAILER = 8;

    /** The length of a block that is not compressed, and that length inverted. */
    private static final int STORED_LENGTH = 4;

    /** How far back compressed bytes may point. */
    private static final int WINDOW = 32 * 1024;

    /** Bytes for what is the reader's own, so that the page is put together without being moved. */
    private static final int BYTES_FOR_READER = 256;

    private static final EnumSet<Encoding> FORMS = EnumSet.of(Encoding.GZIP, Encoding.IDENTITY);

    /** @param encoding as {@code Content-Encoding} names it; {@code identity} for the plain page */
    public record Sent(byte[] bytes, String encoding) {

        public Response.ResponseBuilder response() {
            return Response.ok(bytes, MediaType.TEXT_HTML + ";charset=UTF-8")
                    .header(HttpHeaders.CONTENT_ENCODING, encoding)
                    .header(HttpHeaders.VARY, HttpHeaders.ACCEPT_ENCODING);
        }
    }

    /**
     * A place for what is the reader's own.
     *
     * @param after the text between it and the next tag
     * @param width of both, in bytes
     */
    private record Place(String placeholder, String after, int width) {

        static final Place END = new Place("", "", 0);

        byte[] filled(Map<String, String> reader) {
            byte[] own = utf8(escaped(reader.getOrDefault(placeholder, "")) + after);
            byte[] wide = Arrays.copyOf(own, Math.max(own.length, width));
            Arrays.fill(wide, own.length, wide.length, (byte) ' ');
            return wide;
        }
    }

    /** What is the same for everybody, and the place after it. */
    private record Piece(byte[] plain, byte[] deflated, Place place) {}

    private final List<Piece> pieces;
    private final String digest;

    private PreparedPage(List<Piece> pieces, String digest) {
        this.pieces = pieces;
        this.digest = digest;
    }

    /**
     * Prepares a page.
     *
     * @param html as rendered with placeholders for what is the reader's own
     * @param placeholders texts that stand nowhere else in it, each as wide as what may stand in its place
     */
    public static PreparedPage of(String html, List<String> placeholders) {
        String any = placeholders.isEmpty()
                ? NOWHERE
                : placeholders.stream().map(Pattern::quote).collect(Collectors.joining("|"));
        Matcher place =
                Pattern.compile("(" + any + ")((?:(?!" + any + ")[^<])*)").matcher(html);
        List<Piece> pieces = new ArrayList<>();
        ByteArrayOutputStream before = new ByteArrayOutputStream();
        int from = 0;
        while (place.find()) {
            byte[] plain = utf8(html.substring(from, place.start()));
            Place found = new Place(place.group(1), place.group(2), utf8(place.group()).length);
            pieces.add(new Piece(plain, deflated(plain, before.toByteArray(), false), found));
            before.writeBytes(plain);
            // No page has a zero byte in it, so nothing in the next piece is found in a place.
            before.writeBytes(new byte[found.width()]);
            from = place.end();
        }
        byte[] last = utf8(html.substring(from));
        pieces.add(new Piece(last, deflated(last, before.toByteArray(), true), Place.END));
        return new PreparedPage(List.copyOf(pieces), Sha256.shortHex(html));
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
    public Sent in(HttpHeaders headers, SortedMap<String, String> reader) {
        return encoded(headers.getHeaderString(HttpHeaders.ACCEPT_ENCODING), reader);
    }

    Sent encoded(String acceptEncoding, SortedMap<String, String> reader) {
        List<byte[]> own =
                pieces.stream().map(piece -> piece.place().filled(reader)).toList();
        if (Encoding.best(acceptEncoding, FORMS) != Encoding.GZIP) {
            return new Sent(plain(own), Encoding.IDENTITY.token());
        }
        // A name that is too long for its place moves what comes after it, so that page is compressed as a whole.
        return new Sent(fits(own) ? gzip(own) : gzipWhole(plain(own)), Encoding.GZIP.token());
    }

    /** How many bytes are sent to a browser that takes them compressed, but for what is the reader's own. */
    public int compressedSize() {
        return GZIP_HEADER.length + size(Piece::deflated) + GZIP_TRAILER;
    }

    /** How many bytes it takes in memory. */
    int size() {
        return size(Piece::plain) + size(Piece::deflated);
    }

    private int size(Function<Piece, byte[]> form) {
        return pieces.stream().mapToInt(piece -> form.apply(piece).length).sum();
    }

    private boolean fits(List<byte[]> own) {
        return IntStream.range(0, own.size())
                .allMatch(index ->
                        own.get(index).length == pieces.get(index).place().width());
    }

    private byte[] plain(List<byte[]> own) {
        ByteArrayOutputStream page = new ByteArrayOutputStream(size(Piece::plain) + BYTES_FOR_READER);
        for (int index = 0; index < pieces.size(); index++) {
            page.writeBytes(pieces.get(index).plain());
            page.writeBytes(own.get(index));
        }
        return page.toByteArray();
    }

    private byte[] gzip(List<byte[]> own) {
        ByteArrayOutputStream page = new ByteArrayOutputStream(size(Piece::deflated) + BYTES_FOR_READER);
        page.writeBytes(GZIP_HEADER);
        CRC32 sum = new CRC32();
        int length = 0;
        for (int index = 0; index < pieces.size(); index++) {
            byte[] plain = pieces.get(index).plain();
            byte[] filled = own.get(index);
            page.writeBytes(pieces.get(index).deflated());
            if (filled.length > 0) {
                page.writeBytes(storedLength(filled));
                page.writeBytes(filled);
            }
            sum.update(plain);
            sum.update(filled);
            length += plain.length + filled.length;
        }
        page.writeBytes(littleEndian(GZIP_TRAILER)
                .putInt((int) sum.getValue())
                .putInt(length)
                .array());
        return page.toByteArray();
    }

    private static byte[] gzipWhole(byte[] plain) {
        ByteArrayOutputStream page = new ByteArrayOutputStream();
        try (GZIPOutputStream gzip = new GZIPOutputStream(page)) {
            gzip.write(plain);
        } catch (IOException impossible) {
            throw new UncheckedIOException(impossible);
        }
        return page.toByteArray();
    }

    /** No place is as wide as the 64 kB that a block may hold. */
    private static byte[] storedLength(byte[] stored) {
        return littleEndian(STORED_LENGTH)
                .putShort((short) stored.length)
                .putShort((short) ~stored.length)
                .array();
    }

    private static ByteBuffer littleEndian(int bytes) {
        return ByteBuffer.allocate(bytes).order(ByteOrder.LITTLE_ENDIAN);
    }

    /**
     * What is not the last ends with the head of a block that is not compressed: flushing writes an empty one, whose
     * length is left out here, for what stands in the place has its own.
     */
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
            return Arrays.copyOf(deflated.toByteArray(), deflated.size() - (last ? 0 : STORED_LENGTH));
        } finally {
            deflater.end();
        }
    }

    private static byte[] utf8(String text) {
        return text.getBytes(StandardCharsets.UTF_8);
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
