package org.tianbo.deployment;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.tianbo.testsupport.program.PackagedApplication;

/** What the bench measures is what runs: chart, image and bench give Java the same options. */
class JavaOptionsTest extends RenderedChart {

    private static final Path DOCKER = Path.of("src/main/docker");
    private static final String HEAP = "-Xmx";

    @Test
    void aWebPodHasTheHeapThatIsMeasured() {
        String chart = manifests
                .container("tianbo-web")
                .named("env", "JAVA_OPTS_APPEND")
                .text("value");

        assertThat(chart.split(" "))
                .filteredOn(option -> option.startsWith(HEAP))
                .containsExactlyElementsOf(PackagedApplication.AS_DEPLOYED.stream()
                        .filter(option -> option.startsWith(HEAP))
                        .toList());
    }

    @Test
    void classesAreKeptByAStartLikeAWebPods() throws IOException {
        assertThat(Files.readString(DOCKER.resolve("keep-classes.sh")))
                .contains("pod=(" + String.join(" ", PackagedApplication.AS_DEPLOYED) + ")");
    }

    @Test
    void theImageHasTheEnvironmentThatIsMeasured() throws IOException {
        String image = Files.readString(DOCKER.resolve("Dockerfile"));

        assertThat(image).contains("exec java @java-options ");
        PackagedApplication.ENVIRONMENT.forEach(
                (name, value) -> assertThat(image).contains(" " + name + "=" + value));
    }
}
