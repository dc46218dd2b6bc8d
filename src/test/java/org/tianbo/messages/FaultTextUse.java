package org.tianbo.messages;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Pattern;

/**
 * Codes of faults in Java against their texts. A code is a whole literal ({@code "practice.take-twice"}) or begins with
 * one that ends in a hyphen ({@code "practice.quota-"}).
 */
final class FaultTextUse {

    private static final Pattern LITERAL = Pattern.compile("\"([a-z]+\\.[a-z0-9-]+)\"");
    private static final Pattern THROWN =
            Pattern.compile("(?:\\((?:Fault\\.)?Kind\\.[A-Z_]+,|\\b(?:field|ofField)\\(\"[\\w.-]+\","
                    + "|\\bRefused\\.(?!ofField)[a-zA-Z]+\\(|\\bnew NotFound\\()\\s*" + LITERAL);

    private final Set<String> said = new TreeSet<>();
    private final Set<String> thrown = new TreeSet<>();

    FaultTextUse(List<String> sources) {
        for (String source : sources) {
            LITERAL.matcher(source).results().map(found -> found.group(1)).forEach(said::add);
            THROWN.matcher(source).results().map(found -> found.group(1)).forEach(thrown::add);
        }
    }

    /** @param texts by the part of a code before its dot */
    List<String> faults(Map<String, TextPair> texts) {
        List<String> faults = new ArrayList<>();
        texts.forEach((feature, pair) -> pair.chinese().keys().stream()
                .filter(key -> !isUsed(feature + "." + key))
                .forEach(key -> faults.add(pair.chinese().name() + ": " + key + " is unused; nothing says \"" + feature
                        + "." + key + "\"")));
        for (String code : thrown) {
            TextPair pair = texts.get(code.substring(0, code.indexOf('.')));
            if (!code.endsWith("-") && (pair == null || !pair.chinese().has(code.substring(code.indexOf('.') + 1)))) {
                faults.add((pair == null ? "messages/faults" : pair.chinese().name()) + ": " + code
                        + " is thrown and has no text");
            }
        }
        return faults;
    }

    private boolean isUsed(String code) {
        return said.contains(code) || said.stream().anyMatch(part -> part.endsWith("-") && code.startsWith(part));
    }
}
