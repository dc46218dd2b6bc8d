package org.tianbo.store;

import io.quarkus.qute.CheckedTemplate;
import io.quarkus.qute.TemplateInstance;
import io.smallrye.common.annotation.Blocking;
import jakarta.annotation.security.RolesAllowed;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import java.net.URI;
import java.time.Clock;
import java.time.DateTimeException;
import java.time.LocalDate;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.jboss.resteasy.reactive.RestForm;
import org.tianbo.people.People;
import org.tianbo.people.TraineeView;
import org.tianbo.platform.error.Fault;
import org.tianbo.platform.security.Roles;
import org.tianbo.platform.security.SignedIn;
import org.tianbo.platform.time.Zones;

/** The county's desk: who is on the way to a store, what is to be looked at, what stores earn. */
@Path("/stores")
@RolesAllowed({Roles.COORDINATOR, Roles.OFFICER})
@Produces(MediaType.TEXT_HTML)
@Blocking
class StoresPages {

    private static final String OPENING = "open";
    private static final String CLOSING = "close";

    private final Store store;
    private final Orders orders;
    private final People people;
    private final SignedIn signedIn;
    private final Clock clock;

    StoresPages(Store store, Orders orders, People people, SignedIn signedIn, Clock clock) {
        this.store = store;
        this.orders = orders;
        this.people = people;
        this.signedIn = signedIn;
        this.clock = clock;
    }

    /** One line of the list. */
    record Line(TraineeView trainee, StoreStatus status) {}

    /** What the page of one store shows of its sales. */
    record Sales(Months months, IncomeChart chart, List<ImportView> imports, Platform[] platforms) {}

    @CheckedTemplate
    static class Templates {

        private Templates() {}

        static native TemplateInstance list(List<Line> lines);

        static native TemplateInstance store(
                StoreView view, Sales sales, FormState form, boolean writes, LocalDate today, Locale locale);
    }

    @GET
    @RolesAllowed({Roles.COORDINATOR, Roles.OFFICER, Roles.AUDITOR})
    public TemplateInstance list() {
        List<StoreStatus> stores = store.all();
        Map<UUID, TraineeView> trainees = people
                .trainees(stores.stream().map(StoreStatus::trainee).toList())
                .stream()
                .collect(Collectors.toMap(TraineeView::id, Function.identity()));
        return Templates.list(stores.stream()
                .map(status -> new Line(trainees.get(status.trainee()), status))
                .toList());
    }

    @GET
    @Path("{id}")
    @RolesAllowed({Roles.COORDINATOR, Roles.OFFICER, Roles.AUDITOR})
    public TemplateInstance store(@PathParam("id") UUID id, @Context HttpHeaders headers) {
        return page(id, FormState.UNTOUCHED, language(headers));
    }

    @POST
    @Path("{id}/gates/{rule}")
    public Response check(
            @PathParam("id") UUID id,
            @PathParam("rule") String rule,
            @RestForm String evidence,
            @RestForm boolean confirmed,
            @RestForm String note,
            @Context HttpHeaders headers) {
        Optional<UUID> looked =
                Optional.ofNullable(evidence).filter(text -> !text.isEmpty()).map(UUID::fromString);
        Finding finding = new Finding(looked, confirmed, note);
        return answer(
                id,
                rule,
                Map.of("note", finding.note()),
                headers,
                () -> store.check(id, rule, finding, signedIn.id(), signedIn.roles()));
    }

    @POST
    @Path("{id}/open")
    public Response open(
            @PathParam("id") UUID id,
            @RestForm String link,
            @RestForm String day,
            @RestForm String note,
            @Context HttpHeaders headers) {
        Seen seen = new Seen(link, day(day), note);
        Map<String, String> typed =
                Map.of("link", seen.link(), "day", Objects.requireNonNullElse(day, ""), "note", seen.note());
        return answer(id, OPENING, typed, headers, () -> store.open(id, seen, signedIn.id()));
    }

    @POST
    @Path("{id}/close")
    public Response close(@PathParam("id") UUID id, @RestForm String reason, @Context HttpHeaders headers) {
        Map<String, String> typed = Map.of("reason", Objects.requireNonNullElse(reason, ""));
        return answer(id, CLOSING, typed, headers, () -> store.close(id, reason, signedIn.id()));
    }

    private Response answer(UUID id, String form, Map<String, String> typed, HttpHeaders headers, Runnable work) {
        try {
            work.run();
            return Response.seeOther(URI.create("/stores/" + id)).build();
        } catch (StoreRefused refused) {
            if (refused.kind() == Fault.Kind.NOT_FOUND || refused.kind() == Fault.Kind.FORBIDDEN) {
                throw refused;
            }
            Locale locale = language(headers);
            return Response.status(refused.kind() == Fault.Kind.CONFLICT ? 409 : 422)
                    .type(MediaType.TEXT_HTML_TYPE.withCharset("UTF-8"))
                    .entity(page(id, FormState.refused(form, typed, refused, locale), locale)
                            .setLocale(locale)
                            .render())
                    .build();
        }
    }

    private TemplateInstance page(UUID id, FormState form, Locale locale) {
        StoreView view = store.store(id);
        MonthSpan year = MonthSpan.asked("", "", clock);
        Months months = orders.months(id, year.from(), year.to());
        Sales sales = new Sales(months, IncomeChart.of(months), orders.imports(id), Platform.values());
        boolean writes = signedIn.is(Roles.COORDINATOR) || signedIn.is(Roles.OFFICER);
        return Templates.store(view, sales, form, writes, LocalDate.now(clock.withZone(Zones.SHANGHAI)), locale);
    }

    private static Optional<LocalDate> day(String typed) {
        try {
            return Optional.ofNullable(typed).filter(text -> !text.isEmpty()).map(LocalDate::parse);
        } catch (DateTimeException unreadable) {
            return Optional.empty();
        }
    }

    private static Locale language(HttpHeaders headers) {
        return headers.getAcceptableLanguages().get(0);
    }
}
