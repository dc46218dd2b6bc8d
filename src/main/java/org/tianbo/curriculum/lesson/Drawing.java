package org.tianbo.curriculum.lesson;

import java.io.StringReader;
import java.util.Map;
import java.util.Set;
import javax.xml.stream.XMLInputFactory;
import javax.xml.stream.XMLStreamConstants;
import javax.xml.stream.XMLStreamException;
import javax.xml.stream.XMLStreamReader;
import org.tianbo.curriculum.document.Faults;

/**
 * A drawing, checked and made ready to stand inside a page. The output is built from allowed elements only instead of
 * removing forbidden ones, so that nothing that runs or loads can pass.
 */
public final class Drawing {

    public static final int MOST_BYTES = 12 * 1024;
    private static final double SMALLEST_LETTERS = 14;

    /** Of the circle behind the number of a place, and of what a thumb may tap around it. */
    private static final int NUMBER = 16;

    private static final int REACH = 25;

    private static final Set<String> ELEMENTS =
            Set.of("svg", "g", "path", "circle", "ellipse", "rect", "line", "polyline", "polygon", "text", "tspan");

    private static final Set<String> ATTRIBUTES = Set.of(
            "viewBox",
            "d",
            "cx",
            "cy",
            "r",
            "rx",
            "ry",
            "x",
            "y",
            "x1",
            "y1",
            "x2",
            "y2",
            "width",
            "height",
            "points",
            "fill",
            "fill-opacity",
            "opacity",
            "stroke",
            "stroke-width",
            "stroke-linecap",
            "stroke-linejoin",
            "stroke-dasharray",
            "transform",
            "font-size",
            "font-weight",
            "text-anchor");

    private final String inner;
    private final String viewBox;

    private Drawing(String viewBox, String inner) {
        this.viewBox = viewBox;
        this.inner = inner;
    }

    /** @return the drawing as far as it could be read, empty where it holds what is not allowed; faults are noted */
    public static Drawing read(String file, String svg, Faults faults) {
        Reading reading = new Reading(file, faults);
        try {
            reading.read(svg);
        } catch (XMLStreamException broken) {
            int line = broken.getLocation() == null
                    ? 1
                    : Math.max(1, broken.getLocation().getLineNumber());
            faults.add(file, line, "图画文件不完整", "the drawing is not well-formed");
        }
        return new Drawing(reading.viewBox, reading.forbidden ? "" : reading.out.toString());
    }

    public boolean hasLetters() {
        return inner.contains("<text");
    }

    /** @param alt the text alternative for a person who does not see the drawing */
    String html(String alt) {
        return html(alt, Map.of());
    }

    /**
     * With a number at each of some places, which can be tapped.
     *
     * @param spots across and down, by letter; numbered in the order of the letters
     */
    public String html(String alt, Map<String, int[]> spots) {
        StringBuilder numbers = new StringBuilder();
        spots.forEach((letter, at) -> {
            int number = letter.charAt(0) - 'a' + 1;
            numbers.append("<g class=\"spot\" data-spot=\"")
                    .append(letter)
                    .append("\"><circle class=\"reach\"")
                    .append(circle(at, REACH))
                    .append("<circle")
                    .append(circle(at, NUMBER))
                    .append("<text x=\"")
                    .append(at[0])
                    .append("\" y=\"")
                    .append(at[1] + 7)
                    .append("\" font-size=\"20\" text-anchor=\"middle\">")
                    .append(number)
                    .append("</text></g>");
        });
        return "<svg class=\"drawing\" viewBox=\"" + escaped(viewBox) + "\" role=\"img\" aria-label=\"" + escaped(alt)
                + "\">" + inner + numbers + "</svg>";
    }

    private static String circle(int[] at, int radius) {
        return " cx=\"" + at[0] + "\" cy=\"" + at[1] + "\" r=\"" + radius + "\"></circle>";
    }

    private static String escaped(String text) {
        return text.replace("&", "&amp;")
                .replace("<", "&lt;")
                .replace(">", "&gt;")
                .replace("\"", "&quot;");
    }

    private static final class Reading {

        private final String file;
        private final Faults faults;
        private final StringBuilder out = new StringBuilder();
        private String viewBox = "0 0 320 180";
        private int depth;
        private boolean forbidden;

        Reading(String file, Faults faults) {
            this.file = file;
            this.faults = faults;
        }

        void read(String svg) throws XMLStreamException {
            XMLInputFactory factory = XMLInputFactory.newDefaultFactory();
            factory.setProperty(XMLInputFactory.SUPPORT_DTD, false);
            factory.setProperty(XMLInputFactory.IS_SUPPORTING_EXTERNAL_ENTITIES, false);
            XMLStreamReader xml = factory.createXMLStreamReader(new StringReader(svg));
            while (xml.hasNext()) {
                switch (xml.next()) {
                    case XMLStreamConstants.START_ELEMENT -> open(xml);
                    case XMLStreamConstants.END_ELEMENT -> close(xml);
                    case XMLStreamConstants.CHARACTERS ->
                        out.append(escaped(xml.getText().strip()));
                    default -> {
                        // Comments and the prologue say nothing to a reader.
                    }
                }
            }
        }

        private void open(XMLStreamReader xml) {
            String name = xml.getLocalName();
            if (!ELEMENTS.contains(name)) {
                forbidden = true;
                fault(xml, "图画里不能用 <" + name + ">", "a drawing has no <" + name + ">");
            }
            if (depth++ == 0) {
                root(xml);
                return;
            }
            out.append('<').append(name);
            for (int i = 0; i < xml.getAttributeCount(); i++) {
                attribute(xml, xml.getAttributeLocalName(i), xml.getAttributeValue(i));
            }
            out.append('>');
        }

        private void root(XMLStreamReader xml) {
            String box = xml.getAttributeValue(null, "viewBox");
            if (!"svg".equals(xml.getLocalName()) || box == null || !box.startsWith("0 0 320 ")) {
                fault(
                        xml,
                        "图画要用 <svg viewBox=\"0 0 320 …\">，在小手机上才看得清",
                        "a drawing is an <svg viewBox=\"0 0 320 …\">, so that it reads on a small phone");
                return;
            }
            viewBox = box;
        }

        private void attribute(XMLStreamReader xml, String name, String value) {
            if (!ATTRIBUTES.contains(name) || value.contains("url(")) {
                forbidden = true;
                fault(xml, "图画里不能用 " + name + "=\"…\"", "a drawing has no " + name + "=\"" + value + "\"");
            } else if ("font-size".equals(name) && !largeEnough(value)) {
                fault(xml, "图画里的字太小，至少要 14", "letters in a drawing are at least 14");
            } else if ("stroke-width".equals(name) && value.startsWith("-")) {
                fault(xml, "线不能比零还细", "a line is not thinner than nothing");
            }
            out.append(' ').append(name).append("=\"").append(escaped(value)).append('"');
        }

        private static boolean largeEnough(String size) {
            return size.matches("[0-9]{1,3}(\\.[0-9]+)?") && Double.parseDouble(size) >= SMALLEST_LETTERS;
        }

        private void close(XMLStreamReader xml) {
            if (--depth > 0) {
                out.append("</").append(xml.getLocalName()).append('>');
            }
        }

        private void fault(XMLStreamReader xml, String zh, String en) {
            faults.add(file, xml.getLocation().getLineNumber(), zh, en);
        }
    }
}
