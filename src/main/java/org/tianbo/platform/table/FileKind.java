package org.tianbo.platform.table;

import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.Locale;

/** What a file is by its first bytes, whatever its name says. */
public enum FileKind {
    ZIP,
    UTF_16LE,
    UTF_16BE,
    /** A text of one or more bytes a character; its encoding is found by decoding all of it. */
    TEXT;

    private static final int BEGINNING_SEARCHED = 2_000;

    /** The name of the stream in which Office keeps a workbook under a password. */
    private static final byte[] ENCRYPTED = "EncryptedPackage".getBytes(StandardCharsets.UTF_16LE);

    /** @throws UnreadableTable for files that are known to hold no table that can be read here */
    public static FileKind of(byte[] bytes) {
        if (beginsWith(bytes, 'P', 'K', 3, 4)) {
            return ZIP;
        }
        if (beginsWith(bytes, 'P', 'K', 5, 6)) {
            throw UnreadableTable.empty();
        }
        if (beginsWith(bytes, 0xD0, 0xCF, 0x11, 0xE0)) {
            throw contains(bytes, ENCRYPTED) ? UnreadableTable.encrypted() : UnreadableTable.oldSpreadsheet();
        }
        if (beginsWith(bytes, 0xFF, 0xFE)) {
            return UTF_16LE;
        }
        if (beginsWith(bytes, 0xFE, 0xFF)) {
            return UTF_16BE;
        }
        if (contains(bytes, new byte[1])) {
            throw UnreadableTable.notText();
        }
        if (isMarkup(bytes)) {
            throw UnreadableTable.oldSpreadsheet();
        }
        return TEXT;
    }

    /** Many back offices write a web page, or Excel's markup of 2003, and name it .xls. */
    private static boolean isMarkup(byte[] bytes) {
        String beginning =
                new String(bytes, 0, Math.min(bytes.length, BEGINNING_SEARCHED), StandardCharsets.ISO_8859_1);
        String text = beginning.startsWith("\u00EF\u00BB\u00BF") ? beginning.substring(3) : beginning;
        return text.stripLeading()
                .toLowerCase(Locale.ROOT)
                .matches("(?s)<(\\?xml|!doctype|html|table|meta|workbook).*");
    }

    private static boolean beginsWith(byte[] bytes, int... magic) {
        byte[] wanted = new byte[magic.length];
        for (int i = 0; i < magic.length; i++) {
            wanted[i] = (byte) magic[i];
        }
        return bytes.length >= wanted.length && Arrays.equals(bytes, 0, wanted.length, wanted, 0, wanted.length);
    }

    private static boolean contains(byte[] bytes, byte[] sought) {
        for (int at = 0; at <= bytes.length - sought.length; at++) {
            if (Arrays.equals(bytes, at, at + sought.length, sought, 0, sought.length)) {
                return true;
            }
        }
        return false;
    }
}
