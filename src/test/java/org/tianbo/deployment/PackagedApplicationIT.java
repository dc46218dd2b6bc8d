package org.tianbo.deployment;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.jar.JarEntry;
import java.util.jar.JarFile;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** What is in the application that production runs. Needs the packed application, and nothing that runs. */
class PackagedApplicationIT {

    private static final Path PACKED = Path.of("target/quarkus-app");

    /**
     * Libraries that only the build runs, and PostgreSQL, which only the demo and the tests start; by the beginnings of
     * their files' names. Brotli is Quarkus' own too.
     */
    private static final List<String> NOT_OF_PRODUCTION =
            List.of("com.github.weisj", "org.mvnpm.at.esbuild", "io.zonky.test.postgres");

    @Test
    void neitherTheDemoNorTheToolsOfTheBuildArePacked() throws IOException {
        Set<String> kept = new TreeSet<>();
        kept.addAll(classesAndResources(Path.of("src/demo")));
        kept.addAll(classesAndResources(Path.of("src/build")));
        assertThat(kept).contains("org/tianbo/demo/DemoPeople", "Preflight");

        Set<String> packed = entries();
        assertThat(packed).contains("org/tianbo/Tianbo");
        packed.retainAll(kept);
        assertThat(packed)
                .as("packed, although only the demo or the build needs it")
                .isEmpty();
    }

    @Test
    void noLibraryOfTheBuildOrTheDemoIsPacked() throws IOException {
        try (Stream<Path> libraries = Files.list(PACKED.resolve("lib/main"))) {
            assertThat(libraries.map(library -> library.getFileName().toString()))
                    .noneMatch(name -> NOT_OF_PRODUCTION.stream().anyMatch(name::startsWith));
        }
    }

    /** As they are called inside a jar; classes without their ending, nested ones as part of the outermost. */
    private static Set<String> classesAndResources(Path root) throws IOException {
        try (Stream<Path> files = Files.walk(root)) {
            return files.filter(Files::isRegularFile)
                    .map(file -> root.relativize(file)
                            .subpath(1, root.relativize(file).getNameCount()))
                    .map(file -> file.toString().replace('\\', '/').replaceFirst("\\.java$", ""))
                    .filter(name -> !name.endsWith("package-info"))
                    .collect(Collectors.toSet());
        }
    }

    private static Set<String> entries() throws IOException {
        try (Stream<Path> jars =
                Stream.concat(Files.list(PACKED.resolve("app")), Files.list(PACKED.resolve("quarkus")))) {
            return jars.filter(jar -> jar.toString().endsWith(".jar"))
                    .flatMap(PackagedApplicationIT::entries)
                    .map(name -> name.replaceFirst("(\\$[^/]*)?\\.class$", ""))
                    .collect(Collectors.toCollection(TreeSet::new));
        }
    }

    private static Stream<String> entries(Path jar) {
        try (JarFile file = new JarFile(jar.toFile())) {
            return file.stream().map(JarEntry::getName).toList().stream();
        } catch (IOException unreadable) {
            throw new UncheckedIOException(unreadable);
        }
    }
}
