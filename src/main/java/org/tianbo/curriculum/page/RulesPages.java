package org.tianbo.curriculum.page;

import io.quarkus.qute.CheckedTemplate;
import io.quarkus.qute.TemplateInstance;
import io.quarkus.security.Authenticated;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.MediaType;
import java.util.List;
import java.util.Locale;
import org.tianbo.curriculum.Curriculum;
import org.tianbo.curriculum.Rule;
import org.tianbo.platform.web.Language;

/** The rules of the trade in plain words, for everybody who is signed in; never legal advice, which each page says. */
@Path("/rules")
@Authenticated
@Produces(MediaType.TEXT_HTML)
class RulesPages {

    private final Curriculum curriculum;

    RulesPages(Curriculum curriculum) {
        this.curriculum = curriculum;
    }

    @CheckedTemplate
    static class Templates {
        static native TemplateInstance all(List<Rule> rules, Locale locale);

        static native TemplateInstance rule(Rule rule, Locale locale);
    }

    @GET
    public TemplateInstance all(@Context HttpHeaders headers) {
        return Templates.all(curriculum.rules(), Language.of(headers));
    }

    @GET
    @Path("{id}")
    public TemplateInstance rule(String id, @Context HttpHeaders headers) {
        return Templates.rule(curriculum.rule(id), Language.of(headers));
    }
}
