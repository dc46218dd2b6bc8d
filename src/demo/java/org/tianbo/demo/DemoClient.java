package org.tianbo.demo;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.net.URLEncoder;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;

/** The front door, as one of the demo's people goes through it: signed in, and over HTTP like everybody else. */
final class DemoClient {

    private static final Duration PATIENCE = Duration.ofSeconds(30);
    private static final String FORM = "application/x-www-form-urlencoded; charset=UTF-8";

    /** 409: done before, by a run that was cut off after it. */
    private static final Set<Integer> FINE = Set.of(200, 201, 202, 204, 303, 409);

    private final HttpClient client = HttpClient.newHttpClient();
    private final ObjectMapper json;
    private final URI home;
    private final String token;

    DemoClient(ObjectMapper json, URI home, String login) {
        this.json = json;
        this.home = home;
        Map<String, String> form = Map.of(
                "grant_type",
                "password",
                "client_id",
                "tianbo-cli",
                "scope",
                "openid",
                "username",
                login,
                "password",
                DemoPeople.PASSWORD);
        this.token = send(request("/auth/realms/tianbo/protocol/openid-connect/token", FORM)
                        .POST(HttpRequest.BodyPublishers.ofString(encoded(form))))
                .get("access_token")
                .textValue();
    }

    void form(String path, Map<String, String> fields) {
        send(signedIn(path, FORM).POST(HttpRequest.BodyPublishers.ofString(encoded(fields))));
    }

    JsonNode post(String path, Object body) {
        return send(signedIn(path, "application/json").POST(HttpRequest.BodyPublishers.ofString(written(body))));
    }

    void post(String path, String type, String body) {
        send(signedIn(path, type).POST(HttpRequest.BodyPublishers.ofString(body)));
    }

    void put(String path, Object body, Map<String, String> headers) {
        HttpRequest.Builder request = signedIn(path, "application/json");
        headers.forEach(request::header);
        send(request.PUT(HttpRequest.BodyPublishers.ofString(written(body))));
    }

    void put(String path, String type, byte[] body, String digest) {
        send(signedIn(path, type)
                .header("Content-Digest", "sha-256=:" + digest + ":")
                .PUT(HttpRequest.BodyPublishers.ofByteArray(body)));
    }

    private HttpRequest.Builder signedIn(String path, String type) {
        return request(path, type).header("Authorization", "Bearer " + token);
    }

    private HttpRequest.Builder request(String path, String type) {
        return HttpRequest.newBuilder(home.resolve(path)).timeout(PATIENCE).header("Content-Type", type);
    }

    private JsonNode send(HttpRequest.Builder request) {
        HttpRequest built = request.build();
        try {
            HttpResponse<String> answer = client.send(built, HttpResponse.BodyHandlers.ofString());
            if (!FINE.contains(answer.statusCode())) {
                throw new IllegalStateException(
                        built.method() + " " + built.uri() + " answered " + answer.statusCode() + ": " + answer.body());
            }
            boolean limited = answer.headers()
                    .firstValue("Content-Type")
                    .filter(type -> type.contains("json"))
                    .isPresent();
            return limited ? json.readTree(answer.body()) : json.nullNode();
        } catch (IOException unreachable) {
            throw new UncheckedIOException(unreachable);
        } catch (InterruptedException stopping) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException("Stopped with the application", stopping);
        }
    }

    private String written(Object body) {
        try {
            return json.writeValueAsString(body);
        } catch (JsonProcessingException unwritable) {
            throw new UncheckedIOException(unwritable);
        }
    }

    private static String encoded(Map<String, String> form) {
        return form.entrySet().stream()
                .map(field -> field.getKey() + "=" + URLEncoder.encode(field.getValue(), StandardCharsets.UTF_8))
                .collect(Collectors.joining("&"));
    }
}
