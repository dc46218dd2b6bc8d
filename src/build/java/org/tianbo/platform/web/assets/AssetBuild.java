package org.tianbo.platform.web.assets;

import com.aayushatharva.brotli4j.Brotli4jLoader;
import com.aayushatharva.brotli4j.encoder.Encoder;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
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
import java.util.TreeMap;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import java.util.zip.Deflater;
import java.util.zip.GZIPOutputStream;

/**
 * Prepares {@code src/main/web} for browsers; a step of the build, never run by the application.
 *
 * <ul>
 *   <li>{@code css/*.css} and {@code js/*.js} are bundled, minified and named by their content;
 *   <li>{@code root/*} keeps its names and is served at the root of the site;
 *   <li>{@code sw.js} is bundled and learns which files make up the application: {@code __ASSETS__} in it stands for
 *       {@code {"version": "…", "urls": ["/assets/…", …]}}.
 * </ul>
 *
 * Each file is written with its Brotli and gzip form, and {@value AssetIndex#FILE} says which name leads where.
 */
public final class AssetBuild {

    private static final String APP = "app.js";
    private static final Pattern EXPORTED_BY_APP = Pattern.compile("(?m)^export .* from '\\./(app/[^']+)';$");
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
        Files.writeString(
                out.resolve(AssetIndex.FILE),
                index.entrySet().stream()
                        .map(entry -> entry.getKey() + "=" + entry.getValue() + "\n")
                        .collect(Collectors.joining()));
    }

    private void bundleStyles() throws IOException {
        bundle(files(web.resolve("css"), ".css"), List.of("--external:/*"));
        for (Path built : files(bundles, ".css")) {
            publishNamedByContent(built.getFileName().toString(), Files.readAllBytes(built));
        }
    }

    /**
     * app.js is on every page already. The other entries take what it exports from there instead of carrying a
     * second copy, which would also be a second outbox. Modules of {@code js/app} that it does not export are bundled
     * with whatever imports them.
     */
    private void bundleScripts() throws IOException {
        Path app = web.resolve("js").resolve(APP);
        bundle(List.of(app), List.of("--format=esm"));
        String appUrl = publishNamedByContent(APP, Files.readAllBytes(bundles.resolve(APP)));
        List<Path> others = files(web.resolve("js"), ".js").stream()
                .filter(entry -> !entry.equals(app))
                .toList();
        List<String> options = new ArrayList<>(List.of("--format=esm", "--external:" + app));
        EXPORTED_BY_APP
                .matcher(Files.readString(app))
                .results()
                .map(module -> "--external:" + web.resolve("js").resolve(module.group(1)))
                .forEach(options::add);
        bundle(others, options);
        Pattern fromApp = Pattern.compile("([\"'])[^\"'\\s]*/js/app(/[^\"'\\s]+)?\\.js\\1");
        for (Path entry : others) {
            String name = entry.getFileName().toString();
            String script = Files.readString(bundles.resolve(name));
            String linked = fromApp.matcher(script).replaceAll(Matcher.quoteReplacement('"' + appUrl + '"'));
            publishNamedByContent(name, linked.getBytes(StandardCharsets.UTF_8));
        }
    }

    private void bundleServiceWorker() throws IOException {
        Path worker = web.resolve("sw.js");
        if (Files.exists(worker)) {
            String urls =
                    index.values().stream().map(url -> '"' + url + '"').collect(Collectors.joining(",", "[", "]"));
            String version = hash(urls.getBytes(StandardCharsets.UTF_8));
            String assets = "{\"version\":\"" + version + "\",\"urls\":" + urls + "}";
            bundle(List.of(worker), List.of("--format=iife", "--define:__ASSETS__=" + assets));
            publish("sw.js", "/", Files.readAllBytes(bundles.resolve("sw.js")));
        }
    }

    private void bundle(List<Path> entries, List<String> options) throws IOException {
        if (entries.isEmpty()) {
            return;
        }
        List<String> arguments = new ArrayList<>(List.of(
                "--bundle",
                "--minify",
                "--charset=utf8",
                "--legal-comments=none",
                "--log-level=warning",
                TARGET,
                "--outdir=" + bundles));
        arguments.addAll(options);
        entries.forEach(entry -> arguments.add(entry.toString()));
        esbuild.run(arguments);
    }

    private String publishNamedByContent(String name, byte[] content) throws IOException {
        int dot = name.lastIndexOf('.');
        String hashed = name.substring(0, dot) + "-" + hash(content) + name.substring(dot);
        String url = AssetIndex.HASHED + hashed;
        write(hashed, content);
        index.put(name, url);
        return url;
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
