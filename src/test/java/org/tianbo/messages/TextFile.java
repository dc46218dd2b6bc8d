package org.tianbo.messages;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Iterator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * One language of some texts, in the order of its file. Read as Qute reads it: {@code key=value}, {@code #} begins a
 * comment, a backslash at a line's end goes on in the next.
 *
 * @param name the file as a fault names it
 * @param wrong what is wrong with the file itself: keys that stand twice, lines without a key
 */
record TextFile(String name, Map<String, String> texts, List<String> wrong) {

    /** Empty when there is no such file: each of its texts is missing then. */
    static TextFile read(Path file) {
        try {
            return of(file.toString(), Files.exists(file) ? Files.readString(file) : "");
        } catch (IOException unreadable) {
            throw new UncheckedIOException(unreadable);
        }
    }

    static TextFile of(String name, String content) {
        Map<String, String> texts = new LinkedHashMap<>();
        List<String> wrong = new ArrayList<>();
        Iterator<String> lines = content.lines().iterator();
        while (lines.hasNext()) {
            String line = lines.next();
            if (line.isBlank() || line.strip().startsWith("#")) {
                continue;
            }
            StringBuilder whole = new StringBuilder(line);
            while (whole.charAt(whole.length() - 1) == '\\' && lines.hasNext()) {
                whole.setLength(whole.length() - 1);
                whole.append(lines.next().stripLeading());
            }
            int equals = whole.indexOf("=");
            if (equals < 0) {
                wrong.add(name + ": the line “" + line + "” has no =");
                continue;
            }
            String key = whole.substring(0, equals).strip();
            String value = whole.substring(equals + 1).stripLeading().replace("\\n", "\n");
            if (texts.put(key, value) != null) {
                wrong.add(name + ": " + key + " stands twice");
            }
        }
        return new TextFile(name, texts, wrong);
    }

    Set<String> keys() {
        return texts.keySet();
    }

    String text(String key) {
        return texts.get(key);
    }

    boolean has(String key) {
        return texts.containsKey(key);
    }
}
