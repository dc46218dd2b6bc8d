package org.tianbo.platform.web.assets;

import static org.assertj.core.api.Assertions.assertThat;

import io.vertx.core.Vertx;
import io.vertx.core.http.HttpServer;
import io.vertx.ext.web.Router;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.tianbo.testsupport.Patience;

class AssetsTest {

    private static final HttpClient CLIENT = HttpClient.newHttpClient();
    private static final String WORKER = "/sw.js";
    private static final String STYLES = AssetIndex.built().url("base.css");

    private static Vertx vertx;
    private static HttpServer server;

    @BeforeAll
    static void serve() throws Exception {
        vertx = Vertx.vertx();
        Router router = Router.router(vertx);
        new Assets().register(router);
        server = vertx.createHttpServer()
                .requestHandler(router)
                .listen(0)
                .toCompletionStage()
                .toCompletableFuture()
                .get(Patience.LONG.toSeconds(), TimeUnit.SECONDS);
    }

    @AfterAll
    static void stop() {
        vertx.close();
    }

    @Test
    void anAssetComesCompressedAsTheBrowserWishes() throws Exception {
        assertThat(get(STYLES, "Accept-Encoding", "gzip, br").headers().firstValue("Content-Encoding"))
                .contains("br");
        assertThat(get(STYLES, "Accept-Encoding", "gzip").headers().firstValue("Content-Encoding"))
                .contains("gzip");
        HttpResponse<byte[]> plain = get(STYLES, "Accept", "*/*");
        assertThat(plain.headers().firstValue("Content-Encoding")).isEmpty();
        assertThat(new String(plain.body())).contains("--rice");
        assertThat(plain.headers().firstValue("Content-Type")).contains("text/css; charset=utf-8");
        assertThat(plain.headers().firstValue("Vary").orElseThrow()).isEqualToIgnoringCase("Accept-Encoding");
    }

    @Test
    void aBrowserThatHasItIsNotSentItAgain() throws Exception {
        String tag = get(WORKER, "Accept-Encoding", "br")
                .headers()
                .firstValue("ETag")
                .orElseThrow();

        HttpResponse<byte[]> again = CLIENT.send(
                request(WORKER)
                        .header("Accept-Encoding", "br")
                        .header("If-None-Match", tag)
                        .build(),
                HttpResponse.BodyHandlers.ofByteArray());
        assertThat(again.statusCode()).isEqualTo(304);
        assertThat(get(WORKER, "If-None-Match", tag).statusCode())
                .as("another form of the file is another thing to keep")
                .isEqualTo(200);
    }

    @Test
    void whatIsNamedByItsContentNeedsNoTag() throws Exception {
        HttpResponse<byte[]> styles = get(STYLES, "If-None-Match", "*");
        assertThat(styles.statusCode()).isEqualTo(200);
        assertThat(styles.headers().firstValue("ETag")).isEmpty();
        assertThat(styles.headers().firstValue("Cache-Control"))
                .hasValueSatisfying(rule -> assertThat(rule).contains("immutable"));
    }

    @Test
    void headTellsTheSizeWithoutTheBytes() throws Exception {
        HttpResponse<byte[]> head = CLIENT.send(
                request(STYLES)
                        .method("HEAD", HttpRequest.BodyPublishers.noBody())
                        .build(),
                HttpResponse.BodyHandlers.ofByteArray());

        assertThat(head.statusCode()).isEqualTo(200);
        assertThat(head.body()).isEmpty();
        assertThat(head.headers().firstValueAsLong("Content-Length"))
                .hasValue(get(STYLES, "Accept", "*/*").body().length);
    }

    @Test
    void theManifestAndTheIconStandAtTheRoot() throws Exception {
        assertThat(get("/manifest.webmanifest", "Accept", "*/*").headers().firstValue("Content-Type"))
                .contains("application/manifest+json");
        assertThat(get("/favicon.svg", "Accept", "*/*").statusCode()).isEqualTo(200);
    }

    @Test
    void anUnknownAssetIsNotThere() throws Exception {
        assertThat(get("/assets/base-0000000000.css", "Accept", "*/*").statusCode())
                .isEqualTo(404);
        assertThat(get("/assets/..%2Fassets.properties", "Accept", "*/*").statusCode())
                .isEqualTo(404);
        assertThat(get("/assets/assets.properties", "Accept", "*/*").statusCode())
                .isEqualTo(404);
    }

    private static HttpResponse<byte[]> get(String path, String header, String value)
            throws IOException, InterruptedException {
        return CLIENT.send(request(path).header(header, value).build(), HttpResponse.BodyHandlers.ofByteArray());
    }

    private static HttpRequest.Builder request(String path) {
        return HttpRequest.newBuilder(URI.create("http://localhost:" + server.actualPort() + path));
    }
}
