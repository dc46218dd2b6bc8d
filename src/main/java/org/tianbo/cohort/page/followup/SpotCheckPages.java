package org.tianbo.cohort.page.followup;

import io.quarkus.qute.CheckedTemplate;
import io.quarkus.qute.TemplateInstance;
import jakarta.annotation.security.RolesAllowed;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import java.net.URI;
import java.time.Clock;
import java.time.DateTimeException;
import java.time.LocalDate;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.Stream;
import org.jboss.resteasy.reactive.RestForm;
import org.tianbo.cohort.search.PeopleSearch;
import org.tianbo.cohort.spotcheck.SpotCheck;
import org.tianbo.cohort.spotcheck.SpotChecks;
import org.tianbo.platform.data.Ids;
import org.tianbo.platform.data.Page;
import org.tianbo.platform.security.Roles;
import org.tianbo.platform.security.SignedIn;
import org.tianbo.platform.time.Zones;
import org.tianbo.platform.web.FormErrors;
import org.tianbo.platform.web.SubmittedForm;

/** Spot-checks: drawn and called by officers, seen by auditors, printed for a telephone. */
@Path("/follow-up/spot-checks")
@RolesAllowed({Roles.OFFICER, Roles.AUDITOR})
@Produces(MediaType.TEXT_HTML)
class SpotCheckPages {

    private static final int PAGE = 30;
    private static final int UNREADABLE = -1;
    private static final int MONTHS_BACK = 3;

    private final SpotChecks checks;
    private final PeopleSearch choices;
    private final SignedIn signedIn;
    private final Clock clock;

    SpotCheckPages(SpotChecks checks, PeopleSearch choices, SignedIn signedIn, Clock clock) {
        this.checks = checks;
        this.choices = choices;
        this.signedIn = signedIn;
        this.clock = clock;
    }

    /** What is asked for, as typed. */
    record DrawForm(String id, String cohort, String from, String to, String number, String unit) {}

    @CheckedTemplate
    static class Templates {
        /** @param next the address of the next page, empty on the last */
        static native TemplateInstance list(
                List<SpotCheck> checks,
                String next,
                DrawForm form,
                List<PeopleSearch.Choice> classes,
                boolean mayDraw,
                FormErrors errors);

        static native TemplateInstance check(
                SpotCheck check,
                boolean holds,
                List<SpotCheck.Line> lines,
                SpotCheck.Progress progress,
                boolean mayCall,
                UUID reader,
                FormErrors errors);

        static native TemplateInstance print(SpotCheck check, List<SpotCheck.Line> lines);
    }

    /** @param before the last one of the page before */
    @GET
    public TemplateInstance list(@QueryParam("before") UUID before) {
        LocalDate today = clock.instant().atZone(Zones.SHANGHAI).toLocalDate();
        DrawForm form = new DrawForm(
                Ids.next().toString(),
                "",
                today.minusMonths(MONTHS_BACK).toString(),
                today.toString(),
                "10",
                "percent");
        return list(Optional.ofNullable(before), form, FormErrors.NONE);
    }

    @POST
    @RolesAllowed(Roles.OFFICER)
    public Response draw(
            @RestForm String id,
            @RestForm String cohort,
            @RestForm String from,
            @RestForm String to,
            @RestForm String number,
            @RestForm String unit,
            @Context HttpHeaders headers) {
        DrawForm form = new DrawForm(text(id), text(cohort), text(from), text(to), text(number), text(unit));
        UUID name = Ids.parse(form.id()).orElseGet(Ids::next);
        return new SubmittedForm("draw", headers, errors -> list(Optional.empty(), form, errors)).answer(() -> {
            checks.draw(new SpotChecks.Wanted(
                    name,
                    Ids.parse(form.cohort()).orElse(null),
                    date(form.from()),
                    date(form.to()),
                    form.number().matches("\\d{1,6}") ? Integer.parseInt(form.number()) : UNREADABLE,
                    form.unit().equals("percent"),
                    signedIn.id()));
            return to(name);
        });
    }

    @GET
    @Path("{sample}")
    public TemplateInstance check(UUID sample) {
        return check(sample, FormErrors.NONE);
    }

    @GET
    @Path("{sample}/print")
    public TemplateInstance print(UUID sample) {
        return Templates.print(checks.check(sample), checks.lines(sample, signedIn.is(Roles.OFFICER)));
    }

    /** @param call named by the page; sent again it changes nothing */
    @POST
    @Path("{sample}/{visit}")
    @RolesAllowed(Roles.OFFICER)
    public Response called(
            UUID sample,
            UUID visit,
            @RestForm UUID call,
            @RestForm String result,
            @RestForm String words,
            @Context HttpHeaders headers) {
        String said = text(words);
        return new SubmittedForm(visit.toString(), headers, errors -> check(sample, errors))
                .with("words", said)
                .answer(() -> {
                    checks.called(call, sample, visit, resultOf(result), said, signedIn.id());
                    return Response.seeOther(URI.create("/follow-up/spot-checks/" + sample + "#v-" + visit))
                            .build();
                });
    }

    private TemplateInstance list(Optional<UUID> before, DrawForm form, FormErrors errors) {
        Page<SpotCheck, UUID> page = checks.page(before, PAGE);
        String next =
                page.next().map(last -> "/follow-up/spot-checks?before=" + last).orElse("");
        return Templates.list(page.rows(), next, form, choices.choices().classes(), signedIn.is(Roles.OFFICER), errors);
    }

    private TemplateInstance check(UUID sample, FormErrors errors) {
        SpotCheck check = checks.check(sample);
        boolean mayCall = signedIn.is(Roles.OFFICER);
        List<SpotCheck.Line> lines = checks.lines(sample, mayCall);
        return Templates.check(
                check, checks.holds(sample), lines, SpotCheck.Progress.of(lines), mayCall, signedIn.id(), errors);
    }

    private static SpotCheck.Result resultOf(String typed) {
        return Stream.of(SpotCheck.Result.values())
                .filter(one -> one.name().equals(typed))
                .findFirst()
                .orElse(null);
    }

    private static LocalDate date(String typed) {
        try {
            return LocalDate.parse(typed);
        } catch (DateTimeException unreadable) {
            return null;
        }
    }

    private static String text(String typed) {
        return Objects.toString(typed, "").strip();
    }

    private static Response to(UUID sample) {
        return Response.seeOther(URI.create("/follow-up/spot-checks/" + sample)).build();
    }
}
