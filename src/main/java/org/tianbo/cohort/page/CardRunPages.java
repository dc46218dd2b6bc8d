package org.tianbo.cohort.page;

import io.quarkus.qute.CheckedTemplate;
import io.quarkus.qute.TemplateInstance;
import jakarta.annotation.security.RolesAllowed;
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
import java.util.List;
import java.util.Locale;
import java.util.UUID;
import org.jboss.resteasy.reactive.RestForm;
import org.tianbo.cohort.cards.CardRun;
import org.tianbo.cohort.cards.CardRuns;
import org.tianbo.cohort.cards.CardWords;
import org.tianbo.cohort.cards.ClassSetup;
import org.tianbo.cohort.enrolment.CohortView;
import org.tianbo.cohort.enrolment.Cohorts;
import org.tianbo.people.People;
import org.tianbo.platform.security.FreshSignIn;
import org.tianbo.platform.security.Roles;
import org.tianbo.platform.security.SignedIn;
import org.tianbo.platform.web.FormErrors;
import org.tianbo.platform.web.Language;
import org.tianbo.platform.web.PublicAddress;
import org.tianbo.platform.web.SubmittedForm;

/** Cards for all of a class who have none, as one file to print. */
@Path("/cohorts/{id}/cards/runs")
@FreshSignIn
@RolesAllowed({Roles.COORDINATOR, Roles.OFFICER})
@Produces(MediaType.TEXT_HTML)
class CardRunPages {

    private static final int A_SHEET = 10;

    private final CardRuns runs;
    private final Cohorts cohorts;
    private final ClassSetup setup;
    private final People people;
    private final PublicAddress address;
    private final SignedIn signedIn;
    private final Clock clock;

    CardRunPages(
            CardRuns runs,
            Cohorts cohorts,
            ClassSetup setup,
            People people,
            PublicAddress address,
            SignedIn signedIn,
            Clock clock) {
        this.runs = runs;
        this.cohorts = cohorts;
        this.setup = setup;
        this.people = people;
        this.address = address;
        this.signedIn = signedIn;
        this.clock = clock;
    }

    @CheckedTemplate
    static class Templates {
        static native TemplateInstance begin(
                CohortView cohort,
                ClassSetup.Lacking lacking,
                List<CardRun> runs,
                int most,
                long seen,
                FormErrors errors);

        static native TemplateInstance run(CohortView cohort, CardRun run, String askedBy, boolean own, int pages);
    }

    @GET
    public TemplateInstance begin(UUID id) {
        return page(id, FormErrors.NONE);
    }

    /**
     * @param replace says that those who have a card get another too
     * @param seen when the form was shown, in milliseconds since 1970
     */
    @POST
    public Response make(UUID id, @RestForm String replace, @RestForm Long seen, @Context HttpHeaders headers) {
        // Said before the first card is made, not by a job that finds no address to print.
        address.onPaper();
        return new SubmittedForm("run", headers, errors -> page(id, errors)).answer(() -> {
            UUID run = runs.begin(
                    id,
                    replace != null,
                    CohortCardPages.shownAt(seen, clock.instant()),
                    words(cohorts.cohort(id), Language.of(headers)),
                    signedIn.id());
            return Response.seeOther(URI.create("/cohorts/" + id + "/cards/runs/" + run))
                    .build();
        });
    }

    @GET
    @Path("{run}")
    public TemplateInstance run(UUID id, UUID run) {
        CardRun one = runs.one(id, run);
        return Templates.run(
                cohorts.cohort(id),
                one,
                people.trainee(one.askedBy()).name(),
                one.askedBy().equals(signedIn.id()),
                (one.made() + A_SHEET - 1) / A_SHEET);
    }

    @GET
    @Path("{run}/cards.pdf")
    @Produces("application/pdf")
    public Response file(UUID id, UUID run) {
        return Response.ok(runs.file(id, run, signedIn.id()), "application/pdf")
                .header(HttpHeaders.CACHE_CONTROL, "no-store")
                .header(HttpHeaders.CONTENT_DISPOSITION, "inline; filename=\"cards.pdf\"")
                .build();
    }

    @POST
    @Path("{run}/printed")
    public Response printed(UUID id, UUID run) {
        runs.remove(id, run, signedIn.id());
        return Response.seeOther(URI.create("/cohorts/" + id + "/cards/runs/" + run))
                .build();
    }

    private static CardWords words(CohortView cohort, Locale locale) {
        CohortMessages texts = CohortTexts.in(locale);
        return new CardWords(
                texts.cardTitle(cohort.name()),
                texts.login(),
                texts.pin(),
                texts.threeSteps(),
                texts.lost(),
                texts.threePictures(),
                texts.pictureSteps());
    }

    private TemplateInstance page(UUID id, FormErrors errors) {
        return Templates.begin(
                cohorts.cohort(id),
                setup.lacking(id),
                runs.latest(id),
                CardRuns.MOST,
                clock.instant().toEpochMilli(),
                errors);
    }
}
