package org.tianbo.interop.oneroster;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.zip.ZipEntry;
import java.util.zip.ZipInputStream;
import org.tianbo.interop.InteropRefused;
import org.tianbo.platform.error.Refused;

/**
 * The files of a ZIP, in memory and no more of them than a county's roster can need: how large they become is counted
 * while they are unpacked, whatever the ZIP says of itself, and nothing is written anywhere.
 */
final class RosterArchive {

    /** All files together. */
    static final int LARGEST = 32 * 1024 * 1024;

    private static final int MOST_FILES = 40;

    private RosterArchive() {}

    /** @throws Refused for what is no ZIP, is too large unpacked, or holds anything but OneRoster's files */
    static Map<String, byte[]> read(byte[] zip) {
        Map<String, byte[]> files = new LinkedHashMap<>();
        int left = LARGEST;
        try (ZipInputStream in = new ZipInputStream(new ByteArrayInputStream(zip))) {
            for (ZipEntry entry = in.getNextEntry(); entry != null; entry = in.getNextEntry()) {
                String name = entry.getName();
                boolean known = name.equals(OneRosterFile.MANIFEST)
                        || OneRosterFile.of(name).isPresent();
                // A folder, or a name that leads out of here, is none of them.
                if (!known || files.containsKey(name) || files.size() == MOST_FILES) {
                    throw InteropRefused.archive("interop.zip-name", name);
                }
                byte[] bytes = unpacked(in, left);
                left -= bytes.length;
                files.put(name, bytes);
            }
        } catch (IOException | IllegalArgumentException damaged) {
            throw InteropRefused.archive("interop.zip-damaged", "");
        }
        if (files.isEmpty()) {
            throw InteropRefused.archive("interop.zip-damaged", "");
        }
        return files;
    }

    private static byte[] unpacked(InputStream in, int most) throws IOException {
        byte[] bytes = in.readNBytes(most + 1);
        if (bytes.length > most) {
            throw InteropRefused.archive("interop.zip-large", "");
        }
        return bytes;
    }
}
