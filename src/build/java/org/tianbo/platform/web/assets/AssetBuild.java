package org.tianbo.platform.web.assets;

import com.aayushatharva.brotli4j.Brotli4jLoader;
import com.aayushatharva.brotli4j.encoder.Encoder;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import java.util.zip.Deflater;
import java.util.zip.GZIPOutputStream;

/**
 * Prepares {@code src/main/web} for browsers; a step of the build, never run by the application.
 *
 * <ul>
 *   <li>{@code css/*.css} and {@code js/*.js} are bundled with what they import, minified and named by their content,
 *       all by esbuild;
 *   <li>libraries that a page fetches when it needs them are served as they come, with their content in the name;
 *       of those that {@code library/*.js} names, what is used of them is bundled;
 *   <li>{@code root/*} keeps its names and is served at the root of the site;
 *   <li>{@code sw.js} is bundled with what every page needs: {@code __ASSETS__} in it stands for
 *       {@code {"version": "…", "urls": ["/assets/…", …]}}, and the version for all files of the application.
 * </ul>
 *
 * Each file is written with its Brotli and gzip form, and {@value AssetIndex#FILE} says which name leads where.
 */
public final class AssetBuild {

    private static final String APP = "app.js";
    private static final List<String> FOR_EVERY_PAGE = List.of(APP, "base.css");
    private static final Pattern EXPORTED_BY_APP = Pattern.compile("(?m)^export .* from '(#app/[^']+)';$");

    /** Too large to be kept on each phone for a page that few open; by the name in {@code asset:url}. */
    private static final Map<String, String> LIBRARIES =
            Map.of("hls.js", "META-INF/resources/webjars/hls.js/1.4.12/dist/hls.light.min.js");

    private static final String NAMED_BY_CONTENT = "--entry-names=[name]-[hash]";
    private static final Pattern WORTH_COMPRESSING = Pattern.compile(".*\\.(css|js|svg|webmanifest)");

    /** WeChat's own browser on a five years old phone. */
    private static final String TARGET = "--target=chrome87,firefox91,safari14.1";

    private final Path web;
    private final Path bundles;
    private final Path out;
    private final Esbuild esbuild;
    private final TreeMap<String, String> index = new TreeMap<>();

    private AssetBuild(Path web, Path target, Path classes) throws IOException {
        this.web = web.toAbsolutePath();
        this.bundles = target.resolve("esbuild/out").toAbsolutePath();
        this.out = classes.resolve(AssetIndex.FOLDER);
        this.esbuild = Esbuild.unpackedInto(target.resolve("esbuild"));
    }

    /** {@code AssetBuild src/main/web target target/classes}. */
    public static void main(String[] args) throws IOException {
        new AssetBuild(Path.of(args[0]), Path.of(args[1]), Path.of(args[2])).run();
    }

    private void run() throws IOException {
        clear(bundles);
        clear(out);
        Brotli4jLoader.ensureAvailability();
        bundleStyles();
        bundleScripts();
        for (Path file : files(web.resolve("root"), "")) {
            publish(file.getFileName().toString(), "/", Files.readAllBytes(file));
        }
        bundleServiceWorker();
        for (Map.Entry<String, String> library : LIBRARIES.entrySet()) {
            publishLibrary(library.getKey(), library.getValue());
        }
        bundleLibraries();
        Files.writeString(
                out.resolve(AssetIndex.FILE),
                index.entrySet().stream()
                        .map(entry -> entry.getKey() + "=" + entry.getValue() + "\n")
                        .collect(Collectors.joining()));
    }

    private void bundleStyles() throws IOException {
        publishNamedByContent(bundle(files(web.resolve("css"), ".css"), List.of(NAMED_BY_CONTENT)));
    }

    /**
     * Every page loads app.js, so the other entries import what it exports from there: a copy of their own would also
     * be a second outbox. In the sources such a module is called {@code #app/…}; the first run of esbuild finds its
     * file through package.json, the second replaces it by the address of app.js. Modules of {@code js/app} that
     * app.js does not export are bundled into each entry that imports them.
     *
     * <p>esbuild's {@code --splitting} would need no such names, but makes a chunk of every set of modules that some
     * entries share: app.js becomes 12 files, up to three imports deep, and 6,243 bytes instead of 4,348.
     */
    private void bundleScripts() throws IOException {
        Path app = web.resolve("js").resolve(APP);
        publishNamedByContent(bundle(List.of(app), List.of(NAMED_BY_CONTENT, "--format=esm")));
        String appUrl = index.get(APP);
        List<String> options =
                new ArrayList<>(List.of(NAMED_BY_CONTENT, "--format=esm", "--external:" + AssetIndex.HASHED + "*"));
        EXPORTED_BY_APP
                .matcher(Files.readString(app))
                .results()
                .map(module -> "--alias:" + module.group(1) + "=" + appUrl)
                .forEach(options::add);
        List<Path> others = files(web.resolve("js"), ".js").stream()
                .filter(entry -> !entry.equals(app))
                .toList();
        publishNamedByContent(bundle(others, options));
    }

