package org.tianbo.platform.table.xlsx;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import java.util.zip.CRC32;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;

/** Builds XLSX files, sound and unsound, from the rows of their sheets. */
final class Xlsx {

    private static final String MAIN = "http://schemas.openxmlformats.org/spreadsheetml/2006/main";
    private static final String RELATIONS = "http://schemas.openxmlformats.org/officeDocument/2006/relationships";
    private static final String PACKAGE = "http://schemas.openxmlformats.org/package/2006";
    private static final String TYPE = "application/vnd.openxmlformats-officedocument.spreadsheetml.";

    private final Map<String, String> sheets = new LinkedHashMap<>();
    private final List<String> formatsOfStyles = new ArrayList<>();
    private String formats = "";
    private String texts = "";
    private String beginning = "";

    /** Cells of texts, written into the row itself. */
    static String row(String... cells) {
        return "<row>" + Stream.of(cells).map(Xlsx::text).collect(Collectors.joining()) + "</row>";
    }

    static String text(String text) {
        return "<c t=\"inlineStr\"><is><t>" + text + "</t></is></c>";
    }

    Xlsx sheet(String name, String rows) {
        sheets.put(name, rows);
        return this;
    }

    /** The list of texts that cells name by their place. */
    Xlsx texts(String... all) {
        texts = Stream.of(all).map(text -> "<si><t>" + text + "</t></si>").collect(Collectors.joining());
        return this;
    }

    /** A style for each number of a format. */
    Xlsx styles(String... formatNumbers) {
        formatsOfStyles.addAll(List.of(formatNumbers));
        return this;
    }

    Xlsx format(int number, String code) {
        formats += "<numFmt numFmtId=\"" + number + "\" formatCode=\"" + code + "\"/>";
        return this;
    }

    /** Stands before the root of every sheet. */
    Xlsx beginning(String xml) {
        beginning = xml;
        return this;
    }

    byte[] bytes() {
        return zip(false);
    }

    /** Uncompressed, so that a changed byte is a changed character. */
    byte[] stored() {
        return zip(true);
    }

    private byte[] zip(boolean stored) {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        try (ZipOutputStream zip = new ZipOutputStream(out)) {
            for (Map.Entry<String, String> part : parts().entrySet()) {
                byte[] content = ("<?xml version=\"1.0\"?>" + part.getValue()).getBytes(StandardCharsets.UTF_8);
                ZipEntry entry = new ZipEntry(part.getKey());
                if (stored) {
                    CRC32 crc = new CRC32();
                    crc.update(content);
                    entry.setMethod(ZipEntry.STORED);
                    entry.setSize(content.length);
                    entry.setCrc(crc.getValue());
                }
                zip.putNextEntry(entry);
                zip.write(content);
            }
        } catch (IOException impossible) {
            throw new UncheckedIOException(impossible);
        }
        return out.toByteArray();
    }

    private Map<String, String> parts() {
        Map<String, String> parts = new LinkedHashMap<>();
        StringBuilder types = new StringBuilder(override("workbook", "sheet.main"));
        StringBuilder list = new StringBuilder();
        StringBuilder relations = new StringBuilder();
        int number = 0;
        for (Map.Entry<String, String> sheet : sheets.entrySet()) {
            number++;
            list.append("<sheet name=\"" + sheet.getKey() + "\" sheetId=\"" + number + "\" r:id=\"r" + number + "\"/>");
            relations.append("<Relationship Id=\"r" + number + "\" Type=\"" + RELATIONS
                    + "/worksheet\" Target=\"worksheets/sheet" + number + ".xml\"/>");
            parts.put(
                    "xl/worksheets/sheet" + number + ".xml",
                    beginning + "<worksheet xmlns=\"" + MAIN + "\"><sheetData>" + sheet.getValue()
                            + "</sheetData></worksheet>");
        }
        if (!texts.isEmpty()) {
            types.append(override("sharedStrings", "sharedStrings"));
            parts.put("xl/sharedStrings.xml", "<sst xmlns=\"" + MAIN + "\">" + texts + "</sst>");
        }
        if (!formatsOfStyles.isEmpty()) {
            types.append(override("styles", "styles"));
            parts.put(
                    "xl/styles.xml",
                    "<styleSheet xmlns=\"" + MAIN + "\"><numFmts>" + formats + "</numFmts><cellXfs>"
                            + formatsOfStyles.stream()
                                    .map(id -> "<xf numFmtId=\"" + id + "\"/>")
                                    .collect(Collectors.joining())
                            + "</cellXfs></styleSheet>");
        }
        parts.put(
                "xl/workbook.xml",
                "<workbook xmlns=\"" + MAIN + "\" xmlns:r=\"" + RELATIONS + "\"><sheets>" + list
                        + "</sheets></workbook>");
        parts.put(
                "xl/_rels/workbook.xml.rels",
                "<Relationships xmlns=\"" + PACKAGE + "/relationships\">" + relations + "</Relationships>");
        parts.put("[Content_Types].xml", "<Types xmlns=\"" + PACKAGE + "/content-types\">" + types + "</Types>");
        return parts;
    }

    private static String override(String part, String type) {
        return "<Override PartName=\"/xl/" + part + ".xml\" ContentType=\"" + TYPE + type + "+xml\"/>";
    }
}
