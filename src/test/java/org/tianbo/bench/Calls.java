package org.tianbo.bench;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.util.Map;
import org.tianbo.platform.data.Ids;

/** Single calls of the application under measurement, in the name of the demo's people: what the load needs to know. */
final class Calls {

    static final String LOGIN = "trainee1";
    static final String PASSWORD = "tianbo-demo";

    private final String site;
    private final HttpClient client = HttpClient.newHttpClient();
    private final ObjectMapper json = new ObjectMapper();

    Calls(String site) {
        this.site = site;
    }

    HttpResponse<String> get(String path, Map<String, String> headers) throws IOException, InterruptedException {
        HttpRequest.Builder request = HttpRequest.newBuilder(URI.create(site + path));
        headers.forEach(request::header);
        return client.send(request.build(), HttpResponse.BodyHandlers.ofString());
    }

    /** A rehearsal of the longest kind, for it may have the most chunks. */
    String longRehearsal(String token) throws IOException, InterruptedException {
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

    JsonNode aLesson() throws IOException, InterruptedException {
        HttpResponse<String> courses =
                client.send(authorised("/api/courses", token()).build(), HttpResponse.BodyHandlers.ofString());
        return json.readTree(courses.body()).findValue("lessons").get(0);
    }

    String token() throws IOException, InterruptedException {
        return token(LOGIN);
    }

    String token(String login) throws IOException, InterruptedException {
        HttpRequest request = HttpRequest.newBuilder(
                        URI.create(site + "/auth/realms/tianbo/protocol/openid-connect/token"))
                .header("Content-Type", "application/x-www-form-urlencoded")
                .POST(HttpRequest.BodyPublishers.ofString(
                        "grant_type=password&client_id=tianbo-cli&scope=openid&username=" + login + "&password="
                                + PASSWORD))
                .build();
        return json.readTree(client.send(request, HttpResponse.BodyHandlers.ofString())
                        .body())
                .get("access_token")
                .asText();
    }

    private HttpRequest.Builder authorised(String path, String token) {
        return HttpRequest.newBuilder(URI.create(site + path)).header("Authorization", "Bearer " + token);
    }
}
