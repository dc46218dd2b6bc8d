package org.tianbo.platform.table.csv;

import java.io.BufferedReader;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.tianbo.platform.table.FileKind;
import org.tianbo.platform.table.Grid;
import org.tianbo.platform.table.Records;
import org.tianbo.platform.table.TableFile;
import org.tianbo.platform.table.TextFormat;
import org.tianbo.platform.table.UnreadableTable;

/** A text file of known encoding, cut into cells by one of the delimiters that offices and shops use. */
public final class TextFile implements TableFile {

    private static final List<Character> DELIMITERS = List.of(',', '\t', ';');
    private static final Charset GB18030 = Charset.forName("GB18030");
    private static final int BYTE_ORDER_MARK = 0xFEFF;

    /** So many Chinese characters are no accident of another encoding: the text is what it decodes to. */
    private static final int HAN_THAT_PROVE_UTF_8 = 3;

    private final byte[] bytes;
    private final Charset charset;

    private TextFile(byte[] bytes, Charset charset) {
        this.bytes = bytes;
        this.charset = charset;
    }

    public static TextFile of(byte[] bytes, FileKind kind) {
        return switch (kind) {
            case UTF_16LE -> new TextFile(bytes, whole(bytes, StandardCharsets.UTF_16LE));
            case UTF_16BE -> new TextFile(bytes, whole(bytes, StandardCharsets.UTF_16BE));
            default -> new TextFile(bytes, charsetOf(bytes));
        };
    }

    @Override
    public List<Grid> grids() {
        return DELIMITERS.stream().<Grid>map(Delimited::new).toList();
    }

    @Override
    public void close() {
        // Bytes in memory need no closing.
    }

    /** The same text as one delimiter parts it. */
    private final class Delimited implements Grid {

        private final char delimiter;

        Delimited(char delimiter) {
            this.delimiter = delimiter;
        }

        @Override
        public Records open() {
            return new TextRecords(reader(), delimiter, endsWithLineEnd());
        }

        @Override
        public Optional<TextFormat> text() {
            return Optional.of(new TextFormat(charset, delimiter));
        }
    }

    /** The text from its beginning, without its byte order mark. */
    private BufferedReader reader() {
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

    private boolean endsWithLineEnd() {
        int last = bytes.length - 1;
        if (charset.equals(StandardCharsets.UTF_16LE)) {
            last--;
        }
        return last >= 0 && (bytes[last] == '\n' || bytes[last] == '\r');
    }

    private static Charset charsetOf(byte[] bytes) {
        Decoding utf8 = Decoding.of(bytes, StandardCharsets.UTF_8);
        if (utf8.whole()) {
            return StandardCharsets.UTF_8;
        }
        if (utf8.byteOrderMark() || utf8.han() >= HAN_THAT_PROVE_UTF_8) {
            throw UnreadableTable.undecodable(utf8.line());
        }
        Decoding gb18030 = Decoding.of(bytes, GB18030);
        if (!gb18030.whole()) {
            throw UnreadableTable.undecodable(
                    Stream.of(utf8, gb18030).mapToInt(Decoding::line).max().getAsInt());
        }
        return GB18030;
    }

    private static Charset whole(byte[] bytes, Charset charset) {
        Decoding decoding = Decoding.of(bytes, charset);
        if (decoding.nul()) {
            throw UnreadableTable.notText();
        }
        if (!decoding.whole()) {
            throw UnreadableTable.undecodable(decoding.line());
        }
        return charset;
    }
}
