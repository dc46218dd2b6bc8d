package org.tianbo.platform.table;

import java.io.BufferedReader;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.nio.ByteBuffer;
import java.nio.CharBuffer;
import java.nio.charset.Charset;
import java.nio.charset.CharsetDecoder;
import java.nio.charset.CoderResult;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.OptionalInt;

/**
 * A text file of known encoding. Its bytes are held in memory, up to the cap: only the whole file shows which encoding it
 * is in, and an export with buyers' personal data must not be laid on disk to read it twice.
 */
final class TextFile {

    private static final Charset GB18030 = Charset.forName("GB18030");
    private static final int BYTE_ORDER_MARK = 0xFEFF;

    private final byte[] bytes;
    private final Charset charset;

    private TextFile(byte[] bytes, Charset charset) {
        this.bytes = bytes;
        this.charset = charset;
    }

    static TextFile read(InputStream in, int maxBytes) {
        byte[] bytes;
        try {
            bytes = in.readNBytes(maxBytes + 1);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        if (bytes.length > maxBytes) {
            throw UnreadableTable.tooLarge(maxBytes);
        }
        if (beginsWith(bytes, 'P', 'K', 3, 4) || beginsWith(bytes, 0xD0, 0xCF, 0x11, 0xE0)) {
            throw UnreadableTable.spreadsheet();
        }
        if (contains(bytes, 0)) {
            throw UnreadableTable.notText();
        }
        return new TextFile(bytes, charsetOf(bytes));
    }

    Charset charset() {
        return charset;
    }

    /** The text from its beginning, without its byte order mark; asked for again, it begins again. */
    BufferedReader open() {
        BufferedReader text =
                new BufferedReader(new InputStreamReader(new ByteArrayInputStream(bytes), charset.newDecoder()));
        try {
            text.mark(1);
            if (text.read() != BYTE_ORDER_MARK) {
                text.reset();
            }
            return text;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static Charset charsetOf(byte[] bytes) {
        OptionalInt notUtf8 = firstUndecodable(bytes, StandardCharsets.UTF_8);
        if (notUtf8.isEmpty()) {
            return StandardCharsets.UTF_8;
        }
        if (beginsWith(bytes, 0xEF, 0xBB, 0xBF)) {
            throw UnreadableTable.undecodable(lineAt(bytes, notUtf8.getAsInt()));
        }
        OptionalInt notGb18030 = firstUndecodable(bytes, GB18030);
        if (notGb18030.isPresent()) {
            throw UnreadableTable.undecodable(lineAt(bytes, notGb18030.getAsInt()));
        }
        return GB18030;
    }

    private static OptionalInt firstUndecodable(byte[] bytes, Charset charset) {
        CharsetDecoder decoder = charset.newDecoder();
        ByteBuffer in = ByteBuffer.wrap(bytes);
        CharBuffer out = CharBuffer.allocate(8192);
        CoderResult result;
        do {
            out.clear();
            result = decoder.decode(in, out, true);
        } while (result.isOverflow());
        return result.isError() ? OptionalInt.of(in.position()) : OptionalInt.empty();
    }

    private static int lineAt(byte[] bytes, int position) {
        int line = 1;
        for (int i = 0; i < position; i++) {
            if (bytes[i] == '\n') {
                line++;
            }
        }
        return line;
    }

    private static boolean beginsWith(byte[] bytes, int... magic) {
        byte[] wanted = new byte[magic.length];
        for (int i = 0; i < magic.length; i++) {
            wanted[i] = (byte) magic[i];
        }
        return bytes.length >= wanted.length && Arrays.equals(bytes, 0, wanted.length, wanted, 0, wanted.length);
    }

    private static boolean contains(byte[] bytes, int value) {
        for (byte each : bytes) {
            if (each == value) {
                return true;
            }
        }
        return false;
    }
}
