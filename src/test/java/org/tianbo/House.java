package org.tianbo;

import com.tngtech.archunit.core.domain.Dependency;
import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.domain.JavaClasses;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.function.Predicate;
import java.util.stream.Collectors;

/** The packages as they stand: features, their rooms, and which of them uses which. */
final class House {

    static final String ROOT = "";
    static final String PAGE = "page";
    static final String PLATFORM = "platform";

    private static final String BASE = "org.tianbo.";

    private static final String HEAD =
            """
            # The house

            Features and rooms as they stand; an arrow says "uses". Arrows that follow from others are left out, \
            as are
            `platform`, which all use, and the arrows from each `page` and room to its feature's root. Made by
            `mvn test -Dtest=ArchitectureTest -Dhouse=write`.

            """;

    private final Map<String, Map<String, Set<String>>> types = new TreeMap<>();
    private final Set<Use> uses = new TreeSet<>(Comparator.comparing(Use::toString));

    /** A package: a feature's root, or one of its rooms. */
    record Place(String feature, String room) {

        boolean isRoot() {
            return room.equals(ROOT);
        }

        @Override
        public String toString() {
            return isRoot() ? feature : feature + "/" + room;
        }
    }

    /** One class names another that stands elsewhere. */
    record Use(Place from, String user, Place to, String used) {

        boolean insideOneFeature() {
            return from.feature().equals(to.feature());
        }

        @Override
        public String toString() {
            return "%s.%s -> %s.%s".formatted(from, user, to, used);
        }
    }

    House(JavaClasses classes) {
        for (JavaClass type : classes) {
            if (!isPlaced(type)) {
                continue;
            }
            Place from = place(type);
            types.computeIfAbsent(from.feature(), name -> new TreeMap<>())
                    .computeIfAbsent(from.room(), name -> new TreeSet<>())
                    .add(outermost(type));
            for (Dependency dependency : type.getDirectDependenciesFromSelf()) {
                JavaClass target = dependency.getTargetClass().getBaseComponentType();
                if (isPlaced(target) && !place(target).equals(from)) {
                    uses.add(new Use(from, outermost(type), place(target), outermost(target)));
                }
            }
        }
    }

    /**
     * Whether the plan has the arrow.
     *
     * @param features what each feature may use besides itself and {@code platform}
     * @param rooms what each room of a feature may use besides its feature's root
     */
    static boolean isAllowed(Use use, Map<String, Set<String>> features, Map<String, Map<String, Set<String>>> rooms) {
        if (!use.insideOneFeature()) {
            return use.to().feature().equals(PLATFORM)
                    || (use.to().isRoot()
                            && features.getOrDefault(use.from().feature(), Set.of())
                                    .contains(use.to().feature()));
        }
        return use.to().isRoot()
                || use.from().room().equals(PAGE)
                || rooms.getOrDefault(use.from().feature(), Map.of())
                        .getOrDefault(use.from().room(), Set.of())
                        .contains(use.to().room());
    }

    Set<String> features() {
        return types.keySet();
    }

    /** Without the root. */
    Set<String> rooms(String feature) {
        Set<String> rooms = new TreeSet<>(types.getOrDefault(feature, Map.of()).keySet());
        rooms.remove(ROOT);
        return rooms;
    }

    int files(String feature, String room) {
        return types.get(feature).getOrDefault(room, Set.of()).size();
    }

    List<Use> uses(Predicate<Use> which) {
        return uses.stream().filter(which).toList();
    }

    /** From each room the rooms it uses, the root left out. */
    Map<String, Set<String>> arrowsInside(String feature) {
        Map<String, Set<String>> arrows = new TreeMap<>();
        rooms(feature).forEach(room -> arrows.put(room, new TreeSet<>()));
        uses(use -> use.insideOneFeature()
                        && use.from().feature().equals(feature)
                        && !use.from().isRoot()
                        && !use.to().isRoot())
                .forEach(use -> arrows.get(use.from().room()).add(use.to().room()));
        return arrows;
    }

    /** From each feature the features it uses, {@code platform} left out. */
    Map<String, Set<String>> arrowsBetween() {
        return types.keySet().stream()
                .collect(Collectors.toMap(
                        feature -> feature,
                        feature -> uses(use -> use.from().feature().equals(feature) && !use.insideOneFeature()).stream()
                                .map(use -> use.to().feature())
                                .filter(other -> !other.equals("platform"))
                                .collect(Collectors.toCollection(TreeSet::new)),
                        (one, other) -> one,
                        TreeMap::new));
    }

    /**
     * The whole text of the file that draws the house.
     *
     * @param asked {@code print} prints it with numbers of files, {@code write} renews the file
     */
    String drawing(Path file, String asked) throws IOException {
        String text = HEAD + diagram(false);
        if (asked.equals("print")) {
            System.out.println(HEAD + diagram(true));
        }
        if (asked.equals("write")) {
            Files.createDirectories(file.getParent());
            Files.writeString(file, text);
        }
        return text;
    }

