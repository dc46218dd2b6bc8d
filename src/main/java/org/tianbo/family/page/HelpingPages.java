package org.tianbo.family.page;

import io.quarkus.qute.CheckedTemplate;
import io.quarkus.qute.TemplateInstance;
import io.vertx.core.http.HttpServerRequest;
import jakarta.annotation.security.PermitAll;
import jakarta.ws.rs.CookieParam;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import java.net.URI;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.jboss.resteasy.reactive.RestForm;
import org.tianbo.family.helping.HelperDevice;
import org.tianbo.family.helping.Helping;
import org.tianbo.family.helping.Helpings;
import org.tianbo.platform.web.FormErrors;
import org.tianbo.platform.web.Language;
import org.tianbo.platform.web.PageResponse;
import org.tianbo.platform.web.SubmittedForm;

/**
 * The helper's own pages: open the code, wait for the yes, whom one helps, stop. They are recognised by their cookie
 * alone, here too when their help is over.
 */
@Path("/helping")
@PermitAll
@Produces(MediaType.TEXT_HTML)
class HelpingPages {

    private static final String ADDRESS = "/helping";

    /** Whoever waits for the yes sees it by themselves. */
    private static final String SECONDS = "4";

    private final Helpings helpings;

    HelpingPages(Helpings helpings) {
        this.helpings = helpings;
    }

    /**
     * What a helper's browser is about.
     *
     * @param atHand whom it was about last; null where the browser helps nobody
     * @param all what it helps with, then what was over last
     * @param kept what is over, and may still be stored in it
     */
    record HelperView(UUID atHand, List<Helping> all, List<Helping> kept) {

        static final HelperView NOBODY = new HelperView(null, List.of(), List.of());

        public Optional<Helping> current() {
            return all.stream().filter(one -> one.id().equals(atHand)).findFirst();
        }

        /** Whom else it may help now. */
        public List<Helping> others() {
            return all.stream()
                    .filter(one -> one.helps() && !one.id().equals(atHand))
                    .toList();
        }

        public boolean helps() {
            return current().filter(Helping::helps).isPresent();
        }

        /** On a phone of the helper's own, where they may have an account of their own. */
        public boolean mayTurnAway() {
            return current().filter(one -> one.helps() && !one.samePhone()).isPresent();
        }

        boolean waits() {
            return current().filter(Helping::asks).isPresent();
        }

        /** Nothing is left for which the cookie would be needed. */
        boolean isDone() {
            return kept.isEmpty() && all.stream().allMatch(Helping::isOver);
        }

        /** Whose things go from this phone because it helps them no more; empty on the trainee's own. */
        public String forgotten() {
            return current()
                    .filter(Helping::isOver)
                    .filter(over -> kept.stream().anyMatch(one -> one.trainee().equals(over.trainee())))
                    .map(one -> one.trainee().toString())
                    .orElse("");
        }

        /** Whose else: who ended it while the helper was turned to another. */
        public Collection<Helping> alsoForgotten() {
            Map<UUID, Helping> byTrainee = new LinkedHashMap<>();
            kept.stream()
                    .filter(one -> !one.trainee().toString().equals(forgotten()))
                    .forEach(one -> byTrainee.putIfAbsent(one.trainee(), one));
            return byTrainee.values();
        }
    }

    @CheckedTemplate
    static class Templates {

        static native TemplateInstance helping(HelperView view);

        static native TemplateInstance join(Helping helping, String code, FormErrors errors);
    }

    @GET
    public Response helping(
            @CookieParam(HelperRequests.COOKIE) String cookie,
            @Context HttpHeaders headers,
            @Context HttpServerRequest request) {
        HelperView view = view(HelperDevice.parse(cookie));
        Response.ResponseBuilder page =
                Response.fromResponse(PageResponse.ok(Templates.helping(view), Language.of(headers)));
        if (view.waits()) {
            page.header("Refresh", SECONDS);
        }
        if (cookie != null && view.isDone()) {
            page.cookie(HelperCookies.none(request));
        }
        return page.build();
    }

    @GET
    @Path("/join/{code:[a-zA-Z0-9._-]{1,200}}")
    public TemplateInstance join(String code) {
        return Templates.join(helpings.opened(code), code, FormErrors.NONE);
    }

    @POST
    @Path("/join/{code:[a-zA-Z0-9._-]{1,200}}")
    public Response ask(
            String code,
            @RestForm String name,
            @CookieParam(HelperRequests.COOKIE) String cookie,
            @Context HttpHeaders headers,
            @Context HttpServerRequest request) {
        return new SubmittedForm("join", headers, errors -> Templates.join(helpings.opened(code), code, errors))
                .with("name", name)
                .answer(() -> Response.seeOther(URI.create(ADDRESS))
                        .cookie(HelperCookies.of(helpings.ask(code, name, HelperDevice.parse(cookie)), request))
                        .build());
    }

    /** The helper turns to another trainee, and goes on at that one's next step. */
    @POST
    @Path("/{id:[0-9a-fA-F-]{36}}")
    public Response turnTo(
            UUID id, @CookieParam(HelperRequests.COOKIE) String cookie, @Context HttpServerRequest request) {
        return HelperDevice.parse(cookie)
                .map(device -> Response.seeOther(URI.create("/"))
                        .cookie(HelperCookies.of(helpings.turnTo(device, id), request)))
                .orElseGet(() -> Response.seeOther(URI.create(ADDRESS)))
                .build();
    }

    /** The helper is themselves again, with an account of their own if they have one, and may turn back. */
    @POST
    @Path("/me")
    public Response turnAway(@CookieParam(HelperRequests.COOKIE) String cookie, @Context HttpServerRequest request) {
        return HelperDevice.parse(cookie)
                .map(device ->
                        Response.seeOther(URI.create("/")).cookie(HelperCookies.of(device.turnedAway(), request)))
                .orElseGet(() -> Response.seeOther(URI.create(ADDRESS)))
                .build();
    }

    /**
     * The phone says that it holds nothing of them any more. Once it said so of all, and helps nobody, it is a phone
     * like any other.
     */
    @POST
    @Path("/forgotten")
    public Response forgotten(
            @RestForm List<UUID> trainee,
            @CookieParam(HelperRequests.COOKIE) String cookie,
            @Context HttpServerRequest request) {
        Optional<HelperDevice> device = HelperDevice.parse(cookie);
        device.ifPresent(one -> helpings.forget(one, trainee));
        Response.ResponseBuilder answer = Response.seeOther(URI.create("/"));
        if (device.isPresent() && view(device).isDone()) {
            answer.cookie(HelperCookies.none(request));
        }
        return answer.build();
    }

    /** On the trainee's own phone the trainee goes on; a phone of the helper's own says that it is over. */
    @POST
    @Path("/stop")
    public Response stop(@CookieParam(HelperRequests.COOKIE) String cookie, @Context HttpServerRequest request) {
        Optional<HelperDevice> device = HelperDevice.parse(cookie);
        boolean samePhone =
                device.flatMap(helpings::now).filter(Helping::samePhone).isPresent();
        device.ifPresent(helpings::stop);
        return samePhone
                ? Response.seeOther(URI.create("/"))
                        .cookie(HelperCookies.none(request))
                        .build()
                : Response.seeOther(URI.create(ADDRESS)).build();
    }

    private HelperView view(Optional<HelperDevice> device) {
        return device.map(one -> new HelperView(one.helping(), helpings.list(one), helpings.kept(one)))
                .orElse(HelperView.NOBODY);
    }
}
