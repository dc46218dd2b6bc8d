package org.tianbo.bench.measure;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.time.Duration;
import java.time.Instant;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import org.tianbo.platform.data.Ids;

/** Single calls of the application under measurement, in the name of the demo's people: what the load needs to know. */
public final class Calls {

    public static final String LOGIN = "trainee1";
    public static final String PASSWORD = "tianbo-demo";

    private static final Duration ACCOUNTS_MADE = Duration.ofMinutes(10);

    private final String site;
    private final HttpClient client = HttpClient.newHttpClient();
    private final ObjectMapper json = new ObjectMapper();

    public Calls(String site) {
        this.site = site;
    }

    public HttpResponse<String> get(String path, Map<String, String> headers) throws IOException, InterruptedException {
        HttpRequest.Builder request = HttpRequest.newBuilder(URI.create(site + path));
        headers.forEach(request::header);
        return client.send(request.build(), HttpResponse.BodyHandlers.ofString());
    }

    /** Posts nothing, and receives a file. */
    public void file(String path, Map<String, String> headers) throws IOException, InterruptedException {
        HttpRequest.Builder request =
                HttpRequest.newBuilder(URI.create(site + path)).POST(HttpRequest.BodyPublishers.noBody());
        headers.forEach(request::header);
        HttpResponse<byte[]> file = client.send(request.build(), HttpResponse.BodyHandlers.ofByteArray());
        if (file.statusCode() != 200) {
            throw new IOException(path + " was answered with " + file.statusCode());
        }
    }

    /** Submits a form of a page, which leads on to another page when it is taken. */
    public void form(String path, String fields, Map<String, String> headers) throws IOException, InterruptedException {
        HttpRequest.Builder request = HttpRequest.newBuilder(URI.create(site + path))
                .header("Content-Type", "application/x-www-form-urlencoded")
                .POST(HttpRequest.BodyPublishers.ofString(fields));
        headers.forEach(request::header);
        HttpResponse<String> answer = client.send(request.build(), HttpResponse.BodyHandlers.ofString());
        if (answer.statusCode() != 303) {
            throw new IOException(path + " was answered with " + answer.statusCode());
        }
    }

    /** @return how many people were accepted */
    public int roster(String cohort, byte[] csv, Map<String, String> headers) throws IOException, InterruptedException {
        return sent("/api/rosters?cohort=" + cohort, csv, "text/csv", headers)
                .get("accepted")
                .asInt();
    }

    private JsonNode sent(String path, byte[] body, String type, Map<String, String> headers)
            throws IOException, InterruptedException {
        HttpRequest.Builder request = HttpRequest.newBuilder(URI.create(site + path))
                .header("Content-Type", type)
                .header("Authorization", headers.get("Authorization"))
                .POST(HttpRequest.BodyPublishers.ofByteArray(body));
        HttpResponse<String> answer = client.send(request.build(), HttpResponse.BodyHandlers.ofString());
        if (answer.statusCode() / 100 != 2) {
            throw new IOException(path + " was answered with " + answer.statusCode() + " " + answer.body());
        }
        return json.readTree(answer.body());
    }

    /** A rehearsal of the longest kind, for it may have the most chunks. */
    public String longRehearsal(String token) throws IOException, InterruptedException {
        String attempt = Ids.next().toString();
        HttpResponse<String> made = client.send(
                authorised("/api/attempts/" + attempt, token)
                        .header("Content-Type", "application/json")
                        .PUT(HttpRequest.BodyPublishers.ofString("{\"title\":\"bench\",\"format\":\"full-rehearsal\"}"))
                        .build(),
                HttpResponse.BodyHandlers.ofString());
        if (made.statusCode() != 201) {
            throw new IOException("The bench's attempt was refused: " + made.body());
        }
        return attempt;
    }

    public void chunk(String token, String attempt, int seq, String type, PhoneClip.Chunk chunk)
            throws IOException, InterruptedException {
        expect(
                201,
                authorised("/api/attempts/" + attempt + "/takes/1/chunks/" + seq, token)
                        .header("Content-Type", type)
                        .header("Content-Digest", chunk.digest())
                        .PUT(HttpRequest.BodyPublishers.ofByteArray(chunk.bytes())));
    }

    /** All of its one take was sent. */
    public void finish(String token, String attempt, int chunks, Instant began, Instant ended)
            throws IOException, InterruptedException {
        String takes = "{\"takes\":[{\"take\":1,\"chunks\":%d,\"startedAt\":\"%s\",\"endedAt\":\"%s\"}],\"marks\":[]}"
                .formatted(chunks, began, ended);
        expect(
                202,
                authorised("/api/attempts/" + attempt + "/finish", token)
                        .header("Content-Type", "application/json")
                        .POST(HttpRequest.BodyPublishers.ofString(takes)));
    }

    public void delete(String token, String attempt) throws IOException, InterruptedException {
        expect(204, authorised("/api/attempts/" + attempt, token).DELETE());
    }

    public boolean isReady(String token, String attempt) throws IOException, InterruptedException {
        String state = json.readTree(expect(200, authorised("/api/attempts/" + attempt, token)))
                .get("state")
                .asText();
        if (state.equals("failed")) {
            throw new IOException("No recording could be made of attempt " + attempt);
        }
        return state.equals("ready");
    }

    private String expect(int status, HttpRequest.Builder request) throws IOException, InterruptedException {
        HttpResponse<String> answer = client.send(request.build(), HttpResponse.BodyHandlers.ofString());
        if (answer.statusCode() != status) {
            throw new IOException(answer.uri() + " was answered with " + answer.statusCode() + ": " + answer.body());
        }
        return answer.body();
    }

    public JsonNode aLesson() throws IOException, InterruptedException {
        HttpResponse<String> courses =
                client.send(authorised("/api/courses", token()).build(), HttpResponse.BodyHandlers.ofString());
        return json.readTree(courses.body()).findValue("lessons").get(0);
    }

    public String token() throws IOException, InterruptedException {
        return token(LOGIN);
    }

    public String token(String login) throws IOException, InterruptedException {
        HttpRequest request = HttpRequest.newBuilder(
                        URI.create(site + "/auth/realms/tianbo/protocol/openid-connect/token"))
                .header("Content-Type", "application/x-www-form-urlencoded")
                .POST(HttpRequest.BodyPublishers.ofString(
                        "grant_type=password&client_id=tianbo-cli&scope=openid&username=" + login + "&password="
                                + PASSWORD))
                .build();
        // The demo's accounts are made behind its start, one after the other.
        long giveUp = System.nanoTime() + ACCOUNTS_MADE.toNanos();
        JsonNode answer = ask(request);
        while (!answer.has("access_token") && System.nanoTime() < giveUp) {
            TimeUnit.SECONDS.sleep(1);
            answer = ask(request);
        }
        if (!answer.has("access_token")) {
            throw new IOException("No token for " + login + ": " + answer);
        }
        return answer.get("access_token").asText();
    }

    private JsonNode ask(HttpRequest request) throws IOException, InterruptedException {
        return json.readTree(
                client.send(request, HttpResponse.BodyHandlers.ofString()).body());
    }

    private HttpRequest.Builder authorised(String path, String token) {
        return HttpRequest.newBuilder(URI.create(site + path)).header("Authorization", "Bearer " + token);
    }
}
