package org.tianbo.interop.statement;

import java.net.URI;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.Map;

/** Statements as xAPI 1.0.3 writes them. People are accounts of ours: a name or a phone number never leaves. */
public final class StatementJson {

    /** The version of the standard that we speak. */
    public static final String VERSION = "1.0.3";

    /** Below our own address, where what is done stands by its object. */
    public static final String ACTIVITIES = "/xapi/activities/";

    private static final String OBJECT_TYPE = "objectType";
    private static final double FULL = 100.0;

    /** What an object is, by how it begins. */
    private static final Map<String, String> TYPES = Map.of(
            "lessons", "http://adlnet.gov/expapi/activities/lesson",
            "quizzes", "http://adlnet.gov/expapi/activities/assessment",
            "attempts", "http://adlnet.gov/expapi/activities/performance",
            "criteria", "http://adlnet.gov/expapi/activities/objective");

    private StatementJson() {}

    /** @param home our public address, which all of a statement's names begin with */
    public static Map<String, Object> of(Statement statement, URI home) {
        Map<String, Object> json = new LinkedHashMap<>();
        json.put("id", statement.id().toString());
        json.put("actor", account(home, statement.person().map(Object::toString).orElse("tianbo")));
        json.put(
                "verb",
                Map.of(
                        "id", statement.verb().iri(home).toString(),
                        "display", Map.of("en", statement.verb().code().replace('-', ' '))));
        json.put("object", object(statement, home));
        Map<String, Object> result = result(statement);
        if (!result.isEmpty()) {
            json.put("result", result);
        }
        // The standard allows a platform only where something is done to an activity.
        if (statement.verb() != Verb.VOIDED) {
            json.put("context", Map.of("platform", "Tianbo"));
        }
        json.put("timestamp", time(statement.at()));
        json.put("stored", time(statement.storedAt()));
        json.put("authority", account(home, "tianbo"));
        json.put("version", VERSION);
        return json;
    }

    /** The full precision of what is stored: whoever asks for what came since then must not get the same again. */
    public static String time(Instant at) {
        return at.toString();
    }

    private static Map<String, Object> account(URI home, String name) {
        return Map.of(OBJECT_TYPE, "Agent", "account", Map.of("homePage", home.toString(), "name", name));
    }

    private static Map<String, Object> object(Statement statement, URI home) {
        if (statement.verb() == Verb.VOIDED) {
            return Map.of(OBJECT_TYPE, "StatementRef", "id", statement.object());
        }
        String kind = statement.object().replaceFirst("/.*", "");
        String type = TYPES.getOrDefault(
                kind, home.resolve("/xapi/activity-types/" + kind).toString());
        return Map.of(
                OBJECT_TYPE,
                "Activity",
                "id",
                home.resolve(ACTIVITIES + statement.object()).toString(),
                "definition",
                Map.of("type", type));
    }

    private static Map<String, Object> result(Statement statement) {
        Map<String, Object> result = new LinkedHashMap<>();
        switch (statement.verb()) {
            case COMPLETED -> result.put("completion", true);
            case PASSED -> result.put("success", true);
            case FAILED -> result.put("success", false);
            default -> {
                // It has an outcome of its own only where it has a score.
            }
        }
        statement
                .score()
                .ifPresent(score ->
                        result.put("score", Map.of("scaled", score / FULL, "raw", score, "min", 0, "max", (int) FULL)));
        return result;
    }
}
