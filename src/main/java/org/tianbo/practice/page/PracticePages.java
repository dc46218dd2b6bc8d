package org.tianbo.practice.page;

import io.quarkus.qute.CheckedTemplate;
import io.quarkus.qute.TemplateInstance;
import jakarta.annotation.security.RolesAllowed;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.MediaType;
import java.util.List;
import java.util.Locale;
import java.util.UUID;
import org.tianbo.curriculum.Curriculum;
import org.tianbo.curriculum.RunOfShow;
import org.tianbo.media.StorageQuotas;
import org.tianbo.platform.error.FaultTexts;
import org.tianbo.platform.security.Roles;
import org.tianbo.platform.security.SignedIn;
import org.tianbo.platform.web.Language;
import org.tianbo.practice.AttemptItem;
import org.tianbo.practice.DeletedSoon;
import org.tianbo.practice.MirrorBands;
import org.tianbo.practice.PracticeConfig;
import org.tianbo.practice.RoomView;
import org.tianbo.practice.UnfinishedAttempts;
import org.tianbo.practice.attempt.AttemptView;
import org.tianbo.practice.attempt.Practice;
import org.tianbo.practice.plan.PlanDefaults;

/** A trainee's pages around rehearsing. */
@Path("/practice")
@RolesAllowed({Roles.TRAINEE, Roles.HELPER})
@Produces(MediaType.TEXT_HTML)
class PracticePages {

    private final Practice practice;
    private final UnfinishedAttempts unfinished;
    private final StorageQuotas quotas;
    private final Curriculum curriculum;
    private final ViewerScripts scripts;
    private final SignedIn signedIn;
    private final PracticeConfig config;

    PracticePages(
            Practice practice,
            UnfinishedAttempts unfinished,
            StorageQuotas quotas,
            Curriculum curriculum,
            ViewerScripts scripts,
            SignedIn signedIn,
            PracticeConfig config) {
        this.practice = practice;
        this.unfinished = unfinished;
        this.quotas = quotas;
        this.curriculum = curriculum;
        this.scripts = scripts;
        this.signedIn = signedIn;
        this.config = config;
    }

    @CheckedTemplate
    static class Templates {
        static native TemplateInstance list(List<AttemptItem> attempts, List<DeletedSoon> deletedSoon, RoomView room);

        static native TemplateInstance fresh(
                List<RunOfShowView> shows, String afterwards, String product, boolean practised, List<String> scripts);

        static native TemplateInstance camera(List<RunOfShowView> shows, MirrorBands bands);

        static native TemplateInstance attempt(
                AttemptView attempt, String why, List<CommentView> comments, MirrorBands bands);
    }

    @GET
    public TemplateInstance list() {
        List<AttemptItem> attempts = practice.attemptsOf(signedIn.id());
        return Templates.list(attempts, unfinished.deletedSoon(attempts), RoomView.of(quotas.of(signedIn.id())));
    }

    @GET
    @Path("/new")
    public TemplateInstance fresh(@Context HttpHeaders headers) {
        PlanDefaults defaults = practice.beginning();
        return Templates.fresh(
                shows(defaults.format(), headers),
                PlanDefaults.AFTERWARDS,
                defaults.product(),
                defaults.format().equals(PlanDefaults.AFTERWARDS),
                scripts.in(Language.of(headers)));
    }

    /**
     * One page for all attempts, which the phone keeps: which attempt it is stands behind the # and stays on the phone.
     */
    @GET
    @Path("/camera")
    public TemplateInstance camera(@Context HttpHeaders headers) {
        return Templates.camera(shows(PlanDefaults.FIRST, headers), bands());
    }

    @GET
    @Path("/{id:[0-9a-fA-F-]{36}}")
    public TemplateInstance attempt(UUID id, @Context HttpHeaders headers) {
        AttemptView attempt = practice.page(id);
        Locale locale = Language.of(headers);
        return Templates.attempt(
                attempt,
                attempt.failure().map(code -> FaultTexts.of(code, locale)).orElse(""),
                attempt.comments().stream()
                        .map(comment -> CommentView.of(comment, locale))
                        .toList(),
                bands());
    }

    private MirrorBands bands() {
        return config.mirror().get(signedIn.county());
    }

    private List<RunOfShowView> shows(String chosen, HttpHeaders headers) {
        Locale locale = Language.of(headers);
        List<RunOfShow> all = curriculum.runsOfShow();
        boolean published = all.stream().anyMatch(show -> show.slug().equals(chosen));
        return all.stream()
                .map(show ->
                        RunOfShowView.of(show, published ? show.slug().equals(chosen) : show == all.get(0), locale))
                .toList();
    }
}
