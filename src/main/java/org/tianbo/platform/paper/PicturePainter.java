package org.tianbo.platform.paper;

import java.awt.Color;
import java.awt.Graphics2D;
import java.awt.geom.AffineTransform;
import java.awt.geom.Path2D;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Paints one of the pictures of {@code pictures.svg}, the file that browsers show too. Its paths know four commands:
 * move, line, curve, close, all in absolute numbers.
 */
final class PicturePainter {

    private static final String FILE = "/META-INF/resources/pictures.svg";
    private static final double SIDE = 48;

    private static final Pattern SYMBOL = Pattern.compile("<symbol id=\"(\\w+)\"[^>]*>(.*?)</symbol>");
    private static final Pattern PATH = Pattern.compile("<path fill=\"(#\\w{6})\" d=\"([^\"]+)\"/>");
    private static final Pattern COMMAND = Pattern.compile("([MLCZ])([^MLCZ]*)");

    /** One area of one colour. */
    private record Area(Color colour, Path2D shape) {}

    private PicturePainter() {}

    /** As {@link ObjectDrawers.Painter} has it. */
    static void paint(Graphics2D graphics, String picture, double side) {
        AffineTransform scale = AffineTransform.getScaleInstance(side / SIDE, side / SIDE);
        for (Area area : areas(picture)) {
            graphics.setColor(area.colour());
            graphics.fill(scale.createTransformedShape(area.shape()));
        }
    }

    private static List<Area> areas(String picture) {
        Matcher symbols = SYMBOL.matcher(file());
        List<Area> areas = new ArrayList<>();
        while (symbols.find()) {
            if (symbols.group(1).equals(picture)) {
                Matcher paths = PATH.matcher(symbols.group(2));
                while (paths.find()) {
                    areas.add(new Area(Color.decode(paths.group(1)), shape(paths.group(2))));
                }
            }
        }
        return areas;
    }

    private static Path2D shape(String path) {
        Path2D shape = new Path2D.Double();
        Matcher commands = COMMAND.matcher(path);
        while (commands.find()) {
            double[] at = numbers(commands.group(2));
            switch (commands.group(1)) {
                case "M" -> shape.moveTo(at[0], at[1]);
                case "L" -> shape.lineTo(at[0], at[1]);
                case "C" -> shape.curveTo(at[0], at[1], at[2], at[3], at[4], at[5]);
                default -> shape.closePath();
            }
        }
        return shape;
    }

    private static double[] numbers(String text) {
        return text.isBlank()
                ? new double[0]
                : Pattern.compile(" ")
                        .splitAsStream(text.strip())
                        .mapToDouble(Double::parseDouble)
                        .toArray();
    }

    private static String file() {
        try (InputStream file = PicturePainter.class.getResourceAsStream(FILE)) {
            return new String(file.readAllBytes(), StandardCharsets.UTF_8);
        } catch (IOException unreadable) {
            throw new UncheckedIOException(unreadable);
        }
    }
}
