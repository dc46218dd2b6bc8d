package org.tianbo.platform.table.xlsx;

import com.fasterxml.aalto.UncheckedStreamException;
import com.fasterxml.aalto.stax.InputFactoryImpl;
import java.io.InputStream;
import java.util.Objects;
import java.util.Set;
import javax.xml.stream.XMLInputFactory;
import javax.xml.stream.XMLStreamConstants;
import javax.xml.stream.XMLStreamException;
import javax.xml.stream.XMLStreamReader;
import org.dhatim.fastexcel.reader.CellAddress;
import org.tianbo.platform.table.UnreadableTable;

/**
 * What the parts of a workbook would cost its reader, which trusts every number in them: a cell far to the right makes
 * its row as wide, a reference to a text far down a list makes the list as long.
 */
final class SheetCounts {

    static final int MOST_CHARACTERS_IN_A_CELL = 32_767;
    static final int MOST_COLUMNS = 16_384;
    static final long MOST_CELLS = 25_000_000;

    private static final int MOST_CHARACTERS_OF_A_NUMBER = 64;
    private static final int MOST_TEXTS = 2_000_000;
    private static final long MOST_CHARACTERS_OF_TEXTS = 64 << 20;
    private static final long MOST_FORMULA_STEPS = 200_000_000;
    private static final int CELLS_OF_ROOM_FOR_THE_WORK_OF_ONE = 64;

    /** Cells whose value is a text of any length. */
    private static final Set<String> TEXT_TYPES = Set.of("str", "inlineStr");

    private static final String STYLES = "application/vnd.openxmlformats-officedocument.spreadsheetml.styles+xml";
    private static final XMLInputFactory FACTORY = factory();

    private boolean styled;
    private long cells;
    private long formulaSteps;
    private long charactersOfTexts;
    private int texts;
    private int lastTextNamed = -1;

    // Of the part being read:
    private int column;
    private int widest;
    private int arrayFormulas;
    private int longestFormula;

    // Of the cell or text being read:
    private boolean inside;
    private boolean inFormula;
    private boolean inValue;
    private String type = "";
    private int characters;
    private final StringBuilder value = new StringBuilder();

    /** Whether the workbook has formats for its cells. */
    boolean styled() {
        return styled;
    }

    /** Reads a part to its end, or to where it breaks the format, where any other reader stops too. */
    void add(InputStream part) {
        column = 0;
        widest = 0;
        arrayFormulas = 0;
        longestFormula = 0;
        end("");
        try {
            XMLStreamReader xml = FACTORY.createXMLStreamReader(part);
            while (xml.hasNext()) {
                switch (xml.next()) {
                    case XMLStreamConstants.START_ELEMENT -> begin(xml);
                    case XMLStreamConstants.CHARACTERS, XMLStreamConstants.CDATA, XMLStreamConstants.SPACE -> text(xml);
                    case XMLStreamConstants.END_ELEMENT -> end(xml.getLocalName());
                    default -> {
                        // Comments and the like are kept by nobody.
                    }
                }
            }
        } catch (XMLStreamException | UncheckedStreamException senseless) {
            // Opening the workbook will meet the same place and refuse it.
            end("");
        }
    }

    /** The library would search endlessly for a text that is named but not in the list. */
    void refuseTextsMissing() {
        if (lastTextNamed >= texts) {
            throw UnreadableTable.damagedWorkbook();
        }
    }

    private void begin(XMLStreamReader xml) {
        switch (xml.getLocalName()) {
            case "row" -> {
                column = 0;
                // Room is made for the widest row so far.
                cells += widest / CELLS_OF_ROOM_FOR_THE_WORK_OF_ONE;
            }
            case "c" -> cell(xml);
            case "v" -> {
                inValue = true;
                value.setLength(0);
            }
            case "f" -> formula(xml.getAttributeValue(null, "t"));
            case "si" -> {
                inside = true;
                type = "si";
                characters = 0;
                refuse(++texts > MOST_TEXTS);
            }
            case "Override" -> styled |= STYLES.equals(xml.getAttributeValue(null, "ContentType"));
            default -> {
                // Costs nothing beyond its bytes.
            }
        }
    }

    private void cell(XMLStreamReader xml) {
        String address = xml.getAttributeValue(null, "r");
        int at = address == null ? column : columnOf(address);
        refuse(at < 0 || at >= MOST_COLUMNS);
        // What lies between the cell before and this one is filled up.
        cells += Math.max(1, at + 1 - column);
        refuse(cells > MOST_CELLS);
        column = at + 1;
        widest = Math.max(widest, column);
        inside = true;
        type = Objects.requireNonNullElse(xml.getAttributeValue(null, "t"), "n");
        characters = 0;
        formulaSteps += arrayFormulas;
        refuse(formulaSteps > MOST_FORMULA_STEPS);
    }

    private static int columnOf(String address) {
        try {
            // Four letters are beyond any sheet, and so many that the number of the column runs over.
            return address.matches("\\$?[A-Za-z]{1,3}\\$?\\d{1,10}") ? new CellAddress(address).getColumn() : -1;
        } catch (NumberFormatException tooFarDown) {
            return -1;
        }
    }

    private void formula(String kind) {
        inFormula = true;
        arrayFormulas += "array".equals(kind) ? 1 : 0;
        formulaSteps += "shared".equals(kind) ? longestFormula : 0;
        refuse(formulaSteps > MOST_FORMULA_STEPS);
    }

    private void text(XMLStreamReader xml) {
        if (!inside) {
            return;
        }
        int length = xml.getTextLength();
        characters += length;
        refuse(characters > MOST_CHARACTERS_IN_A_CELL);
        if (inFormula) {
            longestFormula = Math.max(longestFormula, characters);
        }
        if (type.equals("si")) {
            charactersOfTexts += length;
            refuse(charactersOfTexts > MOST_CHARACTERS_OF_TEXTS);
        }
        if (inValue && !TEXT_TYPES.contains(type)) {
            value.append(xml.getText());
            refuse(value.length() > MOST_CHARACTERS_OF_A_NUMBER);
        }
    }

    private void end(String element) {
        if (inValue && type.equals("s") && value.length() > 0) {
            nameText(value.toString());
        }
        inValue = false;
        inFormula = false;
        inside &= !element.isEmpty() && !element.equals("c") && !element.equals("si");
    }

    private void nameText(String number) {
        try {
            lastTextNamed = Math.max(lastTextNamed, Integer.parseInt(number));
        } catch (NumberFormatException senseless) {
            throw UnreadableTable.damagedWorkbook();
        }
    }

    private static void refuse(boolean tooMuch) {
        if (tooMuch) {
            throw UnreadableTable.swollen();
        }
    }

    private static XMLInputFactory factory() {
        XMLInputFactory factory = new InputFactoryImpl();
        factory.setProperty(XMLInputFactory.SUPPORT_DTD, false);
        factory.setProperty(XMLInputFactory.IS_SUPPORTING_EXTERNAL_ENTITIES, false);
        return factory;
    }
}
