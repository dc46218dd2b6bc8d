package org.tianbo.platform.web;

import com.fasterxml.jackson.annotation.JsonAnyGetter;
import com.fasterxml.jackson.annotation.JsonInclude;
import io.vertx.core.http.HttpHeaders;
import io.vertx.core.json.Json;
import io.vertx.ext.web.RoutingContext;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.tianbo.platform.error.FaultTexts;

/** A fault as {@code application/problem+json} (RFC 9457). */
@JsonInclude(JsonInclude.Include.NON_EMPTY)
public record Problem(
        String type,
        String title,
        int status,
        String detail,
        String code,
        List<FieldProblem> errors,
        @JsonAnyGetter Map<String, Object> members) {

    public static final String MEDIA_TYPE = "application/problem+json";

    /** Without members. */
    public static Problem of(int status, String code, Locale locale, Object... arguments) {
        String sentence = FaultTexts.of(code, locale, arguments);
        return new Problem("about:blank", sentence, status, sentence, code, List.of(), Map.of());
    }

    /** Ends a request that no page or resource is asked about. */
    public static void send(RoutingContext context, int status, String code) {
        context.response()
                .setStatusCode(status)
                .putHeader(HttpHeaders.CONTENT_TYPE, MEDIA_TYPE)
                .end(Json.encode(of(status, code, Language.of(context))));
    }

    /** One field at fault, in the reader's language. */
    public record FieldProblem(String field, String code, String message) {}
}
