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
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.UUID;
import java.util.concurrent.CompletionStage;
import org.jboss.resteasy.reactive.RestForm;
import org.jboss.resteasy.reactive.multipart.FileUpload;
import org.tianbo.platform.data.Ids;
import org.tianbo.platform.security.Roles;
import org.tianbo.platform.security.SignedIn;
import org.tianbo.platform.time.Zones;
import org.tianbo.platform.web.FormErrors;
import org.tianbo.platform.web.Language;
import org.tianbo.platform.web.SubmittedForm;
import org.tianbo.store.Platform;
import org.tianbo.store.StoreRefused;
import org.tianbo.store.income.IncomeChart;
import org.tianbo.store.opening.GateDecisionForm;
import org.tianbo.store.opening.OpeningForm;
import org.tianbo.store.opening.Store;
import org.tianbo.store.opening.StoreView;
import org.tianbo.store.orders.HeldOrders;
import org.tianbo.store.orders.ImportView;
import org.tianbo.store.orders.Orders;
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
    private final PhotoForms photoForms;
    private final Orders orders;
    private final HeldOrders heldOrders;
    private final StoreIncome income;
    private final SignedIn signedIn;
    private final Clock clock;

    StoresPages(
            Store store,
            Photos photos,
            PhotoForms photoForms,
            Orders orders,
            HeldOrders heldOrders,
            StoreIncome income,
            SignedIn signedIn,
            Clock clock) {
        this.store = store;
        this.photos = photos;
        this.photoForms = photoForms;
        this.orders = orders;
        this.heldOrders = heldOrders;
        this.income = income;
        this.signedIn = signedIn;
        this.clock = clock;
    }

    /**
     * What the page of one store shows of its sales.
     *
     * @param contested orders that wait for a decision; for those who decide only
     */
    record Sales(
            StoreIncome.Year year,
            IncomeChart chart,
            List<ImportView> imports,
            Platform[] platforms,
            List<HeldOrders.Contested> contested) {}

    @CheckedTemplate
    static class Templates {
        static native TemplateInstance store(
                StoreView view,
                Map<String, PhotoView> photos,
                Sales sales,
                FormErrors errors,
                boolean writes,
                LocalDate today,
                Locale locale);
    }

    @GET
    @Path("{id}")
    @RolesAllowed({Roles.COORDINATOR, Roles.OFFICER, Roles.AUDITOR})
    public TemplateInstance store(UUID id, @Context HttpHeaders headers) {
        return page(id, FormErrors.NONE, Language.of(headers));
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
        return form(rule, id, headers)
                .with("note", Objects.requireNonNullElse(note, "").strip())
                .answer(() -> {
                    store.check(
                            id,
                            rule,
                            new GateDecisionForm(lookedAt(evidence), confirmed, note),
                            signedIn.id(),
                            signedIn.roles());
                    return backTo(id, "");
                });
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
        OpeningForm typed = new OpeningForm(link, day(day), note, kept);
        SubmittedForm form = form(OPENING, id, headers)
                .with("link", typed.link())
                .with("day", day)
                .with("note", typed.note())
                .with(PhotoForms.STORED, typed.photo());
        return photoForms.answer(form, chosen, () -> store.store(id).id(), photo -> {
            store.open(id, new OpeningForm(link, day(day), note, photo), signedIn.id());
            return backTo(id, "");
        });
    }

    @POST
    @Path("{id}/close")
    public Response close(UUID id, @RestForm String reason, @Context HttpHeaders headers) {
        return form(CLOSING, id, headers).with("reason", reason).answer(() -> {
            store.close(id, reason, signedIn.id());
            return backTo(id, "");
        });
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
        return form(platform + number, id, headers).with("reason", reason).answer(() -> {
            heldOrders.decide(
                    id,
                    Platform.named(platform),
                    number,
                    Ids.parse(Objects.requireNonNullElse(store, ""))
                            .orElseThrow(() -> StoreRefused.wrong("store", "orders.store-not-chosen")),
                    reason,
                    signedIn.id());
            return backTo(id, "#contested");
        });
    }

    private SubmittedForm form(String name, UUID id, HttpHeaders headers) {
        return new SubmittedForm(name, headers, errors -> page(id, errors, Language.of(headers)));
    }

    private static Response backTo(UUID id, String section) {
        return Response.seeOther(URI.create("/stores/" + id + section)).build();
    }

    private TemplateInstance page(UUID id, FormErrors errors, Locale locale) {
        StoreView view = store.store(id);
        StoreIncome.Year year = income.of(id);
        boolean decides = signedIn.is(Roles.OFFICER);
        Sales sales = new Sales(
                year,
                IncomeChart.of(year.months()),
                orders.imports(id),
                Platform.values(),
                decides ? heldOrders.contested(id) : List.of());
        boolean writes = signedIn.is(Roles.COORDINATOR) || signedIn.is(Roles.OFFICER);
        return Templates.store(
                view, photos.of(id), sales, errors, writes, LocalDate.now(clock.withZone(Zones.SHANGHAI)), locale);
    }

    private static Optional<LocalDate> day(String typed) {
        try {
            return Optional.ofNullable(typed).filter(text -> !text.isEmpty()).map(LocalDate::parse);
        } catch (DateTimeException unreadable) {
            return Optional.empty();
        }
    }
}
