package org.tianbo.platform.paper;

import com.openhtmltopdf.extend.FSObjectDrawer;
import com.openhtmltopdf.extend.FSObjectDrawerFactory;
import com.openhtmltopdf.extend.OutputDevice;
import com.openhtmltopdf.render.RenderingContext;
import java.awt.Color;
import java.awt.Shape;
import java.awt.geom.Path2D;
import java.util.Map;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.tianbo.platform.web.QrCode;
import org.w3c.dom.Element;

/** Draws a QR as areas, not as an image: its edges are sharp on any printer. */
final class QrDrawer implements FSObjectDrawer {

    private static final Set<String> DRAWN = Set.of("qr", "picture");

    static final FSObjectDrawerFactory FACTORY = new FSObjectDrawerFactory() {

        @Override
        public FSObjectDrawer createDrawer(Element object) {
            return "qr".equals(object.getAttribute("type")) ? new QrDrawer() : new PictureDrawer();
        }

        @Override
        public boolean isReplacedObject(Element object) {
            return "object".equals(object.getTagName()) && DRAWN.contains(object.getAttribute("type"));
        }
    };

    /** Modules beside each other are drawn as one: printers leave hairlines between two. */
    private static final Pattern MODULES = Pattern.compile("M(\\d+) (\\d+)h(\\d+)");

    @Override
    public Map<Shape, String> drawObject(
            Element object,
            double x,
            double y,
            double width,
            double height,
            OutputDevice device,
            RenderingContext context,
            int dotsPerPixel) {
        QrCode code = QrCode.forPaper(object.getAttribute("data"));
        Matcher modules = MODULES.matcher(code.path());
        device.drawWithGraphics(
                (float) x, (float) y, (float) width / dotsPerPixel, (float) height / dotsPerPixel, graphics -> {
                    double module = width / dotsPerPixel / code.size();
                    graphics.setColor(Color.BLACK);
                    graphics.fill(areas(modules, module));
                });
        return Map.of();
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
