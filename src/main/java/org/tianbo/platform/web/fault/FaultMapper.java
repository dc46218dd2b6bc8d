package org.tianbo.platform.web.fault;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.exc.MismatchedInputException;
import io.quarkus.qute.CheckedTemplate;
import io.quarkus.qute.TemplateInstance;
import io.quarkus.security.ForbiddenException;
import io.vertx.core.http.HttpClosedException;
import io.vertx.core.http.HttpHeaders;
import io.vertx.ext.web.RoutingContext;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.validation.ConstraintViolation;
import jakarta.validation.ConstraintViolationException;
import jakarta.ws.rs.WebApplicationException;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Stream;
import org.jboss.logging.Logger;
import org.jboss.resteasy.reactive.server.ServerExceptionMapper;
import org.tianbo.platform.error.Fault;
import org.tianbo.platform.error.FaultTexts;
import org.tianbo.platform.web.ApiCalls;
import org.tianbo.platform.web.FaultStatus;
import org.tianbo.platform.web.Language;
import org.tianbo.platform.web.Problem;
import org.tianbo.platform.web.Refusals;
import org.tianbo.platform.web.UnknownHost;

/** The one place that turns what happened into HTTP: problem+json for programs, a page with a way out for people. */
@ApplicationScoped
public class FaultMapper {

    private static final Logger LOG = Logger.getLogger(FaultMapper.class);

    /** PostgreSQL's SQL states for U+0000, in a text and in JSON. */
    private static final Set<String> NOT_TEXT = Set.of("22021", "22P05");

    @CheckedTemplate
    static class Templates {
        /** @param office whether the address is one of the office, whoever asked for it */
        static native TemplateInstance fault(String title, String detail, int status, boolean office);
    }

    private final Refusals refusals;

    FaultMapper(Refusals refusals) {
        this.refusals = refusals;
    }

    @ServerExceptionMapper
    public Response fault(Fault fault, RoutingContext context) {
        if (fault instanceof UnknownHost) {
            refusals.record(Refusals.Reason.UNKNOWN_HOST, context);
        }
        Locale locale = Language.of(context);
        List<Problem.FieldProblem> errors = fault.fields().stream()
                .map(field ->
                        new Problem.FieldProblem(field.field(), field.code(), FaultTexts.of(field.code(), locale)))
                .toList();
        return answer(context, FaultStatus.of(fault.kind()), fault.code(), fault.arguments(), errors, fault.members());
    }

    @ServerExceptionMapper
    public Response invalid(ConstraintViolationException invalid, RoutingContext context) {
        List<Problem.FieldProblem> errors = new ArrayList<>();
        for (ConstraintViolation<?> violation : invalid.getConstraintViolations()) {
            String path = violation.getPropertyPath().toString();
            String field = path.substring(path.indexOf('.', path.indexOf('.') + 1) + 1);
            String constraint = violation
                    .getConstraintDescriptor()
                    .getAnnotation()
                    .annotationType()
                    .getSimpleName();
            errors.add(new Problem.FieldProblem(
                    field, "request." + constraint.toLowerCase(Locale.ROOT), violation.getMessage()));
        }
        return answer(context, 422, "request.invalid", new Object[0], errors, Map.of());
    }

    @ServerExceptionMapper
    public Response unreadable(JsonProcessingException unreadable, RoutingContext context) {
        return JsonFault.of(unreadable)
                .map(fault -> answer(
                        context,
                        422,
                        fault.code(),
                        new Object[] {fault.field()},
                        List.of(field(fault.field(), fault.code(), Language.of(context))),
                        Map.of()))
                .orElseGet(() -> answer(context, 400, "request.unreadable", new Object[0], List.of(), Map.of()));
    }

    /** Quarkus brings a mapper of its own for exactly this class, which would win over the one above. */
    @ServerExceptionMapper
    public Response mismatched(MismatchedInputException mismatched, RoutingContext context) {
        return unreadable(mismatched, context);
    }

