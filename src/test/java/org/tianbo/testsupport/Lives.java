package org.tianbo.testsupport;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.tianbo.platform.data.Ids;

/** Rehearsals to which somebody was invited, made the way a phone and a host make them. */
public final class Lives {

    private static final Pattern LINK = Pattern.compile("data-link>[^<]*(/live/[^<]+)<");

    private Lives() {}

    /** One that is booked for tomorrow. @return {@code planned}, its id, and {@code live}, the path of its link */
    public static Map<String, String> waiting(String host) {
        UUID attempt = Ids.next();
        Tokens.as(host)
                .contentType("application/json")
                .body(Map.of("title", "明天的米酒", "format", "product-loop", "products", List.of("米酒", "冻米糖")))
                .put("/api/attempts/{id}", attempt)
                .then()
                .statusCode(201);
        Tokens.as(host)
                .contentType("application/json")
                .body(Map.of("at", Instant.now().plus(Duration.ofDays(1)).toString()))
                .put("/api/attempts/{id}/booking", attempt)
                .then()
                .statusCode(200);
        return Map.of("planned", attempt.toString(), "live", invite(host, attempt));
    }

    /** The host makes a link for the family. @return its path */
    public static String invite(String host, UUID attempt) {
        Tokens.as(host)
                .redirects()
                .follow(false)
                .contentType("application/x-www-form-urlencoded; charset=UTF-8")
                .formParams("audience", "family", "name", "大姐")
                .post("/practice/{id}/live", attempt)
                .then()
                .statusCode(303);
        Matcher link =
                LINK.matcher(Tokens.as(host).get("/practice/{id}/live", attempt).asString());
        if (!link.find()) {
            throw new AssertionError("The host's page shows no link");
        }
        return link.group(1);
    }
}
