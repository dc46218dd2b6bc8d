package org.tianbo.deployment;

import static org.assertj.core.api.Assertions.assertThat;

import io.restassured.RestAssured;
import io.restassured.response.Response;
import io.restassured.specification.RequestSpecification;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.TimeUnit;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.tianbo.testsupport.Attempts;
import org.tianbo.testsupport.FreePort;
import org.tianbo.testsupport.TianboServices;
import org.tianbo.testsupport.Tokens;
import org.tianbo.testsupport.database.EmptyDatabase;
import org.tianbo.testsupport.program.Java;
import org.tianbo.testsupport.program.LocalS3;
import org.tianbo.testsupport.program.PackagedApplication;
import org.tianbo.testsupport.program.PackagedTrainee;
import org.tianbo.testsupport.program.PgBouncer;

/**
 * The packaged application as the chart runs it: migrated beforehand by the owner, then without him, behind a
 * connection pooler and on a bucket.
 */
class ReplicaIT {

    private static final Path JAR = Path.of("target/quarkus-app/quarkus-run.jar");
    private static final int PORT = FreePort.find();
    private static final int MANAGEMENT_PORT = FreePort.find();
    private static final String TRAINEE = "replica-trainee";

    @TempDir
    static Path folder;

    /** Fewer than the pool of the application: transactions take turns on a server connection. */
    private static final int SERVER_CONNECTIONS = 5;

    /** Of the classes of a start, the share that that is found as it was in memory. */
    private static final double KEPT = 0.9;

    private static EmptyDatabase database;
    private static LocalS3 s3;
    private static PgBouncer pooler;
    private static Map<String, String> given;

    @BeforeAll
    static void makeAnEmptyDatabaseAndAnEmptyBucket() throws Exception {
        given = TianboServices.settings();
        Files.createDirectories(Path.of("target", "replica"));
        database = EmptyDatabase.make(given, "tianbo_replica");
        s3 = LocalS3.start(folder.resolve("s3"));
        pooler = PgBouncer.start(database.jdbcUrl(), given.get("quarkus.datasource.username"), SERVER_CONNECTIONS);
    }

    @AfterAll
    static void removeThem() throws Exception {
        pooler.close();
        s3.close();
        database.close();
    }

    @Test
    void aReplicaWaitsForTheMigrationAndThenServesOnABucketWithoutTheOwnersPassword() throws Exception {
        Ended tooEarly = run(replica(), List.of());
        assertThat(tooEarly.exit()).isEqualTo(1);
        assertThat(tooEarly.output())
                .contains("schema is behind", "V001__", "migrate")
                .doesNotContain("\tat ");

        Ended migrated = run(owner(), List.of("migrate"));
        assertThat(migrated.exit()).as(migrated.output()).isZero();
        int migrations = migrations();
        PackagedTrainee.join(given, database.jdbcUrl(), "replica", TRAINEE);
        Path loaded = folder.resolve("loaded.log");
        try (PackagedApplication serving = PackagedApplication.start(
                JAR,
                withTheClassesThatTheImageKeeps(loaded),
                replica(),
                PORT,
                MANAGEMENT_PORT,
                Path.of("target", "replica", "serving.log"))) {
            assertThat(serving.startSeconds()).isPositive();
            mostOfItsClassesAreFoundInMemory(loaded);
            assertThat(migrations()).as("migrated once, though asked to twice").isEqualTo(migrations);
            recordedAndPlayedFromTheBucket();
        }
    }

    private static int migrations() throws SQLException {
        try (Connection owner = DriverManager.getConnection(
                        database.jdbcUrl(),
                        given.get("quarkus.flyway.username"),
                        given.get("quarkus.flyway.password"));
                Statement statement = owner.createStatement();
                ResultSet count = statement.executeQuery("select count(*) from flyway_schema_history")) {
            count.next();
            return count.getInt(1);
        }
    }