    private void bundleServiceWorker() throws IOException {
        Path worker = web.resolve("sw.js");
        if (Files.exists(worker)) {
            String version = hash(String.join(",", index.values()).getBytes(StandardCharsets.UTF_8));
            String urls = FOR_EVERY_PAGE.stream()
                    .map(name -> '"' + index.get(name) + '"')
                    .collect(Collectors.joining(",", "[", "]"));
            String assets = "{\"version\":\"" + version + "\",\"urls\":" + urls + "}";
            Path built = bundle(List.of(worker), List.of("--format=iife", "--define:__ASSETS__=" + assets))
                    .get("sw.js");
            publish("sw.js", "/", Files.readAllBytes(built));
        }
    }

    /** After the service worker's list is made, which names what each phone keeps. */
    private void publishLibrary(String name, String resource) throws IOException {
        try (InputStream packed = AssetBuild.class.getClassLoader().getResourceAsStream(resource)) {
            if (packed == null) {
                throw new IOException(resource + " is not on the build's class path");
            }
            byte[] content = packed.readAllBytes();
            int dot = name.lastIndexOf('.');
            String named = name.substring(0, dot) + "-" + hash(content) + name.substring(dot);
            write(named, content);
            index.put(name, AssetIndex.HASHED + named);
        }
    }

    /** After the service worker's list too; with the notices that their licences ask for. */
    private void bundleLibraries() throws IOException {
        Path modules = NpmPackages.unpackedInto(bundles.resolveSibling("npm"));
        publishNamedByContent(bundle(
                files(web.resolve("library"), ".js"),
                List.of(
                        NAMED_BY_CONTENT,
                        "--format=esm",
                        "--legal-comments=eof",
                        "--alias:echarts=" + modules.resolve("echarts"))));
    }

    /** @return by the name of an entry, the file that esbuild made of it */
    private Map<String, Path> bundle(List<Path> entries, List<String> options) throws IOException {
        if (entries.isEmpty()) {
            return Map.of();
        }
        Path report = bundles.resolve("metafile.json");
        List<String> arguments = new ArrayList<>(List.of(
                "--bundle",
                "--minify",
                "--charset=utf8",
                "--legal-comments=none",
                "--log-level=warning",
                TARGET,
                "--outdir=" + bundles,
                "--metafile=" + report));
        arguments.addAll(options);
        entries.forEach(entry -> arguments.add(entry.toString()));
        esbuild.run(arguments);
        Map<String, Path> built = new TreeMap<>();
        new ObjectMapper().readTree(report.toFile()).get("outputs").properties().forEach(output -> {
            String entry = output.getValue().get("entryPoint").asText();
            built.put(fileName(entry).toString(), bundles.resolve(fileName(output.getKey())));
        });
        return built;
    }

    private static Path fileName(String path) {
        return Path.of(path).getFileName();
    }

    private void publishNamedByContent(Map<String, Path> built) throws IOException {
        for (Map.Entry<String, Path> one : built.entrySet()) {
            String name = one.getValue().getFileName().toString();
            write(name, Files.readAllBytes(one.getValue()));
            index.put(one.getKey(), AssetIndex.HASHED + name);
        }
    }

    private void publish(String name, String at, byte[] content) throws IOException {
        write(name, content);
        index.put(name, at + name);
    }

    private void write(String name, byte[] content) throws IOException {
        Files.write(out.resolve(name), content);
        if (WORTH_COMPRESSING.matcher(name).matches()) {
            Files.write(out.resolve(name + ".br"), brotli(content));
            Files.write(out.resolve(name + ".gz"), gzip(content));
        }
    }

    private static byte[] brotli(byte[] content) throws IOException {
        Encoder.Parameters best = new Encoder.Parameters().setQuality(11).setMode(Encoder.Mode.TEXT);
        return Encoder.compress(content, best);
    }

    private static byte[] gzip(byte[] content) throws IOException {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        try (OutputStream gzip = new BestGzip(bytes)) {
            gzip.write(content);
        }
        return bytes.toByteArray();
    }

    private static String hash(byte[] content) {
        try {
            byte[] digest = MessageDigest.getInstance("SHA-256").digest(content);
            return HexFormat.of().formatHex(digest, 0, 5);
        } catch (NoSuchAlgorithmException impossible) {
            throw new IllegalStateException(impossible);
        }
    }

    private static List<Path> files(Path folder, String ending) throws IOException {
        if (!Files.isDirectory(folder)) {
            return List.of();
        }
        try (Stream<Path> found = Files.list(folder)) {
            return found.filter(Files::isRegularFile)
                    .filter(file -> file.toString().endsWith(ending))
                    .sorted()
                    .toList();
        }
    }

    private static void clear(Path folder) throws IOException {
        if (Files.exists(folder)) {
            try (Stream<Path> old = Files.walk(folder)) {
                for (Path path : old.sorted(Comparator.reverseOrder()).toList()) {
                    Files.delete(path);
                }
            }
        }
        Files.createDirectories(folder);
    }

    /** The JDK's gzip, with all the time it wants. */
    private static final class BestGzip extends GZIPOutputStream {

        BestGzip(OutputStream out) throws IOException {
            super(out);
            def.setLevel(Deflater.BEST_COMPRESSION);
        }
    }
}
