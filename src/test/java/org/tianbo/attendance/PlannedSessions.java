package org.tianbo.attendance;

import io.restassured.response.ValidatableResponse;
import io.restassured.specification.RequestSpecification;
import java.time.Duration;
import java.time.Instant;
import java.time.ZonedDateTime;
import java.time.format.DateTimeFormatter;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.tianbo.attendance.presence.RotatingCode;
import org.tianbo.platform.data.Ids;
import org.tianbo.platform.time.Zones;
import org.tianbo.testsupport.TianboServices;
import org.tianbo.testsupport.Tokens;

/** Sessions of a test's own class in fengcheng, planned by its officer, and the codes on their screens. */
public final class PlannedSessions {

    private static final DateTimeFormatter TIME = DateTimeFormatter.ofPattern("HH:mm");

    private PlannedSessions() {}

    /** One that takes place now; near midnight, as much of it as the day has. */
    public static UUID now(UUID cohort, UUID teacher) {
        UUID id = Ids.next();
        plan("officer1", cohort, formOfNow(id, teacher)).statusCode(303);
        return id;
    }

    /** What is typed for it. */
    public static Map<String, String> formOfNow(UUID id, UUID teacher) {
        ZonedDateTime now = ZonedDateTime.now(Zones.SHANGHAI);
        ZonedDateTime midnight = now.toLocalDate().atStartOfDay(Zones.SHANGHAI);
        ZonedDateTime from = now.minusMinutes(30).isBefore(midnight) ? midnight : now.minusMinutes(30);
        ZonedDateTime last = midnight.plusDays(1).minusMinutes(1);
        ZonedDateTime to = now.plusHours(1).isAfter(last) ? last : now.plusHours(1);
        return form(id, teacher, from, to);
    }

    public static UUID tomorrow(UUID cohort, UUID teacher) {
        ZonedDateTime day = ZonedDateTime.now(Zones.SHANGHAI).plusDays(1);
        return at(
                cohort, teacher, day.withHour(9).withMinute(0), day.withHour(11).withMinute(0));
    }

    private static UUID at(UUID cohort, UUID teacher, ZonedDateTime from, ZonedDateTime to) {
        UUID id = Ids.next();
        plan("officer1", cohort, form(id, teacher, from, to)).statusCode(303);
        return id;
    }

    public static ValidatableResponse plan(String login, UUID cohort, Map<String, String> form) {
        return page(login)
                .formParams(form)
                .post("/attendance/classes/{id}", cohort)
                .then();
    }

    public static Map<String, String> form(UUID id, UUID teacher, ZonedDateTime from, ZonedDateTime to) {
        return Map.of(
                "session", id.toString(),
                "title", "第一次开口说",
                "kind", "THEORY",
                "teacher", teacher.toString(),
                "place", "村委会",
                "day", from.toLocalDate().toString(),
                "from", TIME.format(from),
                "to", TIME.format(to),
                "weeks", "1");
    }

    /** A form's page, whose redirects are not followed. */
    public static RequestSpecification page(String login) {
        return Tokens.as(login)
                .redirects()
                .follow(false)
                .accept("text/html")
                .contentType("application/x-www-form-urlencoded; charset=UTF-8");
    }

    /** What the session's screen showed so long ago. */
    public static String code(UUID session, Duration ago) {
        String key = TianboServices.settings().get("tianbo.people.hash-key");
        return RotatingCode.of(key, "fengcheng", session).at(Instant.now().minus(ago));
    }

    /** What a phone sends of one thing that it kept. */
    public static ValidatableResponse send(String login, String device, UUID id, Instant at, Map<String, ?> data) {
        String type = data.containsKey("code") ? "attendance.scanned" : "attendance.listed";
        Map<String, ?> record = Map.of("id", id, "type", type, "at", at.toString(), "data", data);
        return Tokens.as(login)
                .contentType("application/json")
                .body(Map.of("device", device, "records", List.of(record)))
                .post("/api/attendance")
                .then();
    }
}