    /** As the image's build keeps them, which migrates the database first: here there is nothing left to do. */
    private static List<String> withTheClassesThatTheImageKeeps(Path loaded) throws Exception {
        Path kept = folder.resolve("classes.kept");
        Java java = Java.ofImage();
        java.keepClasses(JAR, kept, database.jdbcUrl(), Path.of("target", "replica", "kept.log"));
        List<String> options = new ArrayList<>(List.of("@src/main/docker/java-options", java.using(kept)));
        options.addAll(PackagedApplication.AS_DEPLOYED);
        options.addAll(List.of("-XX:TieredStopAtLevel=1", "-Xlog:class+load:file=" + loaded));
        return java.command(options);
    }

    /** Of those that were loaded until the application was ready. */
    private static void mostOfItsClassesAreFoundInMemory(Path loaded) throws IOException {
        try (Stream<String> lines = Files.lines(loaded)) {
            Map<Boolean, Long> classes = lines.filter(line -> line.contains(" source: "))
                    .collect(Collectors.partitioningBy(
                            line -> line.contains("shared objects file"), Collectors.counting()));
            assertThat(classes.get(true)).isGreaterThan(10_000);
            assertThat((double) classes.get(true) / (classes.get(true) + classes.get(false)))
                    .isGreaterThan(KEPT);
        }
    }

    private static void recordedAndPlayedFromTheBucket() throws IOException {
        String token = Tokens.of(TRAINEE, application());
        UUID attempt = Attempts.submitted("冻米糖", () -> application().auth().oauth2(token));
        String link = application()
                .auth()
                .oauth2(token)
                .get("/api/attempts/" + attempt)
                .then()
                .statusCode(200)
                .extract()
                .path("links.video");
        byte[] whole = player().get(link).then().statusCode(200).extract().asByteArray();
        Response part = player().header("Range", "bytes=100-199").get(link);
        part.then().statusCode(206).header("Content-Range", "bytes 100-199/" + whole.length);
        assertThat(part.asByteArray()).isEqualTo(Arrays.copyOfRange(whole, 100, 200));

        String key = link.substring("/media/".length(), link.indexOf('?'));
        assertThat(Files.readAllBytes(s3.bucket().resolve(key))).isEqualTo(whole);
        try (Stream<Path> objects = Files.walk(s3.bucket())) {
            assertThat(objects.filter(Files::isRegularFile).map(Path::toString))
                    .anyMatch(name -> name.contains(attempt + "/takes/1/0-"));
        }
    }

    /** The services' Keycloak, the replica's rights. */
    private static Map<String, String> replica() {
        Map<String, String> settings = new HashMap<>(given);
        settings.keySet().removeIf(name -> name.startsWith("quarkus.flyway."));
        settings.remove("tianbo.media.folder");
        settings.putAll(s3.settings());
        settings.put("tianbo.media.workplace", folder.resolve("work").toString());
        settings.put("quarkus.datasource.jdbc.url", pooler.jdbcUrl());
        settings.put("quarkus.flyway.migrate-at-start", "false");
        settings.putAll(PackagedApplication.quietDemo(PORT));
        return settings;
    }

    private static Map<String, String> owner() {
        return Map.of(
                "quarkus.flyway.jdbc-url", database.jdbcUrl(),
                "quarkus.flyway.username", given.get("quarkus.flyway.username"),
                "quarkus.flyway.password", given.get("quarkus.flyway.password"),
                "quarkus.datasource.username", given.get("quarkus.datasource.username"));
    }

    private record Ended(int exit, String output) {}

    private static Ended run(Map<String, String> settings, List<String> arguments) throws Exception {
        List<String> command = new ArrayList<>(PackagedApplication.QUICK_TO_START);
        settings.forEach((name, value) -> command.add("-D" + name + "=" + value));
        command.addAll(List.of("-jar", JAR.toString()));
        command.addAll(arguments);
        Path log = Files.createTempFile(folder, "run-", ".log");
        Process process = new ProcessBuilder(command)
                .redirectErrorStream(true)
                .redirectOutput(log.toFile())
                .start();
        try {
            assertThat(process.waitFor(3, TimeUnit.MINUTES)).isTrue();
            return new Ended(process.exitValue(), Files.readString(log));
        } finally {
            process.destroyForcibly();
        }
    }

    private static RequestSpecification application() {
        return RestAssured.given().baseUri("http://localhost").port(PORT);
    }

    private static RequestSpecification player() {
        return application().urlEncodingEnabled(false);
    }
}
