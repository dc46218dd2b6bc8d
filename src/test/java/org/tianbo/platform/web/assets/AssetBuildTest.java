package org.tianbo.platform.web.assets;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIOException;

import com.aayushatharva.brotli4j.decoder.Decoder;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Properties;
import java.util.zip.GZIPInputStream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class AssetBuildTest {

    @TempDir
    Path project;

    @BeforeEach
    void someSources() throws IOException {
        source("css/base.css", "a { color: #ff0000; }");
        source("js/app/outbox.js", "export const record = () => console.log('stored once');");
        source("../package.json", "{\"imports\": {\"#app/*\": \"./web/js/app/*\"}}");
        source("js/app.js", "export * from '#app/outbox.js';");
        source("js/practice/camera.js", "import { record } from '#app/outbox.js'; export const film = () => record();");
        source("js/practice.js", "import { film } from './practice/camera.js'; film();");
        source("root/favicon.svg", "<svg xmlns='http://www.w3.org/2000/svg'/>");
        source("sw.js", "const { version, urls } = __ASSETS__; console.log(version, urls);");
    }

    @Test
    void aNameChangesWithTheContentAndOnlyThen() throws IOException {
        String first = built().getProperty("base.css");
        assertThat(first).matches("/assets/base-[0-9A-Z]{8}\\.css");
        assertThat(built().getProperty("base.css")).isEqualTo(first);

        source("css/base.css", "a { color: #00ff00; }");
        assertThat(built().getProperty("base.css")).isNotEqualTo(first);
        assertThat(published(first)).doesNotExist();
    }

    @Test
    void whatAStyleSheetImportsIsBundledIntoIt() throws IOException {
        source("css/base.css", "@import './base/links.css'; @import url('mark.css');");
        source("css/base/links.css", "a { color: #010203; }");
        source("css/mark.css", "mark { color: #040506; }");
        Properties index = built();

        assertThat(published(index.getProperty("base.css")))
                .content()
                .contains("#010203", "#040506")
                .doesNotContain("import");
        assertThat(index).containsKey("mark.css").doesNotContainKey("links.css");
    }

    @Test
    void bothCompressedFormsUnpackToThePlainOne() throws IOException {
        Path plain = published(built().getProperty("base.css"));

        byte[] content = Files.readAllBytes(plain);
        assertThat(Decoder.decompress(Files.readAllBytes(Path.of(plain + ".br")))
                        .getDecompressedData())
                .isEqualTo(content);
        byte[] gzip = Files.readAllBytes(Path.of(plain + ".gz"));
        try (InputStream unpacked = new GZIPInputStream(new ByteArrayInputStream(gzip))) {
            assertThat(unpacked.readAllBytes()).isEqualTo(content);
        }
    }

    @Test
    void whatAppExportsIsImportedFromAppAndNotBundledTwice() throws IOException {
        Properties index = built();

        String app = index.getProperty("app.js");
        assertThat(published(app)).content().contains("stored once");
        assertThat(published(index.getProperty("practice.js")))
                .content()
                .contains("from\"" + app + "\"")
                .doesNotContain("stored once");
    }

    @Test
    void whatAppDoesNotExportIsBundledIntoTheEntriesThatUseIt() throws IOException {
        source("js/app/format.js", "export const minutes = () => 'three minutes';");
        source("js/practice.js", "import { minutes } from './app/format.js'; console.log(minutes());");
        Properties index = built();

        assertThat(published(index.getProperty("practice.js"))).content().contains("three minutes");
        assertThat(published(index.getProperty("app.js"))).content().doesNotContain("three minutes");
    }

    @Test
    void theServiceWorkerKeepsItsNameAndKnowsWhatEveryPageNeeds() throws IOException {
        Properties index = built();

        assertThat(index.getProperty("sw.js")).isEqualTo("/sw.js");
        assertThat(index.getProperty("favicon.svg")).isEqualTo("/favicon.svg");
        assertThat(published("/sw.js"))
                .content()
                .contains(index.getProperty("app.js"), index.getProperty("base.css"))
                .doesNotContain(index.getProperty("practice.js"))
                .containsPattern("version:\"[0-9a-f]{10}\"");
    }

    @Test
    void aFaultInASourceStopsTheBuildAndNamesTheLine() throws IOException {
        source("js/app.js", "export const = 1;");

        assertThatIOException().isThrownBy(this::built).withMessageContaining("app.js:1:13");
    }

    @ParameterizedTest
    @CsvSource({
        "Linux, amd64, linux-x64",
        "Linux, aarch64, linux-arm64",
        "Mac OS X, aarch64, darwin-arm64",
        "Windows 11, amd64, win32-x64",
    })
    void everyMachineHasItsEsbuild(String os, String architecture, String platform) {
        assertThat(Esbuild.platform(os, architecture)).isEqualTo(platform);
    }

    private Properties built() throws IOException {
        Path classes = project.resolve("target/classes");
        AssetBuild.main(new String[] {
            project.resolve("web").toString(), project.resolve("target").toString(), classes.toString()
        });
        Properties index = new Properties();
        try (InputStream in = Files.newInputStream(published(AssetIndex.FILE))) {
            index.load(in);
        }
        return index;
    }

    private Path published(String url) {
        return project.resolve("target/classes")
                .resolve(AssetIndex.FOLDER)
                .resolve(url.substring(url.lastIndexOf('/') + 1));
    }

    private void source(String path, String content) throws IOException {
        Path file = project.resolve("web").resolve(path);
        Files.createDirectories(file.getParent());
        Files.writeString(file, content);
    }
}
