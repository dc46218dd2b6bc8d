package org.tianbo.store.page;

import io.quarkus.qute.CheckedTemplate;
import io.quarkus.qute.TemplateInstance;
import io.smallrye.common.annotation.Blocking;
import jakarta.annotation.security.RolesAllowed;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import java.net.URI;
import java.time.Clock;
import java.time.DateTimeException;
import java.time.LocalDate;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.UUID;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import org.jboss.resteasy.reactive.RestForm;
import org.jboss.resteasy.reactive.multipart.FileUpload;
import org.tianbo.platform.data.Ids;
import org.tianbo.platform.error.Fault;
import org.tianbo.platform.security.Roles;
import org.tianbo.platform.security.SignedIn;
import org.tianbo.platform.time.Zones;
import org.tianbo.platform.web.Language;
import org.tianbo.store.IncomeStabilityView;
import org.tianbo.store.Platform;
import org.tianbo.store.StoreRefused;
import org.tianbo.store.income.IncomeChart;
import org.tianbo.store.income.IncomeStability;
import org.tianbo.store.income.MonthListFormat;
import org.tianbo.store.income.MonthRange;
import org.tianbo.store.income.MonthlyIncome;
import org.tianbo.store.opening.GateDecisionForm;
import org.tianbo.store.opening.OpeningForm;
import org.tianbo.store.opening.Store;
import org.tianbo.store.opening.StoreView;
import org.tianbo.store.orders.HeldOrders;
import org.tianbo.store.orders.ImportView;
import org.tianbo.store.orders.Orders;
import org.tianbo.store.photo.PhotoQueue;
import org.tianbo.store.photo.PhotoView;
import org.tianbo.store.photo.Photos;

/** The county's page of one store: what is to be looked at, whether it is open, what it earns. */
@Path("/stores")
@RolesAllowed({Roles.COORDINATOR, Roles.OFFICER})
@Produces(MediaType.TEXT_HTML)
class StoresPages {

    private static final String OPENING = "open";
    private static final String CLOSING = "close";

    private final Store store;
    private final Photos photos;
    private final PhotoQueue photoQueue;
    private final Orders orders;
    private final HeldOrders heldOrders;
    private final IncomeStability stability;
    private final SignedIn signedIn;
    private final Clock clock;

    StoresPages(
            Store store,
            Photos photos,
            PhotoQueue photoQueue,
            Orders orders,
            HeldOrders heldOrders,
            IncomeStability stability,
            SignedIn signedIn,
            Clock clock) {
        this.store = store;
        this.photos = photos;
        this.photoQueue = photoQueue;
        this.orders = orders;
        this.heldOrders = heldOrders;
        this.stability = stability;
        this.signedIn = signedIn;
        this.clock = clock;
    }

    /**
     * What the page of one store shows of its sales.
     *
     * @param gaps the months of which no file tells
     * @param waiting how many orders wait for a decision
     * @param contested these orders; for those who decide only
     */
    record Sales(
            MonthlyIncome months,
            IncomeChart chart,
            IncomeStabilityView steady,
            List<ImportView> imports,
            Platform[] platforms,
            String gaps,
            int waiting,
            List<HeldOrders.Contested> contested) {}

    @CheckedTemplate
    static class Templates {
        static native TemplateInstance store(
                StoreView view,
                Map<String, PhotoView> photos,
                Sales sales,
                FormState form,
                boolean writes,
                LocalDate today,
                Locale locale);
    }

    @GET
    @Path("{id}")
    @RolesAllowed({Roles.COORDINATOR, Roles.OFFICER, Roles.AUDITOR})
    public TemplateInstance store(UUID id, @Context HttpHeaders headers) {
        return page(id, FormState.UNTOUCHED, Language.of(headers));
    }

    @POST
    @Path("{id}/gates/{rule}")
    public Response check(
            UUID id,
            String rule,
            @RestForm String evidence,
            @RestForm boolean confirmed,
            @RestForm String note,
            @Context HttpHeaders headers) {
        return answer(
                id,
                rule,
                Map.of("note", Objects.requireNonNullElse(note, "").strip()),
                headers,
                () -> store.check(
                        id,
                        rule,
                        new GateDecisionForm(lookedAt(evidence), confirmed, note),
                        signedIn.id(),
                        signedIn.roles()));
    }

    private static Optional<UUID> lookedAt(String evidence) {
        if (evidence == null || evidence.isEmpty()) {
            return Optional.empty();
        }
        return Optional.of(Ids.parse(evidence).orElseThrow(StoreRefused::evidenceChanged));
    }

