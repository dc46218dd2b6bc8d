package org.tianbo.media.storage;

import static org.assertj.core.api.Assertions.assertThat;

import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import io.vertx.core.Vertx;
import io.vertx.core.http.HttpServer;
import io.vertx.ext.web.Router;
import java.io.ByteArrayInputStream;
import java.io.InputStream;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.Arrays;
import java.util.Optional;
import java.util.Random;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.tianbo.media.MediaConfig;
import org.tianbo.media.playback.Playback;
import org.tianbo.media.playback.SignedLinks;
import org.tianbo.platform.web.Refusals;
import org.tianbo.testsupport.Patience;

/** What a player is answered, wherever the object lies (RFC 9110, sections 13 and 14). */
abstract class PlaybackContract {

    private static final Instant NOW = Instant.parse("2026-06-18T12:00:00Z");
    private static final String KEY = "fengcheng/attempts/x/recording-0a.mp4";
    private static final int SIZE = 300_000;
    private static final byte[] OBJECT = object();

    /** One for all tests: each would bring threads of its own. They end with the process. */
    private static final Vertx VERTX = Vertx.vertx();

    private static final HttpClient PLAYER = HttpClient.newHttpClient();

    @TempDir
    Path folder;

    final SignedLinks links = new SignedLinks("a-key-of-at-least-thirty-two-letters");
    private ObjectStorage storage;
    private HttpServer server;
    private io.vertx.core.http.HttpClient storageClient;
    private final SimpleMeterRegistry meters = new SimpleMeterRegistry();
    private final Refusals refusals = new Refusals(meters);

    abstract ObjectStorage open(Scratch scratch) throws Exception;

    /** How the store is reached by what passes its bytes on. */
    abstract MediaConfig.S3 elsewhere();

    @BeforeEach
    void serve() throws Exception {
        storage = open(new Scratch(folder, 0, new DiskSpace()).prepared(NOW));
        storage.write(KEY, new ByteArrayInputStream(OBJECT), SIZE, Optional.empty());
        Router router = Router.router(VERTX);
        storageClient = Playback.client(VERTX, elsewhere());
        new Playback(links, storage, Clock.fixed(NOW, ZoneOffset.UTC), storageClient, refusals).register(router);
        server = VERTX.createHttpServer()
                .requestHandler(router)
                .listen(0, "127.0.0.1")
                .toCompletionStage()
                .toCompletableFuture()
                .get(Patience.LONG.toSeconds(), TimeUnit.SECONDS);
    }

    @AfterEach
    void stop() throws Exception {
        server.close().toCompletionStage().toCompletableFuture().get(Patience.LONG.toSeconds(), TimeUnit.SECONDS);
        storageClient
                .close()
                .toCompletionStage()
                .toCompletableFuture()
                .get(Patience.LONG.toSeconds(), TimeUnit.SECONDS);
        storage.close();
    }

    @Test
    void withoutARangeTheWholeIsSent() throws Exception {
        HttpResponse<byte[]> whole = get(link());
        assertThat(whole.statusCode()).isEqualTo(200);
        assertThat(whole.body()).isEqualTo(OBJECT);
        assertThat(header(whole, "Accept-Ranges")).isEqualTo("bytes");
        assertThat(header(whole, "Content-Type")).isEqualTo("video/mp4");
        assertThat(header(whole, "Content-Length")).isEqualTo("" + SIZE);
        assertThat(header(whole, "Cache-Control")).isEqualTo("private, max-age=3600");
        assertThat(header(whole, "ETag")).startsWith("\"").endsWith("\"");
        assertThat(whole.headers().firstValue("Content-Range")).isEmpty();
    }

    @ParameterizedTest
    @CsvSource({
        "bytes=0-, 0, 300000",
        "bytes=0-0, 0, 1",
        "bytes=10-29, 10, 20",
        "bytes=299999-, 299999, 1",
        "bytes=200000-999999, 200000, 100000",
        "bytes=-7, 299993, 7",
        "bytes=-999999, 0, 300000"
    })
    void oneRangeIsSentAsAsked(String range, int from, int length) throws Exception {
        HttpResponse<byte[]> part = get(link(), "Range", range);
        assertThat(part.statusCode()).isEqualTo(206);
        assertThat(header(part, "Content-Range")).isEqualTo("bytes " + from + "-" + (from + length - 1) + "/" + SIZE);
        assertThat(header(part, "Content-Length")).isEqualTo("" + length);
        assertThat(part.body()).isEqualTo(Arrays.copyOfRange(OBJECT, from, from + length));
    }

    @ParameterizedTest
    @ValueSource(strings = {"bytes=0-9,20-29", "bytes=9-0", "seconds=0-9", "bytes=", "bytes=a-b"})
    void severalRangesOrNoRangesOfOursMeanTheWhole(String range) throws Exception {
        HttpResponse<byte[]> whole = get(link(), "Range", range);
        assertThat(whole.statusCode()).isEqualTo(200);
        assertThat(whole.body()).isEqualTo(OBJECT);
    }

    @ParameterizedTest
    @ValueSource(strings = {"bytes=300000-", "bytes=300000-300001", "bytes=-0"})
    void behindTheEndThereIsNothing(String range) throws Exception {
        HttpResponse<byte[]> none = get(link(), "Range", range);
        assertThat(none.statusCode()).isEqualTo(416);
        assertThat(header(none, "Content-Range")).isEqualTo("bytes */" + SIZE);
        assertThat(code(none)).contains("\"media.range-not-there\"");
    }

