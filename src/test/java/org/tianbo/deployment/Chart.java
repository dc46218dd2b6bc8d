package org.tianbo.deployment;

import com.marcnuri.helm.Helm;
import com.marcnuri.helm.LintResult;
import com.marcnuri.helm.TemplateCommand;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Objects;
import java.util.function.UnaryOperator;
import java.util.stream.Stream;
import java.util.stream.StreamSupport;
import org.yaml.snakeyaml.Yaml;

/** The project's chart, linted and rendered as {@code helm} would do it. */
final class Chart {

    static final Path HOME = Path.of("helm/tianbo");
    static final Path TEST_VALUES = HOME.resolve("ci/test-values.yaml");

    /** The oldest that Chart.yaml admits; without it the library pretends to be a much older one. */
    private static final String KUBERNETES = "1.30.0";

    private Chart() {}

    /** Every object the chart makes of the test values and the given changes. */
    static Manifests render(UnaryOperator<TemplateCommand> changes) {
        return parse(changes.apply(template(TEST_VALUES)).call());
    }

    /** Renders with these values instead of the test values. */
    static void renderWith(Path values) {
        template(values).call();
    }

    /**
     * As {@link #render}, of the test values alone, with the hooks, which the library leaves out of what it renders.
     */
    static Manifests renderWithHooks(Path emptyFolder) throws IOException {
        Path copy = copyTo(emptyFolder);
        Path job = copy.resolve("templates/migration-job.yaml");
        Files.writeString(job, Files.readString(job).replace("helm.sh/hook:", "was-helm.sh/hook:"));
        return parse(template(copy, TEST_VALUES).call());
    }

    private static TemplateCommand template(Path values) {
        return template(HOME, values);
    }

    private static TemplateCommand template(Path chart, Path values) {
        return new Helm(chart)
                .template()
                .withName("tianbo")
                .withNamespace("fengcheng")
                .withKubeVersion(KUBERNETES)
                .withValuesFile(values);
    }

    /** The library lints a folder with its own values only, so the test values are laid over those of a copy. */
    static LintResult lint(Path emptyFolder) throws IOException {
        Path copy = copyTo(emptyFolder);
        Map<String, Object> values = overlay(load(HOME.resolve("values.yaml")), load(TEST_VALUES));
        Files.writeString(copy.resolve("values.yaml"), new Yaml().dump(values));
        return new Helm(copy).lint().strict().call();
    }

    private static Path copyTo(Path emptyFolder) throws IOException {
        Path copy = emptyFolder.resolve(HOME.getFileName());
        try (Stream<Path> files = Files.walk(HOME)) {
            files.forEach(file -> copy(file, copy.resolve(HOME.relativize(file).toString())));
        }
        return copy;
    }

    static Map<String, Object> load(Path file) throws IOException {
        return new Yaml().load(Files.readString(file));
    }

    private static void copy(Path from, Path to) {
        try {
            Files.copy(from, to);
        } catch (IOException failed) {
            throw new UncheckedIOException(failed);
        }
    }

    @SuppressWarnings("unchecked")
    private static Map<String, Object> overlay(Map<String, Object> below, Map<String, Object> above) {
        Map<String, Object> both = new LinkedHashMap<>(below);
        above.forEach((key, value) -> both.merge(
                key,
                value,
                (old, fresh) -> old instanceof Map && fresh instanceof Map
                        ? overlay((Map<String, Object>) old, (Map<String, Object>) fresh)
                        : fresh));
        return both;
    }

    @SuppressWarnings("unchecked")
    private static Manifests parse(String rendered) {
        return new Manifests(StreamSupport.stream(new Yaml().loadAll(rendered).spliterator(), false)
                .filter(Objects::nonNull)
                .map(document -> new Node((Map<String, Object>) document))
                .toList());
    }
}
