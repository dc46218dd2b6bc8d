package org.tianbo.platform.web.assets;

import java.io.IOException;
import java.io.InputStream;
import java.net.JarURLConnection;
import java.net.URL;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.Map;
import java.util.jar.JarEntry;
import java.util.jar.JarFile;

/** Packages of npm that Maven fetched as jars of mvnpm, unpacked so that esbuild finds them. */
final class NpmPackages {

    private static final String ROOT = "META-INF/resources/_static/";

    /** A file at the top of each in its jar. What these import comes from one another. */
    private static final Map<String, String> PACKAGES = Map.of(
            "echarts",
            "echarts/6.0.0/package.json",
            "zrender",
            "zrender/6.0.0/package.json",
            "tslib",
            "tslib/tslib.es6.js");

    /** The one package whose entry has a name that esbuild does not look for by itself. */
    private static final String TSLIB = "tslib.es6.js";

    private NpmPackages() {}

    /** @return the folder {@code node_modules} with all of them */
    static Path unpackedInto(Path folder) throws IOException {
        Path modules = folder.resolve("node_modules").toAbsolutePath();
        if (!Files.exists(modules)) {
            Path half = Files.createTempDirectory(Files.createDirectories(folder), "modules");
            for (Map.Entry<String, String> one : PACKAGES.entrySet()) {
                unpack(ROOT + one.getValue(), half.resolve(one.getKey()));
            }
            Path tslib = half.resolve("tslib");
            Files.move(tslib.resolve(TSLIB), tslib.resolve("index.js"));
            Files.move(half, modules, StandardCopyOption.ATOMIC_MOVE);
        }
        return modules;
    }

    private static void unpack(String packed, Path into) throws IOException {
        URL found = NpmPackages.class.getClassLoader().getResource(packed);
        if (found == null || !(found.openConnection() instanceof JarURLConnection connection)) {
            throw new IOException(packed + " is not on the build's class path");
        }
        String top = packed.substring(0, packed.lastIndexOf('/') + 1);
        try (JarFile jar = connection.getJarFile()) {
            for (JarEntry entry : jar.stream().toList()) {
                String name = entry.getName();
                if (name.startsWith(top) && (name.endsWith(".js") || name.endsWith("package.json"))) {
                    Path file = into.resolve(name.substring(top.length()));
                    Files.createDirectories(file.getParent());
                    try (InputStream content = jar.getInputStream(entry)) {
                        Files.copy(content, file);
                    }
                }
            }
        }
    }
}
