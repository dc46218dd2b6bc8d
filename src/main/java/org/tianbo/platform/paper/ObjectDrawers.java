package org.tianbo.platform.paper;

import com.openhtmltopdf.extend.FSObjectDrawer;
import com.openhtmltopdf.extend.FSObjectDrawerFactory;
import java.awt.Graphics2D;
import java.util.Map;
import org.w3c.dom.Element;

/** Draws what a page has as {@code <object>}, as areas of one colour: its edges are sharp on any printer. */
final class ObjectDrawers implements FSObjectDrawerFactory {

    private static final Map<String, Painter> BY_TYPE =
            Map.of("qr", QrPainter::paint, "picture", PicturePainter::paint);

    /** Paints a square. */
    @FunctionalInterface
    interface Painter {

        /**
         * @param data of the object
         * @param side of the square, whose upper left corner is at zero
         */
        void paint(Graphics2D graphics, String data, double side);
    }

    @Override
    public FSObjectDrawer createDrawer(Element object) {
        Painter painter = BY_TYPE.get(object.getAttribute("type"));
        String data = object.getAttribute("data");
        return (element, x, y, width, height, device, context, dotsPerPixel) -> {
            device.drawWithGraphics(
                    (float) x,
                    (float) y,
                    (float) width / dotsPerPixel,
                    (float) height / dotsPerPixel,
                    graphics -> painter.paint(graphics, data, width / dotsPerPixel));
            return Map.of();
        };
    }

    @Override
    public boolean isReplacedObject(Element object) {
        return "object".equals(object.getTagName()) && BY_TYPE.containsKey(object.getAttribute("type"));
    }
}