    @POST
    @Path("{id}/open")
    @Consumes({MediaType.MULTIPART_FORM_DATA, MediaType.APPLICATION_FORM_URLENCODED})
    @Blocking
    public CompletionStage<Response> open(
            UUID id,
            @RestForm String link,
            @RestForm String day,
            @RestForm String note,
            @RestForm String kept,
            @RestForm("photo") FileUpload chosen,
            @Context HttpHeaders headers) {
        OpeningForm form = new OpeningForm(link, day(day), note, kept);
        Map<String, String> typed = new HashMap<>();
        typed.put("link", form.link());
        typed.put("day", Objects.requireNonNullElse(day, ""));
        typed.put("note", form.note());
        typed.put("kept", form.photo());
        if (chosen == null || chosen.size() == 0) {
            return CompletableFuture.completedStage(
                    answer(id, OPENING, typed, headers, () -> store.open(id, form, signedIn.id())));
        }
        Runnable opening = () -> {
            OpeningForm whole = form.with(photos.store(store.store(id).id(), chosen.uploadedFile(), signedIn.id()));
            typed.put("kept", whole.photo());
            store.open(id, whole, signedIn.id());
        };
        return photoQueue.submit(
                () -> answer(id, OPENING, typed, headers, opening), busy -> refused(id, OPENING, typed, headers, busy));
    }

    @POST
    @Path("{id}/close")
    public Response close(UUID id, @RestForm String reason, @Context HttpHeaders headers) {
        Map<String, String> typed = Map.of("reason", Objects.requireNonNullElse(reason, ""));
        return answer(id, CLOSING, typed, headers, () -> store.close(id, reason, signedIn.id()));
    }

    /** Which of two stores an order belongs to. */
    @POST
    @Path("{id}/contested")
    @RolesAllowed(Roles.OFFICER)
    public Response decide(
            UUID id,
            @RestForm String platform,
            @RestForm String order,
            @RestForm String store,
            @RestForm String reason,
            @Context HttpHeaders headers) {
        String number = Objects.requireNonNullElse(order, "");
        Map<String, String> typed = Map.of("reason", Objects.requireNonNullElse(reason, ""));
        return answer(
                id,
                platform + number,
                typed,
                headers,
                () -> heldOrders.decide(
                        id,
                        Platform.named(platform),
                        number,
                        Ids.parse(Objects.requireNonNullElse(store, ""))
                                .orElseThrow(() -> StoreRefused.wrong("store", "orders.store-not-chosen")),
                        reason,
                        signedIn.id()));
    }

    private Response answer(UUID id, String form, Map<String, String> typed, HttpHeaders headers, Runnable work) {
        try {
            work.run();
            return Response.seeOther(URI.create("/stores/" + id)).build();
        } catch (StoreRefused refused) {
            return refused(id, form, typed, headers, refused);
        }
    }

    private Response refused(UUID id, String form, Map<String, String> typed, HttpHeaders headers, StoreRefused why) {
        if (why.kind() == Fault.Kind.NOT_FOUND || why.kind() == Fault.Kind.FORBIDDEN) {
            throw why;
        }
        Locale locale = Language.of(headers);
        return refusal(why, page(id, FormState.refused(form, typed, why, locale), locale), locale);
    }

    static Response refusal(StoreRefused refused, TemplateInstance page, Locale locale) {
        return Response.status(refused.kind() == Fault.Kind.CONFLICT ? 409 : 422)
                .type(MediaType.TEXT_HTML_TYPE.withCharset("UTF-8"))
                .entity(page.setLocale(locale).render())
                .build();
    }

    private TemplateInstance page(UUID id, FormState form, Locale locale) {
        StoreView view = store.store(id);
        MonthRange year = MonthRange.requested("", "", clock);
        MonthlyIncome monthlyIncome = orders.months(id, year.from(), year.to());
        boolean decides = signedIn.is(Roles.OFFICER);
        Sales sales = new Sales(
                monthlyIncome,
                IncomeChart.of(monthlyIncome),
                stability.view(id),
                orders.imports(id),
                Platform.values(),
                MonthListFormat.of(orders.monthsWithoutFile(id)),
                heldOrders.waiting(id),
                decides ? heldOrders.contested(id) : List.of());
        boolean writes = signedIn.is(Roles.COORDINATOR) || signedIn.is(Roles.OFFICER);
        return Templates.store(
                view, photos.of(id), sales, form, writes, LocalDate.now(clock.withZone(Zones.SHANGHAI)), locale);
    }

    private static Optional<LocalDate> day(String typed) {
        try {
            return Optional.ofNullable(typed).filter(text -> !text.isEmpty()).map(LocalDate::parse);
        } catch (DateTimeException unreadable) {
            return Optional.empty();
        }
    }
}
