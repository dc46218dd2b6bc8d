package org.tianbo;

import static org.assertj.core.api.Assertions.assertThat;

import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.domain.JavaMethod;
import com.tngtech.archunit.core.domain.JavaModifier;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import jakarta.enterprise.event.Observes;
import jakarta.enterprise.event.ObservesAsync;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Locale;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/**
 * What nobody calls goes. Called by others than our code, and therefore not looked at: methods with an annotation,
 * observers, what overrides, accessors of records, and what a template or text names.
 */
class UnusedMethodsTest {

    private static final Path RESOURCES = Path.of("src/main/resources");
    private static final Set<Path> BESIDES_MAIN = Set.of(Path.of("src/demo/java"), Path.of("src/build/java"));
    private static final Set<String> BY_THE_LANGUAGE =
            Set.of("main", "values", "valueOf", "equals", "hashCode", "toString");

    /** Interfaces that a library implements. */
    private static final String DECLARED = ".*(Messages|Config)(\\$.*)?";

    @Test
    void everyMethodIsCalled() throws IOException {
        JavaClasses classes = new ClassFileImporter().importPackages("org.tianbo");
        Set<String> called = classes.stream()
                .flatMap(user -> user.getCodeUnitAccessesFromSelf().stream())
                .filter(call ->
                        !call.getOrigin().getFullName().equals(call.getTarget().getFullName()))
                .map(call -> named(call.getTarget().getOwner(), call.getTarget().getName()))
                .collect(Collectors.toSet());
        Set<String> words = wordsOfTemplates();
        Set<String> unused = new TreeSet<>();
        for (JavaClass type : classes) {
            if (isOfMain(type)) {
                type.getMethods().stream()
                        .filter(method -> isOursToCall(method) && !isNamedIn(words, method.getName()))
                        .filter(method -> Stream.concat(Stream.of(type), type.getAllSubclasses().stream())
                                .noneMatch(owner -> called.contains(named(owner, method.getName()))))
                        .forEach(method -> unused.add(method.getFullName()));
            }
        }
        assertThat(unused).as("methods that nobody calls: delete them").isEmpty();
    }

    /** A template calls {@code isStaff()} by the property's name, {@code staff}. */
    private static boolean isNamedIn(Set<String> words, String method) {
        String property = method.replaceFirst("^(is|get)(?=[A-Z])", "");
        return words.contains(method)
                || words.contains(property.substring(0, 1).toLowerCase(Locale.ROOT) + property.substring(1));
    }

    /** A class of the application, of the demo or of the build; the two are compiled among the tests. */
    private static boolean isOfMain(JavaClass type) {
        String file = type.getName().replaceFirst("\\$.*", "").replace('.', '/') + ".java";
        boolean besides = BESIDES_MAIN.stream().anyMatch(root -> Files.exists(root.resolve(file)));
        return (besides || type.getSource().orElseThrow().getUri().getPath().contains("/target/classes/"))
                && !type.getName().matches(DECLARED);
    }

    private static boolean isOursToCall(JavaMethod method) {
        JavaClass owner = method.getOwner();
        boolean accessor = owner.isRecord() && method.getRawParameterTypes().isEmpty();
        boolean observes = method.getParameters().stream()
                .anyMatch(each -> each.isAnnotatedWith(Observes.class) || each.isAnnotatedWith(ObservesAsync.class));
        boolean overrides = Stream.concat(owner.getAllRawSuperclasses().stream(), owner.getAllRawInterfaces().stream())
                .anyMatch(above -> above.getMethods().stream()
                        .anyMatch(other -> other.getName().equals(method.getName())));
        return method.getAnnotations().isEmpty()
                && !method.getModifiers().contains(JavaModifier.SYNTHETIC)
                && !method.getName().contains("$")
                && !BY_THE_LANGUAGE.contains(method.getName())
                && !accessor
                && !observes
                && !overrides;
    }

    private static String named(JavaClass owner, String method) {
        return owner.getName() + "#" + method;
    }

    private static Set<String> wordsOfTemplates() throws IOException {
        try (Stream<Path> files = Files.walk(RESOURCES)) {
            return files.filter(file -> file.toString().matches(".*\\.(html|properties)"))
                    .flatMap(file -> Pattern.compile("\\W+").splitAsStream(text(file)))
                    .collect(Collectors.toSet());
        }
    }

    private static String text(Path file) {
        try {
            return Files.readString(file);
        } catch (IOException unreadable) {
            throw new UncheckedIOException(unreadable);
        }
    }
}
