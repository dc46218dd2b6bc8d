package org.tianbo.platform.web.assets;

import java.io.FileNotFoundException;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.Reader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import java.util.Properties;
import java.util.TreeMap;

/** Which file the build made of which source: {@code base.css} is at {@code /assets/base-5DK4UWJY.css}. */
record AssetIndex(Map<String, String> urls) {

    static final String FOLDER = "META-INF/assets";
    static final String FILE = "assets.properties";
    /** Where names carry their content's hash, and may therefore be kept for ever. */
    static final String HASHED = "/assets/";

    AssetIndex {
        urls = Map.copyOf(urls);
    }

    /** The index inside this application. */
    static AssetIndex built() {
        Properties written = new Properties();
        try (Reader reader = new InputStreamReader(open(FILE), StandardCharsets.UTF_8)) {
            written.load(reader);
        } catch (IOException e) {
            throw new UncheckedIOException("The build has prepared no assets (AssetBuild)", e);
        }
        Map<String, String> urls = new TreeMap<>();
        written.stringPropertyNames().forEach(name -> urls.put(name, written.getProperty(name)));
        return new AssetIndex(urls);
    }

    static InputStream open(String file) throws IOException {
        InputStream found = AssetIndex.class.getResourceAsStream("/" + FOLDER + "/" + file);
        if (found == null) {
            throw new FileNotFoundException(FOLDER + "/" + file);
        }
        return found;
    }

    /**
     * @param name as in the sources, e.g. {@code base.css}
     * @throws IllegalArgumentException if there is no such source: a page must not be half drawn in silence
     */
    String url(String name) {
        String url = urls.get(name);
        if (url == null) {
            throw new IllegalArgumentException(
                    "No asset is called " + name + "; there are " + new TreeMap<>(urls).keySet());
        }
        return url;
    }
}
