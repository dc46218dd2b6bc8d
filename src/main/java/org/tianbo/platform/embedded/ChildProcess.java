package org.tianbo.platform.embedded;

import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;

/**
 * Ties a process to this one. A shell holds the read end of a pipe whose write end is ours; when we end, also by kill
 * -9, the pipe closes and the shell ends what it guards. A signal to the whole group (Ctrl+C, a supervisor's TERM) must
 * not end the shell before it has done so; hence the traps, set after the start, since what is started must still hear
 * them.
 */
final class ChildProcess implements AutoCloseable {

    /** In a session of its own where the system has setsid, so that what it starts itself ends with it. */
    private static final String RUN =
            """
            exec 3<&0
            if command -v setsid >/dev/null; then setsid "$@" </dev/null 3<&- & else "$@" </dev/null 3<&- & fi
            child=$!
            trap '' INT TERM HUP
            { cat; kill -TERM -$child || kill -TERM $child; } <&3 >/dev/null 2>&1 &
            exec 3<&-
            wait $child
            """;

    private static final String FOLLOW =
            """
            trap '' INT TERM HUP
            cat >/dev/null
            if [ "$(head -n 1 "$2" 2>/dev/null)" = "$1" ]; then kill -INT "$1"; fi
            """;

    private final Process shell;

    private ChildProcess(Process shell) {
        this.shell = shell;
    }

    /** Starts a command that must not outlive us; its output goes to the file. */
    static ChildProcess run(List<String> command, Map<String, String> environment, Path output) throws IOException {
        ProcessBuilder builder = new ProcessBuilder("bash", "-c", RUN, "guard");
        builder.command().addAll(command);
        builder.environment().putAll(environment);
        builder.redirectErrorStream(true).redirectOutput(output.toFile());
        return new ChildProcess(builder.start());
    }

    /** Ends a server that somebody else started, if its pid file still names that process when we are gone. */
    static ChildProcess follow(long pid, Path pidFile) throws IOException {
        Process shell = new ProcessBuilder("bash", "-c", FOLLOW, "guard", Long.toString(pid), pidFile.toString())
                .redirectErrorStream(true)
                .redirectOutput(ProcessBuilder.Redirect.DISCARD)
                .start();
        return new ChildProcess(shell);
    }

    boolean isAlive() {
        return shell.isAlive();
    }

    void onExit(Runnable then) {
        shell.onExit().thenRun(then);
    }

    @Override
    public void close() throws IOException {
        shell.getOutputStream().close();
        try {
            if (!shell.waitFor(20, TimeUnit.SECONDS)) {
                shell.descendants().forEach(ProcessHandle::destroyForcibly);
                shell.destroyForcibly();
            }
        } catch (InterruptedException interrupted) {
            Thread.currentThread().interrupt();
        }
    }
}
