package org.tianbo.interop.page;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import jakarta.ws.rs.QueryParam;
import java.net.URI;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.format.DateTimeParseException;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.function.Function;
import org.tianbo.interop.InteropRefused;
import org.tianbo.interop.statement.StatementFilter;
import org.tianbo.interop.statement.StatementJson;
import org.tianbo.interop.statement.Verb;
import org.tianbo.platform.data.Ids;

/**
 * The parameters that xAPI has for a list of statements, and {@code from}: the number of the last statement of the page
 * before. A value that fits none of them is refused.
 *
 * @param agent JSON with an account of ours
 * @param registration no statement of ours has one
 */
record StatementQuery(
        @QueryParam("statementId") String statementId,
        @QueryParam("voidedStatementId") String voidedStatementId,
        @QueryParam("since") String since,
        @QueryParam("until") String until,
        @QueryParam("verb") String verb,
        @QueryParam("agent") String agent,
        @QueryParam("activity") String activity,
        @QueryParam("registration") String registration,
        @QueryParam("related_activities") String relatedActivities,
        @QueryParam("related_agents") String relatedAgents,
        @QueryParam("format") String format,
        @QueryParam("attachments") String attachments,
        @QueryParam("ascending") String ascending,
        @QueryParam("limit") String limit,
        @QueryParam("from") String from) {

    private static final int MOST = 500;

    /** With one statement's id the standard allows these, and no other. */
    private static final Set<String> BESIDE_AN_ID = Set.of("statementId", "voidedStatementId", "format", "attachments");

    private static final Set<String> NAMES = Set.of(
            "statementId",
            "voidedStatementId",
            "since",
            "until",
            "verb",
            "agent",
            "activity",
            "registration",
            "related_activities",
            "related_agents",
            "format",
            "attachments",
            "ascending",
            "limit",
            "from");

    /** An activity of somebody else; nothing was done to it. */
    private static final String NOTHING = "";

    /** The one statement that is asked for; one that was taken back is there no more. */
    Optional<UUID> one(Set<String> names) {
        names.stream().filter(name -> !NAMES.contains(name)).findFirst().ifPresent(name -> {
            throw InteropRefused.parameter(name);
        });
        if (statementId == null && voidedStatementId == null) {
            return Optional.empty();
        }
        if (!BESIDE_AN_ID.containsAll(names) || statementId != null && voidedStatementId != null) {
            throw InteropRefused.parameter("statementId");
        }
        checkForm();
        if (statementId == null) {
            uuid("voidedStatementId", voidedStatementId);
            throw InteropRefused.unknown();
        }
        return Optional.of(uuid("statementId", statementId));
    }

    StatementFilter filter(ObjectMapper json, URI home) {
        checkForm();
        flag("related_activities", relatedActivities);
        flag("related_agents", relatedAgents);
        Optional<String> object = Optional.ofNullable(activity).map(iri -> object(iri, home));
        if (registration != null) {
            uuid("registration", registration);
            object = Optional.of(NOTHING);
        }
        return new StatementFilter(
                time("since", since),
                time("until", until),
                Optional.ofNullable(verb).map(iri -> verb(iri, home)),
                Optional.ofNullable(agent).map(value -> person(value, json, home)),
                object,
                flag("ascending", ascending),
                Optional.ofNullable(from).map(value -> number("from", value)));
    }

    /** How many at most; zero asks for as many as we give at once. */
    int size() {
        int wanted = limit == null ? 0 : (int) Math.min(number("limit", limit), MOST);
        return wanted == 0 ? MOST : wanted;
    }

    /** All formats of statements that name no more than an account and an activity are alike. */
    private void checkForm() {
        if (format != null && !Set.of("ids", "exact", "canonical").contains(format)) {
            throw InteropRefused.parameter("format");
        }
        flag("attachments", attachments);
    }

    private static UUID uuid(String name, String value) {
        return Ids.parse(value).orElseThrow(() -> InteropRefused.parameter(name));
    }

    private static Optional<Instant> time(String name, String value) {
        try {
            return Optional.ofNullable(value)
                    .map(text -> OffsetDateTime.parse(text).toInstant());
        } catch (DateTimeParseException unreadable) {
            throw InteropRefused.parameter(name);
        }
    }

    private static Verb verb(String iri, URI home) {
        return absolute("verb", iri, address -> Verb.of(address, home))
                .orElseThrow(() -> InteropRefused.parameter("verb"));
    }

    private static String object(String iri, URI home) {
        String ours = home.resolve(StatementJson.ACTIVITIES).toString();
        return absolute("activity", iri, address -> iri.startsWith(ours) ? iri.substring(ours.length()) : NOTHING);
    }

    private static <T> T absolute(String name, String iri, Function<URI, T> read) {
        try {
            URI address = URI.create(iri);
            if (address.isAbsolute()) {
                return read.apply(address);
            }
        } catch (IllegalArgumentException noIri) {
            // Refused like one that leads nowhere.
        }
        throw InteropRefused.parameter(name);
    }

    private static UUID person(String agent, ObjectMapper json, URI home) {
        try {
            JsonNode account = json.readTree(agent).path("account");
            return Optional.of(account)
                    .filter(one -> one.path("homePage").asText().equals(home.toString()))
                    .flatMap(one -> Ids.parse(one.path("name").asText()))
                    .orElseThrow(() -> InteropRefused.parameter("agent"));
        } catch (JsonProcessingException noJson) {
            throw InteropRefused.parameter("agent");
        }
    }

    private static boolean flag(String name, String value) {
        if (value != null && !value.equals("true") && !value.equals("false")) {
            throw InteropRefused.parameter(name);
        }
        return "true".equals(value);
    }

    private static long number(String name, String value) {
        if (!value.matches("\\d{1,18}")) {
            throw InteropRefused.parameter(name);
        }
        return Long.parseLong(value);
    }
}
