package org.tianbo.testsupport.http;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Set;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.zip.GZIPOutputStream;

/** How many bytes a page takes on its way to a phone that has nothing of it yet, with what it cannot begin without. */
public final class PageWeight {

    private static final Path ASSETS = Path.of("target/classes/META-INF/assets");
    private static final Pattern ASSET = Pattern.compile("[a-z-]+-[A-Z0-9]{8}\\.(?:js|css)");

    /** These are fetched when a field is written in, and once the page is there. */
    private static final List<String> LATER = List.of("counter-", "practice-after-");

    private PageWeight() {}

    /** Scripts and style sheets of ours that it begins with, as the build names them. */
    public static Set<String> assets(String page) {
        return ASSET.matcher(page)
                .results()
                .map(MatchResult::group)
                .filter(name -> LATER.stream().noneMatch(name::startsWith))
                .collect(Collectors.toSet());
    }

    /** @param page its HTML, which goes as gzip; the others go as Brotli */
    public static long of(String page) throws IOException {
        ByteArrayOutputStream zipped = new ByteArrayOutputStream();
        try (GZIPOutputStream zip = new GZIPOutputStream(zipped)) {
            zip.write(page.getBytes(StandardCharsets.UTF_8));
        }
        long weight = zipped.size();
        for (String asset : assets(page)) {
            weight += Files.size(ASSETS.resolve(asset + ".br"));
        }
        return weight;
    }
}
