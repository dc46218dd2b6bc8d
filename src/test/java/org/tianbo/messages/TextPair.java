package org.tianbo.messages;

import java.util.ArrayList;
import java.util.Iterator;
import java.util.List;
import java.util.Set;

/** The same texts in Chinese and in English. */
record TextPair(TextFile chinese, TextFile english, Blanks blanks) {

    /** What does not fit between the two, a readable line each. */
    List<String> faults() {
        List<String> faults = new ArrayList<>(chinese.wrong());
        faults.addAll(english.wrong());
        missing(chinese, english, faults);
        missing(english, chinese, faults);
        for (String key : chinese.keys()) {
            if (english.has(key)) {
                compare(key, faults);
            }
        }
        return faults;
    }

    private static void missing(TextFile here, TextFile there, List<String> faults) {
        here.keys().stream()
                .filter(key -> !there.has(key))
                .forEach(key -> faults.add(there.name() + ": " + key + " is missing; " + here.name() + " has it"));
    }

    private void compare(String key, List<String> faults) {
        Set<String> inChinese = blanks(chinese, key, faults);
        Set<String> inEnglish = blanks(english, key, faults);
        if (inChinese != null && inEnglish != null && !inChinese.equals(inEnglish)) {
            faults.add(english.name() + ": " + key + " fills in " + inEnglish + ", the Chinese " + inChinese);
        }
    }

    private Set<String> blanks(TextFile file, String key, List<String> faults) {
        try {
            return blanks.in(file.text(key));
        } catch (IllegalArgumentException unreadable) {
            faults.add(file.name() + ": " + key + " cannot be read: "
                    + unreadable.getMessage().lines().findFirst().orElse(""));
            return null;
        }
    }

    /** Where one language stands in another order than the other: both are read side by side. */
    List<String> outOfOrder() {
        Iterator<String> there =
                english.keys().stream().filter(chinese::has).toList().iterator();
        return chinese.keys().stream()
                .filter(english::has)
                .filter(key -> !key.equals(there.next()))
                .limit(1)
                .map(key -> english.name() + ": " + key + " stands elsewhere than in the Chinese")
                .toList();
    }

    /** What a text leaves open; nothing where it is missing or cannot be read. */
    Set<String> blanksOf(TextFile file, String key) {
        Set<String> found = file.has(key) ? blanks(file, key, new ArrayList<>()) : null;
        return found == null ? Set.of() : found;
    }
}
