package org.tianbo.bench.measure;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.tianbo.testsupport.program.Java;
import org.tianbo.testsupport.program.PackagedApplication;

/** The packaged application, started as {@code src/main/docker/Dockerfile} has it run. */
public final class Applications {

    public static final Path JAR = Path.of("target/quarkus-app/quarkus-run.jar");
    public static final int PORT = 8088;
    public static final String SITE = "http://localhost:" + PORT;
    public static final int HTTPS_PORT = PORT + 400;

    private static final int MANAGEMENT_PORT = 9088;

    /** Of a second one. */
    private static final int FURTHER = 10;

    private static final String SITE_BESIDE = "http://localhost:" + (PORT + FURTHER);

    private final Path folder;
    private final Java java;

    public Applications(Path folder, Java java) {
        this.folder = folder;
        this.java = java;
    }

    /** At {@link #SITE}. */
    public PackagedApplication start(Map<String, String> settings, String name, String... more)
            throws IOException, InterruptedException {
        return start(settings, name, 0, more);
    }

    /** A second application with a database of its own beside the first, whose Keycloak both ask. */
    public Second beside(Map<String, String> settings, String name, String jdbcUrl)
            throws IOException, InterruptedException {
        Map<String, String> own = new HashMap<>(settings);
        own.put("quarkus.datasource.jdbc.url", jdbcUrl);
        own.put("quarkus.flyway.jdbc-url", jdbcUrl);
        own.put("quarkus.http.ssl-port", Integer.toString(HTTPS_PORT + FURTHER));
        own.put("tianbo.media.folder", folder.resolve(name).toString());
        return new Second(start(own, name, FURTHER), own, SITE_BESIDE);
    }

    /** @param settings with which it was started */
    public record Second(PackagedApplication application, Map<String, String> settings, String site)
            implements AutoCloseable {

        @Override
        public void close() {
            application.close();
        }
    }

    /** Where {@link Java#keepClasses} may keep what each start loads. */
    public Path classes() {
        return folder.resolve("classes.kept");
    }

    private PackagedApplication start(Map<String, String> settings, String name, int further, String... more)
            throws IOException, InterruptedException {
        List<String> options = new ArrayList<>(List.of("@src/main/docker/java-options"));
        if (Files.exists(classes())) {
            options.add(java.using(classes()));
        }
        options.addAll(PackagedApplication.AS_DEPLOYED);
        options.addAll(List.of(more));
        return PackagedApplication.start(
                JAR,
                java.command(options),
                settings,
                PORT + further,
                MANAGEMENT_PORT + further,
                folder.resolve(name + ".log"));
    }
}
