package org.tianbo.build;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;
import javax.tools.ToolProvider;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.tianbo.testsupport.Patience;

/** What is looked for before a build, on a made-up machine: no network, and no rights that a plain user lacks. */
class PreflightTest {

    private static final Path PROGRAM = Path.of("src/build/java/Preflight.java");
    private static final String FONT = "usr/share/fonts/truetype/droid/DroidSansFallbackFull.ttf";
    private static final List<String> LIBRARIES = List.of("libone.so.1", "libtwo.so.2");

    @TempDir
    static Path classes;

    @TempDir
    Path machine;

    @TempDir
    Path sources;

    @BeforeAll
    static void compile() {
        int failed = ToolProvider.getSystemJavaCompiler()
                .run(null, null, null, "-d", classes.toString(), PROGRAM.toString());
        assertThat(failed).isZero();
    }

    @BeforeEach
    void aMachineWithAptAlone() throws IOException {
        Path list = sources.resolve("main/resources/META-INF/native-libraries.txt");
        Files.createDirectories(list.getParent());
        Files.write(list, LIBRARIES);
    }

    /** How it ended, and what it said. */
    private record Outcome(int code, String output) {}

    @Test
    void aPlainUserIsToldAtOnceAllThatIsMissingAndTheCommandThatBringsIt() throws Exception {
        apt("");

        Outcome outcome = run("somebody", "verify");

        assertThat(outcome.code()).isEqualTo(1);
        assertThat(outcome.output())
                .contains("  - bash,")
                .doesNotContain("setpriv")
                .contains("  - libone.so.1,", "  - libtwo.so.2,", "  - Chromium,")
                .contains("  sudo apt-get install bash ffmpeg fonts-droid-fallback chromium-headless-shell"
                        + " fonts-noto-cjk espeak-ng pgbouncer libnginx-mod-rtmp\n");
        assertThat(calls()).as("a plain user installs nothing").isEmpty();
    }

    @Test
    void aMachineThatHasAllOfItIsPassedOverInSilence() throws Exception {
        allButPgBouncer();
        executable("usr/sbin/pgbouncer", "");

        assertThat(run("somebody", "verify")).isEqualTo(new Outcome(0, ""));
    }

    @Test
    void aProgramThatStandsWhereNoTestLooksForItIsMissing() throws Exception {
        allButPgBouncer();
        executable("usr/local/bin/pgbouncer", "");

        Outcome outcome = run("somebody", "verify");

        assertThat(outcome.code()).isEqualTo(1);
        assertThat(outcome.output()).contains("  - /usr/sbin/pgbouncer,", "apt-get install pgbouncer\n");
    }

    private void allButPgBouncer() throws IOException {
        for (String program : List.of("bash", "chromium", "espeak-ng")) {
            executable("usr/bin/" + program, "");
        }
        for (String library : LIBRARIES) {
            file("usr/lib/" + library);
        }
        file("usr/lib/nginx/modules/ngx_rtmp_module.so");
        file(FONT);
    }

    @Test
    void rootHasAptWaitForWhoeverElseIsInstallingAndInstallsWhatIsMissing() throws Exception {
        apt("for f in usr/bin/bash usr/bin/setpriv; do : > $root/$f; chmod +x $root/$f; done;"
                + " for f in libone.so.1 libtwo.so.2; do : > $root/usr/lib/$f; done; : > $root/" + FONT);
        Files.createDirectories(machine.resolve(FONT).getParent());
        Files.createDirectories(machine.resolve("usr/lib"));

        Outcome outcome = run("root", "demo");

        assertThat(outcome.output()).contains("Installing bash, util-linux, ffmpeg");
        assertThat(outcome.code()).isZero();
        assertThat(calls())
                .containsExactly(
                        "noninteractive -o DPkg::Lock::Timeout=600 update -qq",
                        "noninteractive -o DPkg::Lock::Timeout=600 install -y -qq --no-install-recommends bash"
                                + " util-linux ffmpeg fonts-droid-fallback");
    }

    @Test
    void whatCouldNotBeInstalledIsNamed() throws Exception {
        apt("");
        executable("usr/bin/bash", "");
        file(FONT);
        for (String library : LIBRARIES) {
            file("usr/lib/" + library);
        }

        Outcome outcome = run("root", "bench");

        assertThat(outcome.code()).isEqualTo(1);
        assertThat(outcome.output())
                .contains("  - setpriv: PostgreSQL does not run as root", "  - wrk,")
                .contains("sudo apt-get install util-linux wrk");
    }

    private Outcome run(String user, String built) throws IOException, InterruptedException {
        Process process = new ProcessBuilder(
                        Path.of(System.getProperty("java.home"), "bin/java").toString(),
                        "-XX:TieredStopAtLevel=1",
                        "-Duser.name=" + user,
                        "-Dtianbo.preflight.root=" + machine,
                        "-cp",
                        classes.toString(),
                        "Preflight",
                        built,
                        sources.toString())
                .redirectErrorStream(true)
                .start();
        String output = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
        assertThat(process.waitFor(Patience.LONG.toSeconds(), TimeUnit.SECONDS)).isTrue();
        return new Outcome(process.exitValue(), output);
    }

    /** An apt-get that writes down how it was called. */
    private void apt(String then) throws IOException {
        executable(
                "usr/bin/apt-get",
                "root=" + machine + "; echo $DEBIAN_FRONTEND \"$@\" >> $root/calls; if [ \"$3\" = install ]; then "
                        + (then.isEmpty() ? ":" : then) + "; fi");
    }

    private List<String> calls() throws IOException {
        Path calls = machine.resolve("calls");
        return Files.exists(calls) ? new ArrayList<>(Files.readAllLines(calls)) : List.of();
    }

    private void executable(String name, String script) throws IOException {
        Path program = file(name);
        Files.writeString(program, "#!/bin/sh\n" + script + "\n");
        assertThat(program.toFile().setExecutable(true)).isTrue();
    }

    private Path file(String name) throws IOException {
        Path file = machine.resolve(name);
        Files.createDirectories(file.getParent());
        return Files.writeString(file, "");
    }
}
