package org.tianbo.practice.page;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
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
import java.util.Map;
import java.util.UUID;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.tianbo.curriculum.Curriculum;
import org.tianbo.curriculum.RunOfShow;
import org.tianbo.media.Media;
import org.tianbo.media.StorageQuotas;
import org.tianbo.platform.error.FaultTexts;
import org.tianbo.platform.privacy.KeptFor;
import org.tianbo.platform.privacy.RetentionRule;
import org.tianbo.platform.security.Roles;
import org.tianbo.platform.security.SignedIn;
import org.tianbo.platform.web.Language;
import org.tianbo.practice.AttemptItem;
import org.tianbo.practice.DeletedSoon;
import org.tianbo.practice.PracticeConfig;
import org.tianbo.practice.PracticeSettings;
import org.tianbo.practice.PracticeSettings.MirrorBands;
import org.tianbo.practice.StorageSpaceView;
import org.tianbo.practice.lifecycle.AttemptLifecycle;
import org.tianbo.practice.lookback.AttemptView;
import org.tianbo.practice.preparation.PlanDefaults;
import org.tianbo.practice.preparation.PlanOffer;
import org.tianbo.practice.preparation.PlanOffers;

/** A trainee's pages around rehearsing. */
@Path("/practice")
@RolesAllowed({Roles.TRAINEE, Roles.HELPER})
@Produces(MediaType.TEXT_HTML)
class PracticePages {

    private static final String CHECKLIST = "before-practice";

    private final AttemptLifecycle lifecycle;
    private final StorageQuotas quotas;
    private final Curriculum curriculum;
    private final PlanOffers offers;
    private final PhonePacks packs;
    private final Media media;
    private final PracticeConfig config;
    private final PracticeSettings settings;
    private final KeptFor kept;
    private final ObjectMapper json;
    private final SignedIn signedIn;

    PracticePages(
            AttemptLifecycle lifecycle,
            StorageQuotas quotas,
            Curriculum curriculum,
            PlanOffers offers,
            PhonePacks packs,
            Media media,
            PracticeConfig config,
            PracticeSettings settings,
            KeptFor kept,
            ObjectMapper json,
            SignedIn signedIn) {
        this.lifecycle = lifecycle;
        this.quotas = quotas;
        this.curriculum = curriculum;
        this.offers = offers;
        this.packs = packs;
        this.media = media;
        this.config = config;
        this.settings = settings;
        this.kept = kept;
        this.json = json;
        this.signedIn = signedIn;
    }

    @CheckedTemplate
    static class Templates {
        static native TemplateInstance list(
                List<ListedAttempt> attempts,
                List<ListedAttempt> hidden,
                List<DeletedSoon> deletedSoon,
                StorageSpaceView space,
                long awaitedDays,
                long untouchedDays,
                int reviewedMonths);

        static native TemplateInstance plan(
                List<RunOfShowView> shows, String afterwards, PlanOffer offer, boolean practised, String pack);

        static native TemplateInstance camera(
                List<RunOfShowView> shows, String host, ChecklistView checklist, MirrorBands bands);

        static native TemplateInstance attempt(
                AttemptView attempt,
                String why,
                List<CommentView> comments,
                MirrorBands bands,
                String written,
                String measured,
                boolean pushed,
                int reviewedMonths);
    }

    @GET
    public TemplateInstance list(@Context HttpHeaders headers) {
        List<AttemptItem> attempts = lifecycle.attemptsOf(signedIn.id());
        Map<Boolean, List<ListedAttempt>> byHidden = listed(attempts, Language.of(headers))
                .collect(Collectors.partitioningBy(one -> one.attempt().hidden()));
        return Templates.list(
                byHidden.get(false),
                byHidden.get(true),
                lifecycle.deletedSoon(attempts),
                StorageSpaceView.of(quotas.of(signedIn.id())),
                config.phoneAwaited().toDays(),
                settings.unfinishedKept().toDays(),
                kept.months(RetentionRule.Rule.RECORDINGS));
    }

    private Stream<ListedAttempt> listed(List<AttemptItem> attempts, Locale locale) {
        Map<String, String> plans = curriculum.runsOfShow().stream()
                .collect(Collectors.toMap(RunOfShow::slug, show -> show.title().in(locale), (one, other) -> one));
        return attempts.stream()
                .map(item -> new ListedAttempt(item, plans.getOrDefault(item.format(), ""), poster(item)));
    }

    /** Only where one must choose: pictures cost data. */
    private String poster(AttemptItem item) {
        return item.state().equals("ready") && item.posterKey() != null
                ? media.link(item.posterKey(), config.linksValid()).toString()
                : "";
    }

    @GET
    @Path("/new")
    public TemplateInstance plan(@Context HttpHeaders headers) {
        PlanOffer offer = offers.offer();
        String format = offer.defaults().format();
        return Templates.plan(
                shows(format, headers),
                PlanDefaults.AFTERWARDS,
                offer,
                format.equals(PlanDefaults.AFTERWARDS),
                packs.address(Language.of(headers)));
    }

    /**
     * One page for all attempts, which the phone keeps: which attempt it is stands behind the # and stays on the phone.
     */
    @GET
    @Path("/camera")
    @RolesAllowed({Roles.TRAINEE, Roles.HELPER, Roles.MENTOR, Roles.COORDINATOR})
    public TemplateInstance camera(@Context HttpHeaders headers) {
        return Templates.camera(
                shows(PlanDefaults.FIRST, headers),
                signedIn.name(),
                ChecklistView.of(curriculum.checklist(CHECKLIST), Language.of(headers)),
                settings.bands());
    }

    @GET
    @Path("/{id:[0-9a-fA-F-]{36}}")
    public TemplateInstance attempt(UUID id, @Context HttpHeaders headers) {
        AttemptView attempt = lifecycle.page(id);
        Locale locale = Language.of(headers);
        return Templates.attempt(
                attempt,
                attempt.failure().map(code -> FaultTexts.of(code, locale)).orElse(""),
                attempt.comments().stream()
                        .map(comment -> CommentView.of(comment, locale))
                        .toList(),
                settings.bands(),
                written(attempt.reported()),
                attempt.recording()
                        .filter(AttemptView.Playable::measured)
                        .map(recording -> written(ServerMirror.of(attempt, recording, locale)))
                        .orElse(""),
                config.pushAddress().isPresent(),
                kept.months(RetentionRule.Rule.RECORDINGS));
    }

    /** For the page's script. */
    private String written(Object value) {
        try {
            return json.writeValueAsString(value);
        } catch (JsonProcessingException impossible) {
            throw new IllegalStateException(impossible);
        }
    }

    private List<RunOfShowView> shows(String chosen, HttpHeaders headers) {
        return RunOfShowView.all(curriculum.runsOfShow(), chosen, Language.of(headers));
    }
}
