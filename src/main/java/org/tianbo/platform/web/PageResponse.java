package org.tianbo.platform.web;

import io.quarkus.qute.TemplateInstance;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import java.util.Locale;

/** A page as an answer with a status or headers of its own; other pages are returned as templates. */
public final class PageResponse {

    private PageResponse() {}

    public static Response ok(TemplateInstance page, Locale locale) {
        return of(Response.Status.OK.getStatusCode(), page, locale);
    }

    public static Response of(int status, TemplateInstance page, Locale locale) {
        return Response.status(status)
                .type(MediaType.TEXT_HTML_TYPE.withCharset("UTF-8"))
                .entity(page.setLocale(locale).render())
                .build();
    }
}