    /**
     * A Mermaid diagram of the features, and one of each feature's rooms. An arrow that others imply is left out.
     *
     * @param counted whether each name stands with its number of files
     */
    String diagram(boolean counted) {
        StringBuilder text = new StringBuilder("## Features\n\n```mermaid\nflowchart TD\n");
        Map<String, Set<String>> between = arrowsBetween();
        features()
                .forEach(feature -> node(
                        text,
                        feature,
                        counted
                                ? types.get(feature).values().stream()
                                        .mapToInt(Set::size)
                                        .sum()
                                : 0));
        between.forEach((from, all) -> direct(between, from, all).forEach(to -> arrow(text, from, to)));
        text.append("```\n");
        for (String feature : features()) {
            if (!rooms(feature).isEmpty()) {
                text.append("\n## ").append(feature).append("\n\n```mermaid\nflowchart TD\n");
                boolean rooted = types.get(feature).containsKey(ROOT);
                if (rooted) {
                    node(text, feature, counted ? files(feature, ROOT) : 0);
                }
                Map<String, Set<String>> inside = arrowsInside(feature);
                rooms(feature).forEach(room -> node(text, room, counted ? files(feature, room) : 0));
                inside.forEach((from, all) -> {
                    direct(inside, from, all).forEach(to -> arrow(text, from, to));
                    if (rooted && all.isEmpty()) {
                        arrow(text, from, feature);
                    }
                });
                text.append("```\n");
            }
        }
        return text.toString();
    }

    private static void node(StringBuilder text, String name, int files) {
        text.append("    ")
                .append(name)
                .append(files > 0 ? "[" + name + " " + files + "]" : "")
                .append('\n');
    }

    private static void arrow(StringBuilder text, String from, String to) {
        text.append("    ").append(from).append(" --> ").append(to).append('\n');
    }

    /** Those that no other of them leads to. */
    private static List<String> direct(Map<String, Set<String>> arrows, String from, Set<String> all) {
        return all.stream()
                .filter(to -> all.stream()
                        .filter(between -> !between.equals(to) && !between.equals(from))
                        .noneMatch(between -> reaches(arrows, between, to, new TreeSet<>(Set.of(from)))))
                .toList();
    }

    static boolean reaches(Map<String, Set<String>> arrows, String from, String to, Set<String> seen) {
        return seen.add(from)
                && arrows.getOrDefault(from, Set.of()).stream()
                        .anyMatch(next -> next.equals(to) || reaches(arrows, next, to, seen));
    }

    private static boolean isPlaced(JavaClass type) {
        return type.getPackageName().startsWith(BASE) && !type.getSimpleName().equals("package-info");
    }

    private static Place place(JavaClass type) {
        String[] parts = type.getPackageName().substring(BASE.length()).split("\\.", 2);
        return new Place(parts[0], parts.length > 1 ? parts[1] : ROOT);
    }

    private static String outermost(JavaClass type) {
        String name = type.getName().substring(type.getPackageName().length() + 1);
        int nested = name.indexOf('$');
        return nested < 0 ? name : name.substring(0, nested);
    }

    /** Those from which the arrows lead back to themselves. */
    static List<String> onCircles(String prefix, Map<String, Set<String>> arrows) {
        return arrows.keySet().stream()
                .filter(name -> reaches(arrows, name, name, new TreeSet<>()))
                .map(name -> prefix + name)
                .sorted()
                .toList();
    }

    /** Arrows that are allowed and that nobody takes. */
    List<String> untaken(Map<String, Set<String>> features, Map<String, Map<String, Set<String>>> rooms) {
        List<String> untaken = new ArrayList<>();
        features.forEach((from, all) -> all.stream()
                .filter(to -> !arrowsBetween().getOrDefault(from, Set.of()).contains(to))
                .forEach(to -> untaken.add(from + " -> " + to)));
        rooms.forEach((feature, inside) -> inside.forEach((from, all) -> all.stream()
                .filter(to ->
                        !arrowsInside(feature).getOrDefault(from, Set.of()).contains(to))
                .forEach(to -> untaken.add(feature + "/" + from + " -> " + feature + "/" + to))));
        return untaken;
    }

    /** The rooms of each feature that has any besides its pages. */
    Map<String, Set<String>> roomsByFeature() {
        Map<String, Set<String>> all = new TreeMap<>();
        for (String feature : features()) {
            Set<String> rooms = rooms(feature);
            rooms.remove(PAGE);
            if (!rooms.isEmpty()) {
                all.put(feature, rooms);
            }
        }
        return all;
    }
}
