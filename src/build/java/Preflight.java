import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Predicate;

/**
 * Runs before anything is built: looks for all that the build needs of a Linux system. As root on Debian it installs
 * what is missing; for anybody else it lists everything at once, with the command that brings it, and the build ends.
 *
 * <p>Arguments: what is built for ({@code demo}, {@code verify} or {@code bench}) and the folder of the sources.
 */
public final class Preflight {

    /** Another one than the machine's own for the tests of this program. */
    private static final Path ROOT = Path.of(System.getProperty("tianbo.preflight.root", "/"));

    private static final Path APT = ROOT.resolve("usr/bin/apt-get");

    /** Another program may be installing something: wait for it, this many seconds. */
    private static final String LOCK = "DPkg::Lock::Timeout=600";

    private static final List<String> PROGRAMS = List.of("usr/bin", "usr/sbin", "bin", "sbin", "usr/local/bin");
    private static final String BEST_BROWSER = "chromium-headless-shell";
    private static final List<String> BROWSERS = List.of(BEST_BROWSER, "chromium", "chromium-browser", "google-chrome");

    private final String built;
    private final Path sources;

    private Preflight(String built, Path sources) {
        this.built = built;
        this.sources = sources;
    }

    public static void main(String[] arguments) throws IOException, InterruptedException {
        if (System.getProperty("os.name").equals("Linux")) {
            new Preflight(arguments[0], Path.of(arguments[1])).run();
        }
    }

    private void run() throws IOException, InterruptedException {
        if (isRoot() && Files.isExecutable(APT)) {
            if (!missing().isEmpty()) {
                install(missing().values());
            } else if (built.equals("verify") && !hasChosenBrowser() && !hasProgram(BEST_BROWSER)) {
                // The others do as well; the tests only take longer.
                install(List.of(BEST_BROWSER));
            }
        }
        Map<String, String> missing = missing();
        if (!missing.isEmpty()) {
            System.err.println("This machine lacks what the build needs:");
            missing.keySet().forEach(thing -> System.err.println("  - " + thing));
            System.err.println("On Debian or Ubuntu this brings all of it:");
            System.err.println("  sudo apt-get install " + String.join(" ", packages(missing.values())));
            System.exit(1);
        }
    }

    /** What is missing, with the Debian packages that bring it. */
    private Map<String, String> missing() throws IOException {
        Map<String, String> missing = new LinkedHashMap<>();
        require(missing, "bash, which ends PostgreSQL and Keycloak with the build", "bash", hasProgram("bash"));
        require(missing, "setpriv: PostgreSQL does not run as root", "util-linux", !isRoot() || hasProgram("setpriv"));
        for (String library : Files.readAllLines(sources.resolve("main/resources/META-INF/native-libraries.txt"))) {
            // Debian's own ffmpeg needs the same libraries, whatever this release calls their packages.
            require(missing, library + ", which the packed ffmpeg is linked with", "ffmpeg", hasLibrary(library));
        }
        boolean chinese = Files.exists(ROOT.resolve("usr/share/fonts/truetype/droid/DroidSansFallbackFull.ttf"));
        require(missing, "a Chinese font for PDFs", "fonts-droid-fallback", chinese);
        if (built.equals("verify")) {
            boolean browser = hasChosenBrowser() || BROWSERS.stream().anyMatch(Preflight::hasProgram);
            require(missing, "Chromium, for the browser tests", BEST_BROWSER + " fonts-noto-cjk", browser);
            // Where the tests run them: another place is none.
            boolean espeak = Files.isExecutable(ROOT.resolve("usr/bin/espeak-ng"));
            require(missing, "/usr/bin/espeak-ng, which speaks what the tests measure", "espeak-ng", espeak);
            boolean pooler = Files.isExecutable(ROOT.resolve("usr/sbin/pgbouncer"));
            require(missing, "/usr/sbin/pgbouncer, behind which counties are kept apart", "pgbouncer", pooler);
            boolean rtmp = Files.exists(ROOT.resolve("usr/lib/nginx/modules/ngx_rtmp_module.so"));
            require(missing, "nginx with its RTMP module, to which a test pushes", "libnginx-mod-rtmp", rtmp);
        }
        if (built.equals("bench")) {
            require(missing, "wrk, which puts the application under load", "wrk", hasProgram("wrk"));
        }
        return missing;
    }

    private static void require(Map<String, String> missing, String thing, String packages, boolean there) {
        if (!there) {
            missing.put(thing, packages);
        }
    }

    private static boolean hasProgram(String name) {
        return PROGRAMS.stream()
                .anyMatch(folder -> Files.isExecutable(ROOT.resolve(folder).resolve(name)));
    }

    private static boolean hasChosenBrowser() {
        return System.getProperty("tianbo.test.chromium") != null;
    }

    private static boolean hasLibrary(String name) {
        String machine = System.getProperty("os.arch").equals("aarch64") ? "aarch64-linux-gnu" : "x86_64-linux-gnu";
        Predicate<String> there = folder -> Files.exists(ROOT.resolve(folder).resolve(name));
        return List.of("lib/" + machine, "usr/lib/" + machine, "lib64", "usr/lib64", "lib", "usr/lib").stream()
                .anyMatch(there);
    }

    private static boolean isRoot() {
        return "root".equals(System.getProperty("user.name"));
    }

    private static Set<String> packages(Iterable<String> names) {
        Set<String> packages = new LinkedHashSet<>();
        names.forEach(several -> packages.addAll(List.of(several.split(" "))));
        return packages;
    }

    private static void install(Iterable<String> names) throws IOException, InterruptedException {
        Set<String> packages = packages(names);
        System.err.println("Installing " + String.join(", ", packages));
        run(List.of("update", "-qq"));
        List<String> install = new ArrayList<>(List.of("install", "-y", "-qq", "--no-install-recommends"));
        install.addAll(packages);
        run(install);
    }

    /** What could not be installed is found missing afterwards. */
    private static void run(List<String> arguments) throws IOException, InterruptedException {
        List<String> command = new ArrayList<>(List.of(APT.toString(), "-o", LOCK));
        command.addAll(arguments);
        ProcessBuilder apt = new ProcessBuilder(command).inheritIO();
        apt.environment().put("DEBIAN_FRONTEND", "noninteractive");
        apt.start().waitFor();
    }
}
