package org.tianbo.cohort.page;

import io.quarkus.qute.TemplateInstance;
import jakarta.ws.rs.core.CacheControl;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import java.util.Locale;

/** Pages that answer a form: with the status that says how it went, and never kept by a browser. */
final class FormPages {

    private static final int UNPROCESSABLE = 422;

    private FormPages() {}

    static Response done(TemplateInstance page, Locale locale) {
        return answer(Response.ok(), page, locale);
    }

    static Response refused(TemplateInstance page, Locale locale) {
        return answer(Response.status(UNPROCESSABLE), page, locale);
    }

    private static Response answer(Response.ResponseBuilder answer, TemplateInstance page, Locale locale) {
        CacheControl never = new CacheControl();
        never.setNoStore(true);
        return answer.type(MediaType.TEXT_HTML + ";charset=UTF-8")
                .cacheControl(never)
                .entity(page.setLocale(locale).render())
                .build();
    }
}