    @Test
    void aRangeUnderAConditionIsSentOnlyOfTheVeryBytesTheClientKnows() throws Exception {
        String tag = header(get(link()), "ETag");
        assertThat(get(link(), "Range", "bytes=0-9", "If-Range", tag).statusCode())
                .isEqualTo(206);
        assertThat(get(link(), "Range", "bytes=0-9", "If-Range", "\"other\"").statusCode())
                .isEqualTo(200);
        assertThat(get(link(), "Range", "bytes=0-9", "If-Range", "Thu, 18 Jun 2026 12:00:00 GMT")
                        .statusCode())
                .isEqualTo(200);
        HttpResponse<byte[]> known = get(link(), "If-None-Match", tag);
        assertThat(known.statusCode()).isEqualTo(304);
        assertThat(known.body()).isEmpty();
    }

    @Test
    void headTellsEverythingAndSendsNothing() throws Exception {
        for (String range : new String[] {"bytes=0-9", "bytes=300000-"}) {
            HttpResponse<byte[]> head = send(request(link(), "Range", range)
                    .method("HEAD", BodyPublishers.noBody())
                    .build());
            assertThat(head.statusCode()).isEqualTo(200);
            assertThat(header(head, "Content-Length")).isEqualTo("" + SIZE);
            assertThat(header(head, "Accept-Ranges")).isEqualTo("bytes");
            assertThat(header(head, "Content-Type")).isEqualTo("video/mp4");
            assertThat(head.body()).isEmpty();
        }
    }

    @Test
    void anEmptyObjectIsSentAsOne() throws Exception {
        String key = "fengcheng/attempts/x/empty.m4a";
        storage.write(key, new ByteArrayInputStream(new byte[0]), 0, Optional.empty());
        HttpResponse<byte[]> empty = get(linkTo(key));
        assertThat(empty.statusCode()).isEqualTo(200);
        assertThat(header(empty, "Content-Length")).isEqualTo("0");
        assertThat(get(linkTo(key), "Range", "bytes=0-").statusCode()).isEqualTo(416);
    }

    @Test
    void aLinkThatExpiredOrWasTamperedWithOpensNothing() throws Exception {
        String expired = links.link(KEY, NOW.minus(Duration.ofHours(3)), Duration.ofHours(2))
                .toString();
        assertRefused(expired, "media.link-expired");
        assertRefused(link().replace("recording-0a", "recording-0b"), "media.link-refused");
        assertRefused(link().replaceAll("exp=\\d", "exp=9"), "media.link-refused");
        assertRefused(link() + "A", "media.link-refused");
        assertRefused(link().substring(0, link().indexOf('?')), "media.link-refused");
    }

    @Test
    void aLinkToWhatIsGoneSaysSo() throws Exception {
        storage.delete(KEY);
        HttpResponse<byte[]> gone = get(link(), "Range", "bytes=0-9");
        assertThat(gone.statusCode()).isEqualTo(404);
        assertThat(code(gone)).contains("\"media.object-not-found\"");
        assertThat(header(gone, "Cache-Control")).isEqualTo("no-store");
    }

    /** Under HTTP/2 all players of a page share one connection. */
    @ParameterizedTest
    @EnumSource(HttpClient.Version.class)
    void aPlayerThatHangsUpInTheMiddleDisturbsNobody(HttpClient.Version version) throws Exception {
        for (int again = 0; again < 10; again++) {
            HttpResponse<InputStream> stream = PLAYER.send(
                    request(link(), "Range", "bytes=0-").version(version).build(), BodyHandlers.ofInputStream());
            assertThat(stream.version()).isEqualTo(version);
            assertThat(stream.body().readNBytes(1_000)).hasSize(1_000);
            stream.body().close();
            assertThat(send(request(link(), "Range", "bytes=0-9")
                                    .version(version)
                                    .build())
                            .body())
                    .isEqualTo(Arrays.copyOf(OBJECT, 10));
        }
    }

    private void assertRefused(String link, String code) throws Exception {
        HttpResponse<byte[]> refused = get(link, "Range", "bytes=0-9");
        assertThat(refused.statusCode()).isEqualTo(403);
        assertThat(code(refused)).contains('"' + code + '"');
    }

    String link() {
        return linkTo(KEY);
    }

    private String linkTo(String key) {
        return links.link(key, NOW, Duration.ofHours(2)).toString();
    }

    HttpResponse<byte[]> get(String link, String... headers) throws Exception {
        return send(request(link, headers).GET().build());
    }

    private HttpRequest.Builder request(String link, String... headers) {
        HttpRequest.Builder request = HttpRequest.newBuilder(
                        URI.create("http://127.0.0.1:" + server.actualPort() + link))
                .timeout(Duration.ofSeconds(20));
        return headers.length == 0 ? request : request.headers(headers);
    }

    private HttpResponse<byte[]> send(HttpRequest request) throws Exception {
        return PLAYER.send(request, BodyHandlers.ofByteArray());
    }

    private static String header(HttpResponse<?> response, String name) {
        return response.headers().firstValue(name).orElseThrow();
    }

    static String code(HttpResponse<byte[]> problem) {
        assertThat(header(problem, "Content-Type")).isEqualTo("application/problem+json");
        return new String(problem.body(), StandardCharsets.UTF_8);
    }

    private static byte[] object() {
        byte[] bytes = new byte[SIZE];
        new Random(2).nextBytes(bytes);
        return bytes;
    }
}