    @ServerExceptionMapper
    public Response http(WebApplicationException plain, RoutingContext context) {
        int status = plain.getResponse().getStatus();
        if (status < 400) {
            return plain.getResponse();
        }
        if (plain.getCause() instanceof JsonProcessingException unreadable) {
            return unreadable(unreadable, context);
        }
        return answer(context, status, "request.status-" + status, new Object[0], List.of(), Map.of());
    }

    /** Whoever is signed in but has not the role; Quarkus alone would answer with an empty page. */
    @ServerExceptionMapper
    public Response forbidden(ForbiddenException refused, RoutingContext context) {
        refusals.record(Refusals.Reason.NO_ROLE, context);
        return answer(context, 403, "request.status-403", new Object[0], List.of(), Map.of());
    }

    @ServerExceptionMapper
    public Response unforeseen(RuntimeException bug, RoutingContext context) {
        if (hungUp(bug)) {
            LOG.debugf(bug, "Hung up while sending, %s %s", context.request().method(), context.normalizedPath());
            return Response.status(Response.Status.BAD_REQUEST).build();
        }
        if (isUnstorableText(bug)) {
            LOG.debugf(bug, "No text, %s %s", context.request().method(), context.normalizedPath());
            return answer(context, 400, "request.unreadable", new Object[0], List.of(), Map.of());
        }
        String incident = UUID.randomUUID().toString();
        LOG.errorf(
                bug,
                "Unforeseen, incident %s, %s %s",
                incident,
                context.request().method(),
                context.normalizedPath());
        return answer(
                context, 500, "request.unforeseen", new Object[] {incident}, List.of(), Map.of("incident", incident));
    }

    /**
     * A phone that loses its network while sending is nothing unusual: what it sent is not stored, and it sends again.
     */
    private static boolean hungUp(Throwable failed) {
        return causes(failed).anyMatch(HttpClosedException.class::isInstance);
    }

    /** U+0000 in a text, which PostgreSQL does not store and nobody can type. */
    private static boolean isUnstorableText(Throwable failed) {
        return causes(failed)
                .anyMatch(cause -> cause instanceof SQLException refused && NOT_TEXT.contains(refused.getSQLState()));
    }

    private static Stream<Throwable> causes(Throwable failed) {
        return Stream.iterate(failed, Objects::nonNull, Throwable::getCause);
    }

    private static Problem.FieldProblem field(String name, String code, Locale locale) {
        return new Problem.FieldProblem(name, code, FaultTexts.of(code, locale, name));
    }

    static Response answer(
            RoutingContext context,
            int status,
            String code,
            Object[] arguments,
            List<Problem.FieldProblem> errors,
            Map<String, Object> members) {
        Locale locale = Language.of(context);
        String sentence = FaultTexts.of(code, locale, arguments);
        if (wantsPage(context)) {
            return Response.status(status)
                    .type(MediaType.TEXT_HTML + ";charset=UTF-8")
                    .entity(page(context, status, code, arguments))
                    .build();
        }
        return Response.status(status)
                .type(Problem.MEDIA_TYPE)
                .entity(new Problem("about:blank", sentence, status, sentence, code, errors, members))
                .build();
    }

    /** The page of a fault, with a way out; for those, too, who answer before any resource is asked. */
    public static String page(RoutingContext context, int status, String code, Object... arguments) {
        Locale locale = Language.of(context);
        return Templates.fault(
                        FaultTexts.of(code, locale, arguments), code, status, OfficePages.has(context.normalizedPath()))
                .setLocale(locale)
                .render();
    }

    private static boolean wantsPage(RoutingContext context) {
        return readsPages(context) && !context.normalizedPath().startsWith(ApiCalls.API);
    }

    /** Whether a person's browser asks, rather than a program. */
    static boolean readsPages(RoutingContext context) {
        String accept = context.request().getHeader(HttpHeaders.ACCEPT);
        return accept != null && accept.contains("text/html");
    }
}
