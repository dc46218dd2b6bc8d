package org.tianbo.platform.embedded;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.LockSupport;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.tianbo.testsupport.Patience;

/** What we start ends with us, whatever ends us. */
class ChildProcessTest {

    @TempDir
    Path folder;

    private Process starter;

    @Test
    void aGuardedProcessAndItsChildrenEndWhenTheGuardIsClosed() throws Exception {
        Path pids = folder.resolve("pids");
        ChildProcess childProcess = ChildProcess.run(sleeper(pids), Map.of(), folder.resolve("log"));
        List<ProcessHandle> guarded = running(pids);
        assertThat(guarded).hasSize(2);

        childProcess.close();

        assertEnd(guarded);
    }

    @AfterEach
    void leaveNothingBehind() {
        if (starter != null) {
            starter.destroyForcibly();
        }
    }

    @Test
    void aGuardedProcessEndsWhenItsStarterIsKilled() throws Exception {
        Path pids = folder.resolve("pids");
        starter = starter(List.of());
        List<ProcessHandle> guarded = running(pids);
        assertThat(guarded).hasSize(2);

        starter.destroyForcibly().onExit().get(Patience.LONG.toSeconds(), TimeUnit.SECONDS);

        assertEnd(guarded);
    }

    /** As a supervisor or a closed terminal does: the signal reaches the guard as well as what it guards for. */
    @ParameterizedTest
    @ValueSource(strings = {"TERM", "INT", "HUP"})
    void aGuardedProcessEndsWhenTheWholeGroupIsToldToEnd(String signal) throws Exception {
        Path pids = folder.resolve("pids");
        // Whoever runs the tests may have told them to ignore some signals, and children inherit that.
        starter = starter(List.of("setsid", "env", "--default-signal"));
        List<ProcessHandle> guarded = running(pids);
        assertThat(guarded).hasSize(2);

        new ProcessBuilder("kill", "-" + signal, "--", "-" + starter.pid())
                .start()
                .waitFor();

        starter.onExit().get(Patience.LONG.toSeconds(), TimeUnit.SECONDS);
        assertEnd(guarded);
    }

    private Process starter(List<String> launcher) throws IOException {
        List<String> command = new ArrayList<>(launcher);
        command.addAll(List.of(
                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                "-XX:TieredStopAtLevel=1",
                "-cp",
                System.getProperty("java.class.path"),
                Starter.class.getName(),
                folder.toString()));
        starter = new ProcessBuilder(command)
                .redirectErrorStream(true)
                .redirectOutput(folder.resolve("starter.log").toFile())
                .start();
        return starter;
    }

    private static void assertEnd(List<ProcessHandle> guarded) throws Exception {
        for (ProcessHandle process : guarded) {
            process.onExit().get(Patience.LONG.toSeconds(), TimeUnit.SECONDS);
        }
    }

    /** Stands for the application: starts something guarded and is killed. */
    static final class Starter {

        public static void main(String[] arguments) throws Exception {
            Path folder = Path.of(arguments[0]);
            ChildProcess.run(sleeper(folder.resolve("pids")), Map.of(), folder.resolve("log"));
            new java.util.concurrent.CountDownLatch(1).await();
        }
    }

    /** A shell that waits for a child of its own and writes down both their pids. */
    private static List<String> sleeper(Path pids) {
        return List.of(
                "bash",
                "-c",
                "sleep 600 & echo \"$$ $!\" > " + pids + ".part; mv " + pids + ".part " + pids + "; wait");
    }

    private static List<ProcessHandle> running(Path pids) throws IOException {
        long deadline = System.nanoTime() + TimeUnit.SECONDS.toNanos(20);
        while (!Files.exists(pids) && System.nanoTime() < deadline) {
            LockSupport.parkNanos(TimeUnit.MILLISECONDS.toNanos(20));
        }
        return List.of(Files.readString(pids).trim().split(" ")).stream()
                .map(pid -> ProcessHandle.of(Long.parseLong(pid)))
                .flatMap(java.util.Optional::stream)
                .toList();
    }
}
