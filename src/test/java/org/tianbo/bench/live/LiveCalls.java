package org.tianbo.bench.live;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.time.Duration;
import java.util.concurrent.CompletableFuture;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.tianbo.bench.measure.Calls;
import org.tianbo.bench.measure.PhoneClip;

/** What hosts and viewers of a live call. Each call ends by itself. */
final class LiveCalls {

    private static final Pattern LINK = Pattern.compile("data-link>[^<]*(/live/[^<]+)<");
    private static final Pattern PASS = Pattern.compile("data-pass=\"([^\"]+)\"");
    private static final Pattern LIBRARY = Pattern.compile("data-library=\"([^\"]+)\"");

    /** A phone gives up and tries again. */
    private static final Duration PATIENCE = Duration.ofSeconds(10);

    private final String site;
    private final Calls calls;
    private final HttpClient client =
            HttpClient.newBuilder().version(HttpClient.Version.HTTP_1_1).build();
    private final ObjectMapper json = new ObjectMapper();

    LiveCalls(String site, Calls calls) {
        this.site = site;
        this.calls = calls;
    }

    /** @param token of its host @param page path of its link @param pass of one viewer */
    record Live(String token, String attempt, String page, String pass) {}

    /** A rehearsal with an invitation, and somebody who opened it. */
    Live begin(String token) throws IOException, InterruptedException {
        String attempt = calls.longRehearsal(token);
        String invitations = "/practice/" + attempt + "/live";
        expect(
                303,
                send(authorised(invitations, token)
                        .header("Content-Type", "application/x-www-form-urlencoded")
                        .POST(BodyPublishers.ofString("audience=classmates&name="))));
        String page =
                found(LINK, expect(200, send(authorised(invitations, token))).body());
        return new Live(token, attempt, page, open(page));
    }

    /** @return the pass of a new viewer */
    String open(String page) throws IOException, InterruptedException {
        return found(
                PASS, expect(200, send(get(page).header("Accept", "text/html"))).body());
    }

    /** The largest script there is, of as many bytes as some segments. */
    String asset(String page) throws IOException, InterruptedException {
        return found(
                LIBRARY,
                expect(200, send(get(page).header("Accept", "text/html"))).body());
    }

    /** @return the status of the answer */
    CompletableFuture<Integer> send(Live live, int seq, PhoneClip.Chunk chunk) {
        HttpRequest request = authorised("/api/attempts/" + live.attempt() + "/takes/1/chunks/" + seq, live.token())
                .timeout(PATIENCE)
                .header("Content-Type", "video/mp4")
                .header("Content-Digest", chunk.digest())
                .PUT(BodyPublishers.ofByteArray(chunk.bytes()))
                .build();
        return client.sendAsync(request, BodyHandlers.discarding()).thenApply(HttpResponse::statusCode);
    }

    /** How many chunks of its one take the server has. */
    long stored(Live live) throws IOException, InterruptedException {
        JsonNode takes =
                json.readTree(expect(200, send(authorised("/api/attempts/" + live.attempt() + "/takes", live.token())))
                        .body());
        long stored = 0;
        for (JsonNode range : takes.path(0).path("chunks")) {
            stored += range.get(1).asLong() - range.get(0).asLong() + 1;
        }
        return stored;
    }

    CompletableFuture<HttpResponse<String>> playlist(Live live) {
        return client.sendAsync(
                get(media(live) + "playlist.m3u8").timeout(PATIENCE).build(), BodyHandlers.ofString());
    }

    /** Path of what the playlist names. */
    static String media(Live live) {
        return live.page() + "/as/" + live.pass() + "/";
    }

    /** Reads it to its end, and keeps nothing. @return the status of the answer */
    CompletableFuture<Integer> fetch(String path) {
        return client.sendAsync(get(path).timeout(PATIENCE).build(), BodyHandlers.discarding())
                .thenApply(HttpResponse::statusCode);
    }

    int bytesOf(String path) throws IOException, InterruptedException {
        return client.send(get(path).timeout(PATIENCE).build(), BodyHandlers.ofByteArray())
                .body()
                .length;
    }

    /** Listens to what happens until it is cancelled. */
    CompletableFuture<?> listen(Live live) {
        return client.sendAsync(
                get(live.page() + "/events")
                        .header("Cookie", "tianbo-viewer=" + live.pass())
                        .build(),
                BodyHandlers.discarding());
    }

    private HttpRequest.Builder get(String path) {
        return HttpRequest.newBuilder(URI.create(site + path));
    }

    private HttpRequest.Builder authorised(String path, String token) {
        return get(path).header("Authorization", "Bearer " + token).header("Accept", "application/json, text/html");
    }

    private HttpResponse<String> send(HttpRequest.Builder request) throws IOException, InterruptedException {
        return client.send(request.timeout(PATIENCE).build(), BodyHandlers.ofString());
    }

    private static HttpResponse<String> expect(int status, HttpResponse<String> answer) throws IOException {
        if (answer.statusCode() != status) {
            throw new IOException(answer.request().uri() + " was answered with " + answer.statusCode());
        }
        return answer;
    }

    private static String found(Pattern pattern, String page) throws IOException {
        Matcher found = pattern.matcher(page);
        if (!found.find()) {
            throw new IOException("A page lacks " + pattern);
        }
        return found.group(1);
    }
}
