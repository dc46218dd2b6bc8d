package org.tianbo.testsupport.program;

import java.io.IOException;
import java.nio.file.DirectoryStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Properties;
import org.tianbo.testsupport.FreePort;

/**
 * A Java that can run the packaged application.
 *
 * @param home the folder it is installed in
 * @param feature its release: 17, 25
 */
public record Java(Path home, int feature) {

    /** What {@code src/main/docker/Dockerfile} is built on. */
    private static final int IMAGE_FEATURE = 25;

    /** The first release that makes an ahead-of-time cache in one step. */
    private static final int MAKES_CACHES = 25;

    /** The one that runs the build. */
    public static Java ofBuild() {
        return new Java(
                Path.of(System.getProperty("java.home")), Runtime.version().feature());
    }

    /** The image's release, where it is installed in the folder beside the build's; otherwise the build's. */
    public static Java ofImage() throws IOException {
        Java build = ofBuild();
        try (DirectoryStream<Path> installed =
                Files.newDirectoryStream(build.home().getParent())) {
            for (Path home : installed) {
                if (Files.isRegularFile(home.resolve("release")) && featureOf(home) == IMAGE_FEATURE) {
                    return new Java(home, IMAGE_FEATURE);
                }
            }
        }
        return build;
    }

    /** The program and these options, for a process. */
    public List<String> command(List<String> options) {
        List<String> command = new ArrayList<>(List.of(home.resolve("bin/java").toString()));
        command.addAll(options);
        return command;
    }

    /**
     * Keeps what each start loads and learns in a file, as the image's build does.
     *
     * @param file to make
     * @param database the JDBC address of an empty one, whose server asks for no passwords
     * @param log where its output goes
     */
    public void keepClasses(Path jar, Path file, String database, Path log) throws IOException, InterruptedException {
        ProcessBuilder keeping = new ProcessBuilder(
                "bash", "src/main/docker/keep-classes.sh", jar.toString(), file.toString(), database);
        Map<String, String> environment = keeping.environment();
        environment.merge("PATH", home.resolve("bin").toString(), (path, java) -> java + ":" + path);
        environment.put("QUARKUS_HTTP_PORT", Integer.toString(FreePort.find()));
        environment.put("QUARKUS_MANAGEMENT_PORT", Integer.toString(FreePort.find()));
        int exit = keeping.redirectErrorStream(true)
                .redirectOutput(log.toFile())
                .start()
                .waitFor();
        if (exit != 0) {
            throw new IOException("No classes were kept; the log is " + log.toAbsolutePath());
        }
    }

    /** The option that makes a start use that file. */
    public String using(Path kept) {
        return (feature >= MAKES_CACHES ? "-XX:AOTCache=" : "-XX:SharedArchiveFile=") + kept;
    }

    private static int featureOf(Path home) throws IOException {
        Properties release = new Properties();
        try (var text = Files.newBufferedReader(home.resolve("release"))) {
            release.load(text);
        }
        String version = release.getProperty("JAVA_VERSION", "").replace("\"", "");
        return List.of(version.split("\\D+")).stream()
                .filter(part -> !part.isEmpty())
                .mapToInt(Integer::parseInt)
                .findFirst()
                .orElse(0);
    }
}
