package org.tianbo.platform.web;

import com.google.zxing.BarcodeFormat;
import com.google.zxing.EncodeHintType;
import com.google.zxing.WriterException;
import com.google.zxing.common.BitMatrix;
import com.google.zxing.qrcode.QRCodeWriter;
import com.google.zxing.qrcode.decoder.ErrorCorrectionLevel;
import java.util.Base64;
import java.util.Map;

/**
 * A QR as the path of an SVG, one unit a module, in a view box of {@code size} by {@code size}.
 *
 * @param size of its side, the quiet zone counted in
 */
public record QrCode(int size, String path) {

    /** The quiet zone that the standard asks for, in modules. */
    private static final int QUIET = 4;

    /** For screens. */
    public static QrCode of(String text) {
        return drawn(text, ErrorCorrectionLevel.L);
    }

    /** For paper: a quarter of it may be covered by a thumb or a crease and it still reads. */
    public static QrCode forPaper(String text) {
        return drawn(text, ErrorCorrectionLevel.Q);
    }

    /**
     * The modules alone, without a quiet zone, row by row, eight to a byte, the first one highest, as Base64: for a
     * browser that draws many of them without a network.
     */
    public static String packed(String text) {
        BitMatrix modules = modules(text, ErrorCorrectionLevel.L, 0);
        int size = modules.getWidth();
        byte[] bits = new byte[(size * size + Byte.SIZE - 1) / Byte.SIZE];
        for (int index = 0; index < size * size; index++) {
            if (modules.get(index % size, index / size)) {
                bits[index / Byte.SIZE] |= (byte) (0x80 >> index % Byte.SIZE);
            }
        }
        return Base64.getEncoder().encodeToString(bits);
    }

    private static QrCode drawn(String text, ErrorCorrectionLevel correction) {
        BitMatrix modules = modules(text, correction, QUIET);
        StringBuilder path = new StringBuilder();
        for (int y = 0; y < modules.getHeight(); y++) {
            for (int x = 0; x < modules.getWidth(); x++) {
                if (modules.get(x, y)) {
                    path.append('M').append(x).append(' ').append(y).append("h1v1h-1z");
                }
            }
        }
        return new QrCode(modules.getWidth(), path.toString());
    }

    private static BitMatrix modules(String text, ErrorCorrectionLevel correction, int margin) {
        try {
            return new QRCodeWriter()
                    .encode(
                            text,
                            BarcodeFormat.QR_CODE,
                            0,
                            0,
                            Map.of(EncodeHintType.MARGIN, margin, EncodeHintType.ERROR_CORRECTION, correction));
        } catch (WriterException tooLong) {
            throw new IllegalArgumentException("No QR holds " + text.length() + " characters", tooLong);
        }
    }
}
