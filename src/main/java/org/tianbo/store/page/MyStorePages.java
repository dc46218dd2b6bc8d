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
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import jakarta.ws.rs.core.UriBuilder;
import java.net.URI;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.CompletionStage;
import org.jboss.resteasy.reactive.RestForm;
import org.jboss.resteasy.reactive.multipart.FileUpload;
import org.tianbo.platform.security.Roles;
import org.tianbo.platform.security.SignedIn;
import org.tianbo.platform.web.FormErrors;
import org.tianbo.platform.web.Language;
import org.tianbo.platform.web.SubmittedForm;
import org.tianbo.store.opening.DossierStatus;
import org.tianbo.store.opening.EvidenceForm;
import org.tianbo.store.opening.GateStatus;
import org.tianbo.store.opening.Store;
import org.tianbo.store.opening.StoreView;
import org.tianbo.store.photo.PhotoAllowance;
import org.tianbo.store.photo.PhotoView;
import org.tianbo.store.photo.Photos;

/** The trainee's own store on the phone: one thing to hand in at a time. */
@Path("/my-store")
@RolesAllowed(Roles.TRAINEE)
@Produces(MediaType.TEXT_HTML)
class MyStorePages {

    private static final URI HERE = URI.create("/my-store");

    private final Store store;
    private final Photos photos;
    private final PhotoForms photoForms;
    private final StoreIncome income;
    private final SignedIn signedIn;

    MyStorePages(Store store, Photos photos, PhotoForms photoForms, StoreIncome income, SignedIn signedIn) {
        this.store = store;
        this.photos = photos;
        this.photoForms = photoForms;
        this.income = income;
        this.signedIn = signedIn;
    }

    @CheckedTemplate
    static class Templates {
        static native TemplateInstance begin();

        /** @param submitted what has just been handed in, else null */
        static native TemplateInstance papers(
                StoreView view,
                GateStatus now,
                GateStatus submitted,
                Map<String, PhotoView> photos,
                Optional<PhotoAllowance> left,
                FormErrors errors,
                Locale locale);

        /**
         * @param lots gates of produce: while the store is open, new lots come with new papers
         * @param others what else may be handed in anew
         * @param now which of all these is handed in next, else null
         * @param submitted what has just been handed in, else null
         */
        static native TemplateInstance open(
                StoreView view,
                StoreIncome.Year year,
                List<GateStatus> lots,
                List<GateStatus> others,
                GateStatus now,
                GateStatus submitted,
                Map<String, PhotoView> photos,
                Optional<PhotoAllowance> left,
                FormErrors errors,
                Locale locale);
    }

    @GET
    public TemplateInstance mine(
            @QueryParam("gate") String gate, @QueryParam("handed") String submitted, @Context HttpHeaders headers) {
        return page(gate, submitted, FormErrors.NONE, Language.of(headers));
    }

    @POST
    public Response begin() {
        store.begin(signedIn.id());
        return Response.seeOther(HERE).build();
    }

    @POST
    @Path("gates/{rule}")
    @Consumes({MediaType.MULTIPART_FORM_DATA, MediaType.APPLICATION_FORM_URLENCODED})
    @Blocking
    public CompletionStage<Response> handIn(
            String rule,
            @RestForm String words,
            @RestForm String link,
            @RestForm boolean notMine,
            @RestForm String kept,
            @RestForm("photo") FileUpload chosen,
            @Context HttpHeaders headers) {
        Locale locale = Language.of(headers);
        EvidenceForm typed = new EvidenceForm(words, link, kept, notMine);
        SubmittedForm form = new SubmittedForm(rule, headers, errors -> page(rule, null, errors, locale))
                .with("words", typed.text())
                .with("link", typed.link())
                .with(PhotoForms.STORED, typed.photo());
        return photoForms.answer(form, chosen, () -> mine().id(), photo -> {
            store.handIn(signedIn.id(), rule, new EvidenceForm(words, link, photo, notMine));
            return Response.seeOther(
                            UriBuilder.fromUri(HERE).queryParam("handed", rule).build())
                    .build();
        });
    }

    private TemplateInstance page(String gate, String submitted, FormErrors errors, Locale locale) {
        Optional<StoreView> mine = store.storeOf(signedIn.id());
        if (mine.isEmpty()) {
            return Templates.begin();
        }
        StoreView view = mine.get();
        if (view.open()) {
            return open(view, gate, submitted, errors, locale);
        }
        return Templates.papers(
                view,
                chosen(view.status(), gate),
                submittedGate(view.status(), submitted),
                photos.of(view.id()),
                photos.notice(signedIn.id()),
                errors,
                locale);
    }

    private TemplateInstance open(StoreView view, String gate, String submitted, FormErrors errors, Locale locale) {
        List<GateStatus> fresh = view.status().gates().stream()
                .filter(each -> each.mayBeHandedIn() || each.isOfProduce())
                .toList();
        GateStatus now = fresh.stream()
                .filter(each -> each.gate().rule().equals(gate))
                // Refused because the last lot waits, it is shown all the same, with what was written.
                .filter(each -> !each.isWaitingLot() || errors.any())
                .findFirst()
                .or(() -> fresh.stream()
                        .filter(each -> each.state() == GateStatus.State.RETURNED)
                        .findFirst())
                .orElse(null);
        return Templates.open(
                view,
                income.of(view.id()),
                fresh.stream().filter(GateStatus::isOfProduce).toList(),
                fresh.stream().filter(each -> !each.isOfProduce()).toList(),
                now,
                submittedGate(view.status(), submitted),
                photos.of(view.id()),
                photos.notice(signedIn.id()),
                errors,
                locale);
    }

    private static GateStatus submittedGate(DossierStatus status, String gate) {
        return status.gates().stream()
                .filter(each ->
                        each.gate().rule().equals(gate) && each.submitted().isPresent())
                .findFirst()
                .orElse(null);
    }

    private StoreView mine() {
        return store.storeOf(signedIn.id()).orElseThrow(Store::unknown);
    }

    /** The gate that was tapped, while it is still the trainee's to change; else the next. */
    private static GateStatus chosen(DossierStatus status, String gate) {
        return status.gates().stream()
                .filter(each -> each.gate().rule().equals(gate) && each.mayBeHandedIn())
                .findFirst()
                .or(status::next)
                .orElse(null);
    }
}
