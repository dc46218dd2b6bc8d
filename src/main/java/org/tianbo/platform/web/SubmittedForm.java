package org.tianbo.platform.web;

import io.quarkus.qute.TemplateInstance;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.Response;
import java.util.LinkedHashMap;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.function.Function;
import java.util.function.Supplier;
import org.tianbo.platform.error.Fault;

/**
 * A form that a person submitted on a page. When it is refused, the page is shown again with what was typed and with
 * what is wrong beside the fields; nothing has to be typed twice.
 *
 * @param name of the form, unique on its page
 * @param typed what was typed, by field
 * @param page draws the page with the errors of a refused form
 */
public record SubmittedForm(
        String name, Map<String, String> typed, Locale locale, Function<FormErrors, TemplateInstance> page) {

    /** The page cannot be shown again: what it is about is not there, or not for this reader. */
    private static final Set<Fault.Kind> WITHOUT_PAGE =
            Set.of(Fault.Kind.NOT_FOUND, Fault.Kind.FORBIDDEN, Fault.Kind.GONE);

    public SubmittedForm(String name, HttpHeaders headers, Function<FormErrors, TemplateInstance> page) {
        this(name, Map.of(), Language.of(headers), page);
    }

    /** The same form with the content of one more field. */
    public SubmittedForm with(String field, String content) {
        Map<String, String> more = new LinkedHashMap<>(typed);
        more.put(field, Objects.requireNonNullElse(content, ""));
        return new SubmittedForm(name, more, locale, page);
    }

    /** The answer of the work, or the page again when the work refuses the form by a {@link Fault}. */
    public Response answer(Supplier<Response> work) {
        try {
            return work.get();
        } catch (Fault refused) {
            return refused(refused);
        }
    }

    /** The page again; a fault after which there is no page to show is thrown on. */
    public Response refused(Fault fault) {
        if (WITHOUT_PAGE.contains(fault.kind())) {
            throw fault;
        }
        FormErrors errors = FormErrors.of(name, typed, fault, locale);
        return PageResponse.of(FaultStatus.of(fault.kind()), page.apply(errors), locale);
    }
}
