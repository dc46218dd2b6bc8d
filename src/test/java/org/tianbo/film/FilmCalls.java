package org.tianbo.film;

import io.restassured.response.Response;
import io.restassured.specification.RequestSpecification;
import java.util.Arrays;
import java.util.Map;
import java.util.UUID;
import org.tianbo.platform.data.Ids;
import org.tianbo.practice.Chunks;
import org.tianbo.practice.Eventually;
import org.tianbo.testsupport.Tokens;

/** What a browser at a desk calls to add a video, for tests. */
public final class FilmCalls {

    private FilmCalls() {}

    public static Response announce(String login, UUID id, String lesson, long bytes) {
        return Tokens.as(login)
                .contentType("application/json")
                .body(Map.of("lesson", lesson, "bytes", bytes))
                .put("/api/videos/{id}", id);
    }

    public static Response chunk(String login, UUID id, int seq, byte[] bytes) {
        return Chunks.phone(login)
                .contentType("application/octet-stream")
                .header("Content-Digest", Chunks.digest(bytes))
                .body(bytes)
                .put("/api/videos/{id}/chunks/{seq}", id, seq);
    }

    public static Response finish(String login, UUID id) {
        return Tokens.as(login).post("/api/videos/{id}/finish", id);
    }

    /** Sends a whole file. */
    public static UUID upload(String login, String lesson, byte... video) {
        UUID id = Ids.next();
        announce(login, id, lesson, video.length).then().statusCode(201);
        for (int seq = 0; seq * Film.CHUNK < video.length; seq++) {
            chunk(login, id, seq, part(video, seq)).then().statusCode(201);
        }
        finish(login, id).then().statusCode(202);
        return id;
    }

    public static byte[] part(byte[] video, int seq) {
        return Arrays.copyOfRange(video, seq * Film.CHUNK, Math.min(video.length, (seq + 1) * Film.CHUNK));
    }

    /** When its copies are made, or cannot be: {@code ready}, {@code failed}. */
    public static String outcome(String login, UUID id) {
        return Eventually.value(
                () -> Tokens.as(login).get("/api/videos/{id}", id).path("state"), state -> !state.equals("making"));
    }

    /** Presses a button of the lesson's page. @param what {@code publish}, {@code withdraw}, {@code delete} */
    public static Response press(String login, String lesson, UUID id, String what) {
        return page(login).post("/lesson-videos/{lesson}/{id}/{what}", lesson, id, what);
    }

    /** As a browser asks, following nothing. */
    public static RequestSpecification page(String login) {
        return Tokens.as(login)
                .contentType("application/x-www-form-urlencoded")
                .accept("text/html")
                .redirects()
                .follow(false);
    }
}
