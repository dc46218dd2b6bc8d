package org.tianbo.messages;

import io.quarkus.qute.i18n.MessageBundle;
import java.lang.reflect.Method;
import java.lang.reflect.Parameter;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/**
 * The messages of one interface with their texts.
 *
 * @param name as templates say it: {@code {app:back}}
 * @param type the interface's name
 * @param methods each message with the names of its parameters
 * @param called messages that Java asks for
 */
record Bundle(String name, String type, Map<String, List<String>> methods, Set<String> called, TextPair texts) {

    private static final Pattern PARAMETER = Pattern.compile("[a-z]\\w*");

    /**
     * Of an interface and its files under {@code folder}.
     *
     * @param sources all of the application's Java
     */
    static Bundle of(Class<?> type, Path folder, List<String> sources) {
        String name = type.getAnnotation(MessageBundle.class).value();
        Map<String, List<String>> methods = new TreeMap<>();
        for (Method method : type.getMethods()) {
            methods.put(
                    method.getName(),
                    Arrays.stream(method.getParameters())
                            .map(Parameter::getName)
                            .toList());
        }
        return new Bundle(
                name,
                type.getSimpleName(),
                methods,
                called(type, methods.keySet(), sources),
                new TextPair(
                        TextFile.read(folder.resolve(name + ".properties")),
                        TextFile.read(folder.resolve(name + "_en.properties")),
                        Blanks.QUTE));
    }

    /** What Java asks for: a method of that name in a source that knows the interface. */
    private static Set<String> called(Class<?> type, Set<String> methods, List<String> sources) {
        List<String> callers = sources.stream()
                .filter(source ->
                        source.contains(type.getSimpleName()) && !source.contains("interface " + type.getSimpleName()))
                .toList();
        return methods.stream()
                .filter(key -> callers.stream()
                        .anyMatch(source -> source.contains("." + key + "(") || source.contains("::" + key)))
                .collect(Collectors.toSet());
    }

    /** Texts that stand in an interface: Qute would take them before those in the files. */
    static List<String> inJava(String file, String source) {
        return source.lines()
                .map(String::strip)
                .filter(line -> line.startsWith("@Message("))
                .map(line -> file + ": " + line + " belongs into a file of messages")
                .toList();
    }

    /**
     * What does not fit, a readable line each.
     *
     * @param used messages that templates ask for: {@code app:back}
     */
    List<String> faults(Set<String> used) {
        List<String> faults = new ArrayList<>();
        methods.forEach((key, parameters) -> {
            for (TextFile file : List.of(texts.chinese(), texts.english())) {
                if (!file.has(key)) {
                    faults.add(file.name() + ": " + key + " is missing; " + type + " names it");
                }
            }
            if (!used.contains(name + ":" + key) && !called.contains(key)) {
                faults.add(texts.chinese().name() + ": " + key + " is unused; strike it from " + type
                        + " and from both files");
            }
            parameters(key, parameters, faults);
        });
        for (TextFile file : List.of(texts.chinese(), texts.english())) {
            file.keys().stream()
                    .filter(key -> !methods.containsKey(key))
                    .forEach(key -> faults.add(file.name() + ": " + type + " names no message " + key));
        }
        if (faults.isEmpty()) {
            faults.addAll(texts.faults());
            faults.addAll(texts.outOfOrder());
        }
        return faults;
    }

    private void parameters(String key, List<String> parameters, List<String> faults) {
        Set<String> said = new TreeSet<>();
        for (TextFile file : List.of(texts.chinese(), texts.english())) {
            Set<String> blanks = texts.blanksOf(file, key);
            said.addAll(blanks);
            blanks.stream()
                    .filter(blank -> PARAMETER.matcher(blank).matches() && !parameters.contains(blank))
                    .forEach(blank -> faults.add(
                            file.name() + ": " + key + " says {" + blank + "}, which " + type + " does not hand it"));
        }
        parameters.stream()
                .filter(parameter -> !said.contains(parameter))
                .forEach(parameter -> faults.add(texts.chinese().name() + ": " + key + " never says {" + parameter
                        + "}, which " + type + " hands it, nor does the English"));
    }
}
