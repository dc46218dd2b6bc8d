package org.tianbo.deployment;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.tianbo.testsupport.program.PackagedApplication;

/** What the bench measures is what runs: chart, image and bench give Java the same options. */
class JavaOptionsTest extends RenderedChart {

    private static final Path DOCKER = Path.of("src/main/docker");

    /** A collector, or the greatest size of a heap or of a part of it: right for one pod, wrong for the next. */
    private static final Pattern OF_ONE_POD =
            Pattern.compile("-Xmx.*|-Xmn.*|-XX:\\+Use\\w*GC|-XX:(?:Max)?NewSize=.*|-XX:MaxHeapSize=.*|-XX:MaxRAM.*");

    @Test
    void aWebPodHasAllOptionsThatAreMeasuredAndNoOthers() {
        assertThat(options("tianbo-web")).containsExactlyElementsOf(PackagedApplication.AS_DEPLOYED);
    }

    @Test
    void whatAllPodsShareSaysNothingOfCollectorsAndOfTheGreatestSizeOfHeaps() throws IOException {
        assertThat(PackagedApplication.AS_DEPLOYED).allMatch(OF_ONE_POD.asMatchPredicate());

        assertThat(Files.readAllLines(DOCKER.resolve("java-options")))
                .contains("-Xms64m")
                .noneMatch(OF_ONE_POD.asMatchPredicate());
    }

    /** Java makes its young generation as large as its jobs need it. */
    @Test
    void theWorkerHasItsShareOfTheMemoryAndNothingOfAWebPods() {
        assertThat(options("tianbo-worker")).containsExactly("-XX:MaxRAMPercentage=30");
    }

    /** Those that say how Java runs; properties of the application and of its libraries are no such options. */
    private static List<String> options(String deployment) {
        String appended =
                manifests.container(deployment).named("env", "JAVA_OPTS_APPEND").text("value");
        return Arrays.stream(appended.split(" "))
                .filter(option -> !option.startsWith("-D"))
                .toList();
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
