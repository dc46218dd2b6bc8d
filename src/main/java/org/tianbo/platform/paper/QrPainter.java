package org.tianbo.platform.paper;

import java.awt.Color;
import java.awt.Graphics2D;
import java.awt.Shape;
import java.awt.geom.Path2D;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.tianbo.platform.web.QrCode;

/** Paints the modules of a QR. */
final class QrPainter {

    /** Modules beside each other are drawn as one: printers leave hairlines between two. */
    private static final Pattern MODULES = Pattern.compile("M(\\d+) (\\d+)h(\\d+)");

    private QrPainter() {}

    /** As {@link ObjectDrawers.Painter} has it. */
    static void paint(Graphics2D graphics, String text, double side) {
        QrCode code = QrCode.forPaper(text);
        graphics.setColor(Color.BLACK);
        graphics.fill(areas(MODULES.matcher(code.path()), side / code.size()));
    }

    private static Shape areas(Matcher modules, double module) {
        Path2D areas = new Path2D.Double();
        double right = -1;
        int line = -1;
        double left = 0;
        while (modules.find()) {
            int column = Integer.parseInt(modules.group(1));
            int row = Integer.parseInt(modules.group(2));
            if (row != line || column != right) {
                area(areas, left, line, right, module);
                left = column;
                line = row;
            }
            right = column + Integer.parseInt(modules.group(3));
        }
        area(areas, left, line, right, module);
        return areas;
    }

    private static void area(Path2D areas, double left, int row, double right, double module) {
        if (row >= 0) {
            areas.moveTo(left * module, row * module);
            areas.lineTo(right * module, row * module);
            areas.lineTo(right * module, (row + 1) * module);
            areas.lineTo(left * module, (row + 1) * module);
            areas.closePath();
        }
    }
}
