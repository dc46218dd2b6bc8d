package org.tianbo.practice;

import io.restassured.RestAssured;
import io.restassured.config.EncoderConfig;
import io.restassured.response.Response;
import io.restassured.specification.RequestSpecification;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Base64;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.tianbo.platform.data.Ids;
import org.tianbo.testsupport.Tokens;

/** The calls a phone makes, for tests. */
public final class Chunks {

    public static final String WEBM = "video/webm;codecs=\"vp8,opus\"";
    public static final String START = "2026-06-18T12:00:00Z";

    private Chunks() {}

    public static UUID attemptOf(String login) {
        UUID id = Ids.next();
        make(login, id, "冻米糖").then().statusCode(201);
        return id;
    }

    public static Response make(String login, UUID id, String title) {
        return Tokens.as(login)
                .contentType("application/json")
                .body(Map.of("title", title, "format", "pitch", "products", List.of(title)))
                .put("/api/attempts/{id}", id);
    }

    public static Response put(String login, UUID id, int take, int seq, byte[] bytes) {
        return put(login, id, take, seq, bytes, digest(bytes));
    }

    public static Response put(String login, UUID id, int take, int seq, byte[] bytes, String digest) {
        return phone(login)
                .contentType(WEBM)
                .header("Content-Digest", digest)
                .body(bytes)
                .put("/api/attempts/{id}/takes/{take}/chunks/{seq}", id, take, seq);
    }

    /** From a phone that names itself. */
    public static Response putFrom(UUID phone, String login, UUID id, int take, int seq, byte[] bytes) {
        return phone(login)
                .contentType(WEBM)
                .header("Tianbo-Recorder", phone)
                .header("Content-Digest", digest(bytes))
                .body(bytes)
                .put("/api/attempts/{id}/takes/{take}/chunks/{seq}", id, take, seq);
    }

    public static Response deleteFrom(UUID phone, String login, UUID id) {
        return Tokens.as(login).header("Tianbo-Recorder", phone).delete("/api/attempts/{id}", id);
    }

    /** What a phone that names itself is told of its own. */
    public static Response storedFor(UUID phone, String login, UUID id) {
        return Tokens.as(login).header("Tianbo-Recorder", phone).get("/api/attempts/{id}/takes", id);
    }

    /** A chunk of a take's small copy for viewers. */
    public static Response putCopy(String login, CopyChunk chunk, byte[] bytes) {
        return phone(login)
                .contentType(WEBM)
                .header("Content-Digest", digest(bytes))
                .queryParam("beside", chunk.beside())
                .queryParam("fromMs", chunk.fromMs())
                .body(bytes)
                .put(
                        "/api/attempts/{id}/takes/{take}/live-copies/{copy}/chunks/{seq}",
                        chunk.attempt(),
                        chunk.take(),
                        chunk.copy(),
                        chunk.seq());
    }

    public record CopyChunk(UUID attempt, int take, int copy, int seq, int beside, int fromMs) {}

    /** Sends the type as it is, without adding a charset. */
    public static RequestSpecification phone(String login) {
        return Tokens.as(login)
                .config(RestAssured.config()
                        .encoderConfig(EncoderConfig.encoderConfig()
                                .appendDefaultContentCharsetToContentTypeIfUndefined(false)));
    }

    public static Response finish(String login, UUID id, List<Map<String, ?>> takes) {
        return Tokens.as(login)
                .contentType("application/json")
                .body(Map.of("takes", takes, "marks", List.of(Map.of("at", START, "kind", "step", "ref", "hook"))))
                .post("/api/attempts/{id}/finish", id);
    }

    public static Map<String, ?> take(int take, int chunks, String startedAt, String endedAt) {
        return Map.of("take", take, "chunks", chunks, "startedAt", startedAt, "endedAt", endedAt);
    }

    public static Map<String, ?> take(int take, int chunks) {
        return take(take, chunks, START, "2026-06-18T12:01:00Z");
    }

    public static byte[] bytes(String text) {
        return text.getBytes(StandardCharsets.UTF_8);
    }

    public static List<byte[]> cut(byte[] whole, int size) {
        List<byte[]> parts = new ArrayList<>();
        for (int from = 0; from < whole.length; from += size) {
            parts.add(Arrays.copyOfRange(whole, from, Math.min(whole.length, from + size)));
        }
        return parts;
    }

    public static String digest(byte[] bytes) {
        return "sha-256=:" + Base64.getEncoder().encodeToString(hash(bytes)) + ":";
    }

    public static String sha256(byte[] bytes) {
        return HexFormat.of().formatHex(hash(bytes));
    }

    private static byte[] hash(byte[] bytes) {
        try {
            return MessageDigest.getInstance("SHA-256").digest(bytes);
        } catch (NoSuchAlgorithmException impossible) {
            throw new IllegalStateException(impossible);
        }
    }
}
