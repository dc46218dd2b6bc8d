package org.tianbo.practice.page;

import io.quarkus.qute.CheckedTemplate;
import io.quarkus.qute.TemplateInstance;
import jakarta.annotation.security.RolesAllowed;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.MediaType;
import java.time.Duration;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.tianbo.curriculum.Curriculum;
import org.tianbo.curriculum.RunOfShow;
import org.tianbo.platform.security.Roles;
import org.tianbo.platform.security.SignedIn;
import org.tianbo.platform.time.DateTexts;
import org.tianbo.platform.web.Language;
import org.tianbo.practice.lookback.Comparison;
import org.tianbo.practice.lookback.Comparisons;

/** Then and now: two attempts at the same step. */
@Path("/practice/{id:[0-9a-fA-F-]{36}}/then")
@RolesAllowed({Roles.TRAINEE, Roles.HELPER, Roles.MENTOR})
@Produces(MediaType.TEXT_HTML)
class ComparePages {

    private final Comparisons comparisons;
    private final Curriculum curriculum;
    private final SignedIn signedIn;

    ComparePages(Comparisons comparisons, Curriculum curriculum, SignedIn signedIn) {
        this.comparisons = comparisons;
        this.curriculum = curriculum;
        this.signedIn = signedIn;
    }

    @CheckedTemplate
    static class Templates {
        static native TemplateInstance trainee(Comparison comparison, List<SharedStep> steps);

        static native TemplateInstance mentor(Comparison comparison, List<SharedStep> steps);
    }

    /** A step that both came to. */
    record SharedStep(String title, long nowMs, long thenMs) {

        public String now() {
            return DateTexts.clock(Duration.ofMillis(nowMs));
        }

        public String then() {
            return DateTexts.clock(Duration.ofMillis(thenMs));
        }
    }

    @GET
    public TemplateInstance compare(UUID id, @QueryParam("with") UUID with, @Context HttpHeaders headers) {
        Comparison comparison = comparisons.of(id, Optional.ofNullable(with));
        List<SharedStep> steps = comparison
                .then()
                .map(then -> shared(comparison.now(), then, Language.of(headers)))
                .orElse(List.of());
        return signedIn.is(Roles.MENTOR) ? Templates.mentor(comparison, steps) : Templates.trainee(comparison, steps);
    }

    /** In the order of the plan of today's attempt. */
    private List<SharedStep> shared(Comparison.Side now, Comparison.Side then, Locale locale) {
        Map<String, Long> before = then.steps();
        return plan(now).stream()
                .flatMap(show -> show.steps().stream())
                .filter(step -> now.steps().containsKey(step.id()) && before.containsKey(step.id()))
                .map(step -> new SharedStep(step.title().in(locale), now.steps().get(step.id()), before.get(step.id())))
                .toList();
    }

    private Optional<RunOfShow> plan(Comparison.Side side) {
        return side.runOfShow()
                .flatMap(version -> curriculum.findRunOfShow(side.format(), version))
                .or(() -> curriculum.runsOfShow().stream()
                        .filter(show -> show.slug().equals(side.format()))
                        .findFirst());
    }
}
