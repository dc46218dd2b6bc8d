package org.tianbo.people;

import com.google.zxing.BarcodeFormat;
import com.google.zxing.EncodeHintType;
import com.google.zxing.WriterException;
import com.google.zxing.common.BitMatrix;
import com.google.zxing.qrcode.QRCodeWriter;
import com.google.zxing.qrcode.decoder.ErrorCorrectionLevel;
import java.net.URI;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.Map;

/**
 * A QR as an SVG path: one square a module, in a view box of {@code size} by {@code size}.
 *
 * @param address what a phone opens that scans it
 */
public record CardCode(String address, int size, String path) {

    /** The quiet zone that the QR standard asks for, in modules. */
    private static final int MARGIN = 4;

    private static final int LONGEST_GREETED = 8;

    /**
     * The name stands behind a {@code #}: the sign-in page greets by it, and no server is told.
     *
     * @param origin the address under which phones reach this installation
     * @param name as the card prints it
     */
    public static CardCode of(URI origin, String login, String name) {
        String address = origin.resolve("/card/" + login).toString();
        BitMatrix modules = modules(address + '#' + greeted(name));
        StringBuilder path = new StringBuilder();
        for (int y = 0; y < modules.getHeight(); y++) {
            for (int x = 0; x < modules.getWidth(); x++) {
                if (modules.get(x, y)) {
                    path.append('M').append(x).append(' ').append(y).append("h1v1h-1z");
                }
            }
        }
        return new CardCode(address, modules.getWidth(), path.toString());
    }

    /**
     * Percent-encoded, as not every scanner reads more than ASCII; cut where the code would grow too fine to be
     * scanned.
     */
    private static String greeted(String name) {
        String shown = name.codePoints()
                .limit(LONGEST_GREETED)
                .collect(StringBuilder::new, StringBuilder::appendCodePoint, StringBuilder::append)
                .toString();
        return URLEncoder.encode(shown, StandardCharsets.UTF_8).replace("+", "%20");
    }

    private static BitMatrix modules(String address) {
        try {
            // A quarter of the code may be covered by a thumb or a crease and it still reads.
            return new QRCodeWriter()
                    .encode(
                            address,
                            BarcodeFormat.QR_CODE,
                            0,
                            0,
                            Map.of(
                                    EncodeHintType.MARGIN,
                                    MARGIN,
                                    EncodeHintType.ERROR_CORRECTION,
                                    ErrorCorrectionLevel.Q));
        } catch (WriterException tooLong) {
            throw new IllegalArgumentException("No QR for " + address, tooLong);
        }
    }
}
