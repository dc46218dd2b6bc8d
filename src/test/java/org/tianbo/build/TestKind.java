package org.tianbo.build;

import java.util.ArrayDeque;
import java.util.Deque;
import java.util.HashSet;
import java.util.Set;
import java.util.function.UnaryOperator;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/** By what a test needs beside the JVM, which says what it costs. */
enum TestKind {
    RULES("rules, without a container"),
    NODE("browser code, on Node"),
    DATABASE("application on PostgreSQL, without HTTP"),
    HTTP("application over HTTP"),
    BROWSER("browser"),
    PACKAGED("packaged application");

    private static final Pattern OURS = Pattern.compile("org/tianbo/[\\w/$]+");

    private final String words;

    TestKind(String words) {
        this.words = words;
    }

    String words() {
        return words;
    }

    /**
     * Told by what the class names, or the classes it is helped by: a class file has the names of all it uses.
     *
     * @param test name of the class
     * @param file what is in the class file of that name; empty for whatever is no class of the tests
     */
    static TestKind of(String test, UnaryOperator<String> file) {
        Set<String> helpers = helpers(test, file);
        if (uses(helpers, file, "org.tianbo.testsupport.program.PackagedApplication")) {
            return PACKAGED;
        }
        if (uses(helpers, file, "com.microsoft.playwright.")) {
            return BROWSER;
        }
        if (!uses(Set.of(test), file, "io.quarkus.test.junit.QuarkusTest")) {
            return uses(Set.of(test), file, "org.tianbo.testsupport.program.Node") ? NODE : RULES;
        }
        Set<String> near = new HashSet<>(named(file.apply(test)).toList());
        near.add(test);
        return uses(near, file, "io.restassured.") || uses(near, file, "java.net.http.") ? HTTP : DATABASE;
    }

    /** @param name with dots here, or this class would itself count as one that uses it */
    private static boolean uses(Set<String> classes, UnaryOperator<String> file, String name) {
        String written = name.replace('.', '/');
        return classes.stream().anyMatch(one -> file.apply(one).contains(written));
    }

    /** The class itself and all that it leads to. */
    private static Set<String> helpers(String test, UnaryOperator<String> file) {
        Set<String> found = new HashSet<>(Set.of(test));
        Deque<String> open = new ArrayDeque<>(found);
        while (!open.isEmpty()) {
            named(file.apply(open.pop())).filter(found::add).forEach(open::push);
        }
        return found;
    }

    private static Stream<String> named(String file) {
        return OURS.matcher(file).results().map(found -> found.group().replace('/', '.'));
    }
}
