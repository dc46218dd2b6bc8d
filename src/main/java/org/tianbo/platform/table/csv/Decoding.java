package org.tianbo.platform.table.csv;

import java.nio.ByteBuffer;
import java.nio.CharBuffer;
import java.nio.charset.Charset;
import java.nio.charset.CharsetDecoder;
import java.nio.charset.CoderResult;

/**
 * How far bytes can be decoded in an encoding.
 *
 * @param whole to the end
 * @param line the line on which decoding fails, counted from 1
 * @param han the Chinese characters up to there
 * @param byteOrderMark whether a byte order mark stands at the beginning
 * @param nul whether a character of code 0 was met, which no text has
 */
record Decoding(boolean whole, int line, int han, boolean byteOrderMark, boolean nul) {

    private static final char BYTE_ORDER_MARK = '\uFEFF';

    static Decoding of(byte[] bytes, Charset charset) {
        CharsetDecoder decoder = charset.newDecoder();
        ByteBuffer in = ByteBuffer.wrap(bytes);
        CharBuffer out = CharBuffer.allocate(8192);
        int line = 1;
        int han = 0;
        boolean byteOrderMark = false;
        boolean nul = false;
        boolean first = true;
        CoderResult result;
        do {
            out.clear();
            result = decoder.decode(in, out, true);
            out.flip();
            while (out.hasRemaining()) {
                char c = out.get();
                byteOrderMark |= first && c == BYTE_ORDER_MARK;
                first = false;
                nul |= c == 0;
                line += c == '\n' ? 1 : 0;
                han += Character.UnicodeScript.of(c) == Character.UnicodeScript.HAN ? 1 : 0;
            }
        } while (result.isOverflow());
        return new Decoding(!result.isError(), line, han, byteOrderMark, nul);
    }
}
