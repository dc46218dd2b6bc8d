package org.tianbo.road;

import static org.assertj.core.api.Assertions.assertThat;

import io.restassured.path.json.JsonPath;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.junit.jupiter.api.Test;
import org.tianbo.testsupport.TianboServices;
import org.tianbo.testsupport.database.EmptyDatabase;
import org.tianbo.testsupport.program.Java;
import org.tianbo.testsupport.program.PackagedApplication;

/**
 * Two hundred rehearsals whose network, page and server fail at random points: the phone's own code on Node, and the
 * packaged application with PostgreSQL, which is killed with kill -9 in the middle of calls, tens of times. There are
 * two of each, side by side, and they start with kept classes, as the image does. It takes some minutes and is no part
 * of the build; {@code -Ddrill.runs=20} is a short look:
 *
 * <pre>mvn verify -Dtest=none -Dsurefire.failIfNoSpecifiedTests=false -Dit.test=KilledServerDrill</pre>
 */
class KilledServerDrill {

    private static final int RUNS = Integer.getInteger("drill.runs", 200);
    private static final int AT_ONCE = 2;

    @Test
    void twoHundredRehearsalsEndWithEveryRecordedSecondOnTheServer() throws Exception {
        List<String> java = quickToStart();
        ExecutorService phones = Executors.newFixedThreadPool(AT_ONCE);
        try {
            List<Future<JsonPath>> going = new ArrayList<>();
            for (int phone = 0; phone < AT_ONCE; phone++) {
                String name = "killed-server-" + phone;
                int runs = RUNS / AT_ONCE;
                KilledServer.Rehearsals own = new KilledServer.Rehearsals(1 + phone * runs, runs, runs);
                going.add(phones.submit(() -> KilledServer.through(name, java, own)));
            }
            List<JsonPath> done = new ArrayList<>();
            for (Future<JsonPath> one : going) {
                done.add(one.get());
                System.out.println("Rehearsals with a server that is killed: "
                        + done.get(done.size() - 1).prettify());
            }
            assertThat(sum(done, "runs")).isEqualTo(RUNS);
            assertThat(sum(done, "kills")).isGreaterThan(RUNS / 10);
            assertThat(sum(done, "cutOff")).as("calls without an answer").isGreaterThan(RUNS / 20);
        } finally {
            phones.shutdownNow();
        }
    }

    private static int sum(List<JsonPath> done, String what) {
        return done.stream().mapToInt(one -> one.getInt(what)).sum();
    }

    /** As the image starts it: what each start loads is kept once. */
    private static List<String> quickToStart() throws Exception {
        Path folder = Files.createDirectories(Path.of("target", "killed-server"));
        Path kept = folder.resolve("classes.kept").toAbsolutePath();
        Java java = Java.ofImage();
        try (EmptyDatabase empty = EmptyDatabase.make(TianboServices.settings(), "tianbo_kept_for_kills")) {
            java.keepClasses(
                    Path.of("target/quarkus-app/quarkus-run.jar"), kept, empty.jdbcUrl(), folder.resolve("kept.log"));
        }
        List<String> options = new ArrayList<>(List.of("@src/main/docker/java-options", java.using(kept)));
        options.addAll(PackagedApplication.AS_DEPLOYED);
        options.add("-XX:TieredStopAtLevel=1");
        return java.command(options);
    }
}
