package org.tianbo.store.opening;

import java.awt.Color;
import java.awt.Graphics2D;
import java.awt.image.BufferedImage;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import javax.imageio.ImageIO;

/** Photos as phones send them: lying on their side, with the maker's name and the place written into them. */
public final class PhonePhoto {

    public static final String MAKER = "SECRET-PHONE";

    private static final int ORIENTATION = 0x0112;
    private static final int MAKE = 0x010F;
    private static final int PLACE = 0x8825;

    private PhonePhoto() {}

    /**
     * A JPEG whose pixels lie on their side; its blue corner is at the top left of them, at the top right when upright.
     */
    public static byte[] lying(int width, int height) {
        byte[] plain = written(width, height, "jpg");
        byte[] exif = exif();
        return ByteBuffer.allocate(plain.length + exif.length + 4)
                .put(plain, 0, 2)
                .putShort((short) 0xFFE1)
                .putShort((short) (exif.length + 2))
                .put(exif)
                .put(plain, 2, plain.length - 2)
                .array();
    }

    public static byte[] png(int width, int height) {
        return written(width, height, "png");
    }

    /** The first bytes of an iPhone's own format. */
    public static byte[] heic() {
        return ByteBuffer.allocate(64)
                .putInt(24)
                .put("ftypheic\0\0\0\0mif1heic".getBytes(StandardCharsets.ISO_8859_1))
                .array();
    }

    public static BufferedImage read(byte[] picture) {
        try {
            return ImageIO.read(new ByteArrayInputStream(picture));
        } catch (IOException unreadable) {
            throw new UncheckedIOException(unreadable);
        }
    }

    private static byte[] written(int width, int height, String format) {
        BufferedImage image = new BufferedImage(width, height, BufferedImage.TYPE_INT_RGB);
        Graphics2D brush = image.createGraphics();
        brush.setColor(Color.RED);
        brush.fillRect(0, 0, width, height);
        brush.setColor(Color.BLUE);
        brush.fillRect(0, 0, width / 4, height / 4);
        brush.dispose();
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        try {
            ImageIO.write(image, format, out);
        } catch (IOException failed) {
            throw new UncheckedIOException(failed);
        }
        return out.toByteArray();
    }

    /** Exif with the maker, "turn me a quarter clockwise" and a place in the north. */
    private static byte[] exif() {
        byte[] maker = (MAKER + "\0").getBytes(StandardCharsets.US_ASCII);
        int makerAt = 8 + 2 + 3 * 12 + 4;
        int placeAt = makerAt + maker.length;
        ByteBuffer tiff = ByteBuffer.allocate(placeAt + 2 + 12 + 4);
        tiff.put("MM".getBytes(StandardCharsets.US_ASCII)).putShort((short) 42).putInt(8);
        tiff.putShort((short) 3);
        entry(tiff, MAKE, 2, maker.length, makerAt);
        entry(tiff, ORIENTATION, 3, 1, 6 << 16);
        entry(tiff, PLACE, 4, 1, placeAt);
        tiff.putInt(0).put(maker);
        tiff.putShort((short) 1);
        entry(tiff, 1, 2, 2, 'N' << 24);
        tiff.putInt(0);
        return ByteBuffer.allocate(6 + tiff.capacity())
                .put("Exif\0\0".getBytes(StandardCharsets.US_ASCII))
                .put(tiff.array())
                .array();
    }

    private static void entry(ByteBuffer tiff, int tag, int type, int count, int value) {
        tiff.putShort((short) tag).putShort((short) type).putInt(count).putInt(value);
    }
}
