package org.tianbo.platform.web;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.quarkus.test.common.TestResourceScope;
import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.RestAssured;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import java.util.stream.StreamSupport;
import org.assertj.core.api.SoftAssertions;
import org.junit.jupiter.api.Test;
import org.tianbo.testsupport.TianboServices;
import org.tianbo.testsupport.Tokens;

/**
 * Every call that takes JSON, as the API describes itself, refuses a value of another type by name. A call that is new
 * tomorrow is among them. Needs the application as Quarkus puts it together.
 */
@QuarkusTest
@WithTestResource(value = TianboServices.class, scope = TestResourceScope.GLOBAL)
class EveryJsonCallIT {

    private static final ObjectMapper JSON = new ObjectMapper();
    private static final Pattern PARAMETER = Pattern.compile("\\{([^}:]+)[^}]*}");
    private static final String ANY = "019b2f00-0000-7000-8000-000000000001";
    private static final List<String> SOMEBODY = List.of("trainee1", "mentor1", "officer1", "admin");
    private static final String ANY_JSON = "#/components/schemas/JsonNode";
    private static final int DEEPEST = 4;

    /** What is not of the type, as JSON. */
    private static final Map<String, List<String>> WRONG = Map.of(
            "string", List.of("1", "1.5", "true", "1e400", "{}"),
            "integer", List.of("1.5", "\"1\"", "1e400", "true"),
            "number", List.of("\"1\"", "1e400", "true"),
            "boolean", List.of("\"true\"", "1", "0"),
            "array", List.of("\"x\"", "1"),
            "object", List.of("\"x\"", "1", "[]"));

    /**
     * A body with one value of a wrong type.
     *
     * @param field where it stands, as a fault names it
     */
    private record Body(String field, String json) {

        Body in(String property) {
            String path = field.isEmpty() || field.startsWith("[") ? property + field : property + "." + field;
            return new Body(path, "{\"" + property + "\":" + json + "}");
        }

        Body inList() {
            return new Body(field.isEmpty() ? "[0]" : "[0]." + field, "[" + json + "]");
        }
    }

    private final HttpClient client = HttpClient.newHttpClient();
    private final Map<String, String> mayCall = new HashMap<>();

    @Test
    void everyValueOfAnotherTypeIsRefusedByName() throws Exception {
        JsonNode api = JSON.readTree(RestAssured.given()
                .baseUri(TianboServices.OPERATORS)
                .port(-1)
                .get("/q/openapi?format=json")
                .asString());
        SoftAssertions all = new SoftAssertions();
        Map<String, Integer> tried = new TreeMap<>();
        api.get("paths")
                .properties()
                .forEach(path -> path.getValue().properties().forEach(call -> {
                    JsonNode content = call.getValue().at("/requestBody/content");
                    JsonNode schema = content.path("application/json").path("schema");
                    if (!schema.isMissingNode()) {
                        List<Body> bodies = wrong(schema, api, 0).toList();
                        tried.put(call.getKey() + " " + path.getKey(), bodies.size());
                        bodies.forEach(body -> refused(all, call.getKey(), path.getKey(), body));
                    }
                }));
        all.assertAll();
        assertThat(tried).hasSizeGreaterThanOrEqualTo(8).doesNotContainValue(0);
    }

    private void refused(SoftAssertions all, String method, String path, Body body) {
        String call = method + " " + path + " " + body.json();
        HttpResponse<String> answer = send(method, path, body.json());
        all.assertThat(answer.statusCode()).as(call).isEqualTo(422);
        if (answer.statusCode() == 422) {
            all.assertThat(fields(answer.body())).as(call).contains(body.field());
        }
    }

    private static List<String> fields(String problem) {
        try {
            return JSON.readTree(problem).path("errors").findValuesAsText("field");
        } catch (JsonProcessingException noJson) {
            throw new UncheckedIOException(noJson);
        }
    }

    /** As the first who may make the call. */
    private HttpResponse<String> send(String method, String path, String body) {
        String call = method + " " + path;
        if (mayCall.containsKey(call)) {
            return send(mayCall.get(call), method, path, body);
        }
        HttpResponse<String> refused = null;
        for (String login : SOMEBODY) {
            HttpResponse<String> answer = send(login, method, path, body);
            if (answer.statusCode() != 403) {
                mayCall.put(call, login);
                return answer;
            }
            refused = answer;
        }
        return refused;
    }

    private HttpResponse<String> send(String login, String method, String path, String body) {
        HttpRequest request = HttpRequest.newBuilder(URI.create(TianboServices.SITE + filled(path)))
                .header("Authorization", "Bearer " + Tokens.of(login))
                .header("Content-Type", "application/json")
                .method(method.toUpperCase(Locale.ROOT), HttpRequest.BodyPublishers.ofString(body))
                .build();
        try {
            return client.send(request, HttpResponse.BodyHandlers.ofString());
        } catch (IOException failed) {
            throw new UncheckedIOException(failed);
        } catch (InterruptedException interrupted) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(interrupted);
        }
    }

    private static String filled(String path) {
        return PARAMETER
                .matcher(path)
                .replaceAll(parameter -> parameter.group(1).equals("county") ? "fengcheng" : ANY);
    }

    private static Stream<Body> wrong(JsonNode schema, JsonNode api, int depth) {
        JsonNode known =
                schema.has("$ref") ? api.at(schema.get("$ref").textValue().substring(1)) : schema;
        // What comes with a record is of its type's own shape, and one that is misshapen is refused alone.
        if (depth > DEEPEST || ANY_JSON.equals(schema.path("$ref").textValue())) {
            return Stream.empty();
        }
        Stream<Body> inside = known.path("properties").properties().stream()
                .flatMap(
                        property -> wrong(property.getValue(), api, depth + 1).map(body -> body.in(property.getKey())));
        if (known.has("items")) {
            inside = Stream.concat(
                    inside, wrong(known.get("items"), api, depth + 1).map(Body::inList));
        }
        if (known.path("additionalProperties").isObject()) {
            inside = Stream.concat(
                    inside,
                    wrong(known.get("additionalProperties"), api, depth + 1).map(body -> body.in("any")));
        }
        Stream<Body> itself = depth == 0
                ? Stream.empty()
                : types(known)
                        .flatMap(type -> WRONG.getOrDefault(type, List.of()).stream())
                        .map(json -> new Body("", json));
        return Stream.concat(itself, inside);
    }

    /** OpenAPI 3.1 lists "null" beside the type of what may be left out. */
    private static Stream<String> types(JsonNode schema) {
        JsonNode type = schema.path("type");
        return type.isArray()
                ? StreamSupport.stream(type.spliterator(), false)
                        .map(JsonNode::textValue)
                        .filter(each -> !each.equals("null"))
                : Stream.of(type.textValue());
    }
}
