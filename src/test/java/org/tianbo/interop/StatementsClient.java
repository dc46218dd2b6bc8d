package org.tianbo.interop;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.net.URI;
import java.net.URLEncoder;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/**
 * An example of a client: it reads the published description of the API, gets a token for its county, follows the pages
 * of statements to the end and counts them by person. It needs a JDK and Jackson, and nothing of ours.
 */
final class StatementsClient {

    private static final String STATEMENTS = "/xapi/statements";
    private static final String VERSION_HEADER = "X-Experience-API-Version";

    private final HttpClient http = HttpClient.newHttpClient();
    private final ObjectMapper json = new ObjectMapper();
    private final URI site;
    private final URI description;

    /**
     * @param site where people and programs reach the installation
     * @param description where its OpenAPI document is published, on the management port
     */
    StatementsClient(URI site, URI description) {
        this.site = site;
        this.description = description;
    }

    /** {@code java StatementsClient.java https://tianbo.example.org http://…:9000/q/openapi?format=json ID SECRET} */
    public static void main(String... arguments) throws IOException, InterruptedException {
        StatementsClient client = new StatementsClient(URI.create(arguments[0]), URI.create(arguments[1]));
        client.statementsByPerson(arguments[2], arguments[3])
                .forEach((person, count) -> System.out.println(person + " " + count));
    }

    /** How many statements there are of each person, by the account's name. */
    Map<String, Integer> statementsByPerson(String clientId, String secret) throws IOException, InterruptedException {
        requireInDescription("ascending", "limit");
        String token = token(clientId, secret);
        Map<String, Integer> counts = new TreeMap<>();
        String more = STATEMENTS + "?ascending=true&limit=2";
        while (!more.isEmpty()) {
            JsonNode page = get(site.resolve(more), "Authorization", "Bearer " + token, VERSION_HEADER, "1.0.3");
            for (JsonNode statement : page.path("statements")) {
                counts.merge(statement.at("/actor/account/name").asText(), 1, Integer::sum);
            }
            more = page.path("more").asText();
        }
        return counts;
    }

    /** A description that names the call no more, or the parameter, is of another API than this client knows. */
    private void requireInDescription(String... parameters) throws IOException, InterruptedException {
        JsonNode call = get(description).path("paths").path(STATEMENTS).path("get");
        List<String> names = call.path("parameters").findValuesAsText("name");
        if (!names.containsAll(List.of(parameters)) || !names.contains(VERSION_HEADER)) {
            throw new IllegalStateException(STATEMENTS + " is described otherwise than expected: " + names);
        }
    }

    private String token(String clientId, String secret) throws IOException, InterruptedException {
        String form =
                "grant_type=client_credentials&client_id=" + encoded(clientId) + "&client_secret=" + encoded(secret);
        return send(HttpRequest.newBuilder(site.resolve("/auth/realms/tianbo/protocol/openid-connect/token"))
                        .header("Content-Type", "application/x-www-form-urlencoded")
                        .POST(HttpRequest.BodyPublishers.ofString(form)))
                .path("access_token")
                .asText();
    }

    private JsonNode get(URI address, String... headers) throws IOException, InterruptedException {
        HttpRequest.Builder request = HttpRequest.newBuilder(address);
        return send(headers.length == 0 ? request : request.headers(headers));
    }

    private JsonNode send(HttpRequest.Builder request) throws IOException, InterruptedException {
        HttpResponse<String> answer = http.send(request.build(), HttpResponse.BodyHandlers.ofString());
        if (answer.statusCode() != 200) {
            throw new IOException(answer.uri() + " answered " + answer.statusCode() + ": " + answer.body());
        }
        return json.readTree(answer.body());
    }

    private static String encoded(String text) {
        return URLEncoder.encode(text, StandardCharsets.UTF_8);
    }
}
