package org.tianbo.testsupport.program;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.bytedeco.javacpp.Loader;
import org.tianbo.testsupport.FreePort;

/**
 * Debian's nginx with its RTMP module, set up as {@code helm/tianbo/README.md} says, and programs that push to it. Only
 * ports, folders and the ffmpeg are others.
 */
public final class NginxRtmp implements AutoCloseable {

    private static final Path PROGRAM = Path.of("/usr/sbin/nginx");
    private static final Path MODULE = Path.of("/usr/lib/nginx/modules/ngx_rtmp_module.so");
    private static final Path DESCRIPTION = Path.of("helm/tianbo/README.md");
    private static final Pattern RTMP = Pattern.compile("(?ms)^ {4}rtmp \\{.*?^ {4}\\}");
    private static final String FFMPEG = Loader.load(org.bytedeco.ffmpeg.ffmpeg.class);

    private final Process nginx;
    private final int port;
    private final Path folder;
    private final List<Process> programs = new ArrayList<>();

    private NginxRtmp(Process nginx, int port, Path folder) {
        this.nginx = nginx;
        this.port = port;
        this.folder = folder;
    }

    /** @param site of the application that it hands on to */
    public static NginxRtmp start(String site) throws IOException {
        DebianPackage.program(PROGRAM, "libnginx-mod-rtmp");
        int port = FreePort.find();
        Path folder = Files.createTempDirectory("nginx-rtmp-");
        Files.setPosixFilePermissions(folder, PosixFilePermissions.fromString("rwxr-xr-x"));
        Path settings = Files.writeString(
                folder.resolve("nginx.conf"),
                """
                load_module %s;
                %s
                daemon off;
                pid %s/pid;
                error_log %s/log info;
                events {}
                %s
                """
                        .formatted(
                                MODULE,
                                user(),
                                folder,
                                folder,
                                described(port, URI.create(site).getPort(), relay(folder))));
        Process nginx = new ProcessBuilder(
                        PROGRAM.toString(), "-e", folder.resolve("log").toString(), "-c", settings.toString())
                .redirectErrorStream(true)
                .redirectOutput(folder.resolve("out").toFile())
                .start();
        return new NginxRtmp(nginx, port, folder);
    }

    /** As root it would work under another user, which cannot reach the packed ffmpeg. */
    private static String user() {
        return "root".equals(System.getProperty("user.name")) ? "user root;" : "";
    }

    /** The ffmpeg that hands on, with a file for what it complains of. */
    private static Path relay(Path folder) throws IOException {
        Path relay = Files.writeString(
                folder.resolve("relay"), "#!/bin/sh\nexec %s \"$@\" 2>>%s/complaints\n".formatted(FFMPEG, folder));
        return Files.setPosixFilePermissions(relay, PosixFilePermissions.fromString("rwxr-xr-x"));
    }

    /** What the description tells operators to write. */
    private static String described(int port, int application, Path relay) throws IOException {
        Matcher block = RTMP.matcher(Files.readString(DESCRIPTION));
        if (!block.find()) {
            throw new IllegalStateException(DESCRIPTION + " shows no rtmp block");
        }
        return block.group()
                .replace("listen 1935", "listen 127.0.0.1:" + port)
                .replace(":1935", ":" + port)
                .replace("127.0.0.1:8080", "127.0.0.1:" + application)
                .replace("/usr/bin/ffmpeg -nostdin", relay + " -nostdin");
    }

    /**
     * A program that pushes a moving test picture with a tone as fast as it would be broadcast.
     *
     * @param options how it encodes
     */
    public Process push(String key, int seconds, String options) {
        List<String> command = new ArrayList<>(List.of(FFMPEG, "-nostdin", "-loglevel", "error", "-re"));
        command.addAll(List.of("-f", "lavfi", "-i", "testsrc=size=320x240:rate=15", "-f", "lavfi", "-i", "sine"));
        command.addAll(List.of("-t", Integer.toString(seconds)));
        command.addAll(List.of(options.split(" ")));
        command.addAll(List.of("-f", "flv", "rtmp://127.0.0.1:" + port + "/tianbo/" + key));
        try {
            Process program = new ProcessBuilder(command)
                    .redirectErrorStream(true)
                    .redirectOutput(folder.resolve("push-" + programs.size()).toFile())
                    .start();
            programs.add(program);
            return program;
        } catch (IOException failed) {
            throw new UncheckedIOException(failed);
        }
    }

    /** @return whether it was let push to its end */
    public static boolean isLetIn(Process program) throws InterruptedException {
        if (!program.waitFor(1, TimeUnit.MINUTES)) {
            throw new IllegalStateException("still pushing");
        }
        return program.exitValue() == 0;
    }

    @Override
    public void close() {
        programs.forEach(Process::destroyForcibly);
        nginx.destroy();
        nginx.onExit().join();
    }
}
