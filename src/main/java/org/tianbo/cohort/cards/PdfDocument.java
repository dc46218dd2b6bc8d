package org.tianbo.cohort.cards;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.zip.DeflaterOutputStream;

/**
 * Sheets of A4 with text, squares and lines, as PDF 1.5 (ISO 32000-1). Chinese is written in the font STSong-Light with
 * the encoding UniGB-UTF16-H, both of which the standard's readers know by name (9.7.5.2): nothing is embedded, and the
 * reader takes the Chinese font of its machine. Lengths are points from the lower left corner.
 */
final class PdfDocument {

    static final double WIDE = 595.28;
    static final double HIGH = 841.89;

    private static final String CHINESE = "/C";
    private static final String LATIN = "/L";
    private static final String TYPED = "/T";

    /** About as wide as a letter of Helvetica, of its height; a Chinese character is as wide as it is high. */
    private static final double LETTER = 0.56;

    private static final int FIRST_PAGE = 8;

    private final List<StringBuilder> pages = new ArrayList<>();

    void page() {
        pages.add(new StringBuilder());
    }

    /** A thin grey line around. */
    void frame(double left, double bottom, double wide, double high) {
        draw("0.6 G 0.4 w %.2f %.2f %.2f %.2f re S\n", left, bottom, wide, high);
    }

    /** A black one. */
    void square(double left, double bottom, double side) {
        draw("%.3f %.3f %.3f %.3f re f\n", left, bottom, side, side);
    }

    /** A line of text, as high as that unless it would be wider than it may. */
    void text(double left, double base, double high, double widest, String text) {
        double ems =
                text.codePoints().mapToDouble(one -> isLatin(one) ? LETTER : 1).sum();
        double size = Math.min(high, widest / Math.max(1, ems));
        draw("BT %.2f %.2f Td\n", left, base);
        int from = 0;
        while (from < text.length()) {
            boolean latin = isLatin(text.codePointAt(from));
            int to = from;
            while (to < text.length() && isLatin(text.codePointAt(to)) == latin) {
                to += Character.charCount(text.codePointAt(to));
            }
            draw("%s %.2f Tf ", latin ? LATIN : CHINESE, size);
            write(text.substring(from, to), latin);
            from = to;
        }
        draw("ET\n");
    }

    /** ASCII in letters that cannot be taken for each other. */
    void typed(double left, double base, double high, String text) {
        draw("BT %.2f %.2f Td %s %.2f Tf ", left, base, TYPED, high);
        write(text, true);
        draw("ET\n");
    }

    byte[] bytes() {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        List<Integer> offsets = new ArrayList<>();
        ascii(out, "%PDF-1.5\n");
        StringBuilder kids = new StringBuilder();
        for (int page = 0; page < pages.size(); page++) {
            kids.append(FIRST_PAGE + 2 * page).append(" 0 R ");
        }
        object(out, offsets, "<< /Type /Catalog /Pages 2 0 R >>");
        object(out, offsets, "<< /Type /Pages /Count " + pages.size() + " /Kids [ " + kids + "] >>");
        object(
                out,
                offsets,
                "<< /Type /Font /Subtype /Type0 /BaseFont /STSong-Light-UniGB-UTF16-H /Encoding /UniGB-UTF16-H"
                        + " /DescendantFonts [ 4 0 R ] >>");
        object(
                out,
                offsets,
                "<< /Type /Font /Subtype /CIDFontType0 /BaseFont /STSong-Light /DW 1000 /FontDescriptor 5 0 R"
                        + " /CIDSystemInfo << /Registry (Adobe) /Ordering (GB1) /Supplement 5 >> >>");
        object(
                out,
                offsets,
                "<< /Type /FontDescriptor /FontName /STSong-Light /Flags 6 /FontBBox [ -25 -254 1000 880 ]"
                        + " /ItalicAngle 0 /Ascent 752 /Descent -271 /CapHeight 737 /StemV 58 >>");
        object(out, offsets, standard("Helvetica"));
        object(out, offsets, standard("Courier-Bold"));
        for (int page = 0; page < pages.size(); page++) {
            byte[] drawn = deflated(pages.get(page).toString());
            object(
                    out,
                    offsets,
                    String.format(
                            Locale.ROOT,
                            "<< /Type /Page /Parent 2 0 R /MediaBox [ 0 0 %.2f %.2f ] /Contents %d 0 R"
                                    + " /Resources << /Font << /C 3 0 R /L 6 0 R /T 7 0 R >> >> >>",
                            WIDE,
                            HIGH,
                            FIRST_PAGE + 2 * page + 1));
            begin(out, offsets);
            ascii(out, "<< /Length " + drawn.length + " /Filter /FlateDecode >>\nstream\n");
            out.writeBytes(drawn);
            ascii(out, "\nendstream\nendobj\n");
        }
        int table = out.size();
        ascii(out, "xref\n0 " + (offsets.size() + 1) + "\n0000000000 65535 f \n");
        offsets.forEach(offset -> ascii(out, String.format(Locale.ROOT, "%010d 00000 n \n", offset)));
        ascii(out, "trailer\n<< /Size " + (offsets.size() + 1) + " /Root 1 0 R >>\nstartxref\n" + table + "\n%%EOF\n");
        return out.toByteArray();
    }

    private static boolean isLatin(int character) {
        return character >= ' ' && character <= '~';
    }

    private void write(String text, boolean latin) {
        byte[] bytes = text.getBytes(latin ? StandardCharsets.US_ASCII : StandardCharsets.UTF_16BE);
        StringBuilder hex = new StringBuilder("<");
        for (byte one : bytes) {
            hex.append(String.format(Locale.ROOT, "%02X", one));
        }
        pages.get(pages.size() - 1).append(hex).append("> Tj\n");
    }

    private void draw(String format, Object... values) {
        pages.get(pages.size() - 1).append(String.format(Locale.ROOT, format, values));
    }

    private static String standard(String font) {
        return "<< /Type /Font /Subtype /Type1 /BaseFont /" + font + " /Encoding /WinAnsiEncoding >>";
    }

    private static void object(ByteArrayOutputStream out, List<Integer> offsets, String content) {
        begin(out, offsets);
        ascii(out, content + "\nendobj\n");
    }

    private static void begin(ByteArrayOutputStream out, List<Integer> offsets) {
        offsets.add(out.size());
        ascii(out, offsets.size() + " 0 obj\n");
    }

    private static void ascii(ByteArrayOutputStream out, String text) {
        out.writeBytes(text.getBytes(StandardCharsets.US_ASCII));
    }

    private static byte[] deflated(String text) {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        try (DeflaterOutputStream deflate = new DeflaterOutputStream(out)) {
            deflate.write(text.getBytes(StandardCharsets.US_ASCII));
        } catch (IOException impossible) {
            throw new UncheckedIOException(impossible);
        }
        return out.toByteArray();
    }
}
