package org.tianbo.curriculum.desk;

import java.io.IOException;
import java.io.InputStream;
import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.List;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.zip.ZipEntry;
import java.util.zip.ZipInputStream;
import org.tianbo.curriculum.document.Faults;

/**
 * The texts of a content folder that somebody sends as a zip. It is read as it comes, and no further than a county's
 * content can reach: how large a zip says its files are is not believed.
 */
final class ZippedFolder {

    static final int MOST_FILES = 2_000;
    static final int MOST_BYTES_OF_FILE = 200_000;
    static final long MOST_BYTES = 12_000_000;

    /** What systems put into zips by themselves. */
    private static final String MAC = "__MACOSX";

    private final Faults faults;
    private final SortedMap<String, String> texts = new TreeMap<>();
    private long bytes;

    private ZippedFolder(Faults faults) {
        this.faults = faults;
    }

    /** @return texts by their path from {@code courses/} on; what cannot be taken is noted, with its path in the zip */
    static SortedMap<String, String> read(InputStream zip, Faults faults) {
        ZippedFolder folder = new ZippedFolder(faults);
        try (ZipInputStream entries = new ZipInputStream(zip, StandardCharsets.UTF_8)) {
            folder.read(entries);
        } catch (IOException | IllegalArgumentException broken) {
            faults.add("zip", 1, "这个文件不是完整的 zip", "this is no whole zip");
        }
        return folder.texts;
    }

    private void read(ZipInputStream entries) throws IOException {
        int files = 0;
        for (ZipEntry entry = entries.getNextEntry(); entry != null; entry = entries.getNextEntry()) {
            if (++files > MOST_FILES) {
                faults.add("zip", 1, "文件太多，最多 " + MOST_FILES + " 个", "more than " + MOST_FILES + " files");
                return;
            }
            if (!(entry.isDirectory() ? isEmpty(entry.getName(), entries) : take(entry.getName(), entries))) {
                return;
            }
        }
        if (files == 0) {
            faults.add("zip", 1, "这个文件不是 zip，或者是空的", "this is no zip, or an empty one");
        }
    }

    /** What stands in a folder's own entry would be unpacked on the way to the next one. */
    private boolean isEmpty(String name, InputStream in) throws IOException {
        boolean empty = in.read() < 0;
        if (!empty) {
            faults.add(name, 1, "文件夹里藏着内容", "a folder that holds bytes");
        }
        return empty;
    }

    /** @return whether to go on */
    private boolean take(String name, InputStream in) throws IOException {
        byte[] content = in.readNBytes(MOST_BYTES_OF_FILE + 1);
        bytes += content.length;
        if (content.length > MOST_BYTES_OF_FILE || bytes > MOST_BYTES) {
            faults.add(
                    name,
                    1,
                    "解开来太大：一个文件最多 200 kB，全部最多 12 MB",
                    "too large unpacked: at most 200 kB a file, 12 MB in all");
            return false;
        }
        List<String> parts = Arrays.asList(name.split("/", -1));
        if (name.startsWith("/") || name.contains("\\") || name.contains(":") || parts.contains("..")) {
            faults.add(name, 1, "路径跑到文件夹外面去了", "the path leads out of the folder");
            return true;
        }
        int courses = parts.indexOf("courses");
        boolean hidden = parts.stream().anyMatch(part -> part.startsWith(".")) || parts.contains(MAC);
        if (!hidden && courses >= 0) {
            text(name, String.join("/", parts.subList(courses, parts.size())), content);
        }
        return true;
    }

    private void text(String name, String path, byte... content) {
        try {
            String text = StandardCharsets.UTF_8
                    .newDecoder()
                    .decode(ByteBuffer.wrap(content))
                    .toString();
            if (texts.put(path, text) != null) {
                faults.add(name, 1, "这个文件有两份", "this file is there twice");
            }
        } catch (CharacterCodingException noText) {
            faults.add(name, 1, "这个文件不是 UTF-8 的文字", "this file is no text in UTF-8");
        }
    }
}
