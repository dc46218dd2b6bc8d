package org.tianbo.cohort.page.dashboard;

import io.quarkus.qute.CheckedTemplate;
import io.quarkus.qute.TemplateInstance;
import jakarta.annotation.security.RolesAllowed;
import jakarta.ws.rs.ForbiddenException;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.Optional;
import java.util.UUID;
import org.tianbo.mentoring.MentorAgreements;
import org.tianbo.mentoring.MentorAgreements.Agreement;
import org.tianbo.people.StaffVillages;
import org.tianbo.platform.data.Page;
import org.tianbo.platform.security.Roles;
import org.tianbo.platform.security.SignedIn;
import org.tianbo.platform.web.Language;
import org.tianbo.platform.web.ListAddress;
import org.tianbo.platform.web.TableDownload;

/** How far mentors score as published examples deserve, and the scores behind each figure. */
@Path("/dashboards/mentors/agreement")
@RolesAllowed({Roles.COORDINATOR, Roles.OFFICER, Roles.AUDITOR})
@Produces(MediaType.TEXT_HTML)
class AgreementPages {

    private static final int DIGITS = 2;
    private static final int PAGE = 50;

    private final MentorAgreements agreements;
    private final StaffVillages villages;
    private final SignedIn signedIn;

    AgreementPages(MentorAgreements agreements, StaffVillages villages, SignedIn signedIn) {
        this.agreements = agreements;
        this.villages = villages;
        this.signedIn = signedIn;
    }

    @CheckedTemplate
    static class Templates {

        static native TemplateInstance agreement(List<Line> mentors, List<Line> criteria, int fewest);

        /** @param next the address of the next page, empty on the last */
        static native TemplateInstance scores(String whose, List<ScoreLine> lines, String next);
    }

    /**
     * A figure with what it rests on.
     *
     * @param list the address of the scores behind it
     * @param examples how many were scored; 0 for a criterion
     * @param kappa empty where there is none
     */
    record Line(String name, String list, int examples, int rulesSeen, Agreement agreement, String kappa) {

        static Line of(MentorAgreements.OfMentor one) {
            return new Line(
                    one.name(),
                    "mentor=" + one.mentor(),
                    one.examples(),
                    one.rulesSeen(),
                    one.agreement(),
                    written(one.agreement()));
        }

        static Line of(MentorAgreements.OfCriterion one, Locale locale) {
            return new Line(
                    one.title().in(locale),
                    "criterion=" + one.criterion(),
                    0,
                    0,
                    one.agreement(),
                    written(one.agreement()));
        }

        private static String written(Agreement agreement) {
            return agreement
                    .kappa()
                    .map(AgreementPages::rounded)
                    .map(BigDecimal::toPlainString)
                    .orElse("");
        }
    }

    /** One score beside what was deserved. */
    record ScoreLine(String mentor, String example, String criterion, MentorAgreements.Given score) {

        static ScoreLine of(MentorAgreements.Given one, Locale locale) {
            return new ScoreLine(
                    one.name(), one.example().in(locale), one.title().in(locale), one);
        }
    }

    @GET
    public TemplateInstance agreement(@Context HttpHeaders headers) {
        refuseUnlessWhole();
        Locale locale = Language.of(headers);
        return Templates.agreement(
                agreements.mentors().stream().map(Line::of).toList(),
                agreements.criteria().stream().map(one -> Line.of(one, locale)).toList(),
                MentorAgreements.ENOUGH);
    }

    /** Both tables of the page below each other, criteria behind mentors. */
    @GET
    @Path("numbers." + TableDownload.FORMAT)
    @Produces({TableDownload.CSV, TableDownload.XLSX})
    public Response file(String format, @Context HttpHeaders headers) {
        refuseUnlessWhole();
        Locale locale = Language.of(headers);
        AgreementMessages words = TableDownload.words(AgreementMessages.class, locale);
        TableDownload file = new TableDownload(
                words.title(),
                List.of(
                        words.mentor(),
                        words.criterion(),
                        words.examples(),
                        words.rulesSeen(),
                        words.scores(),
                        words.same(),
                        words.near(),
                        words.percentNear(),
                        words.kappa()));
        agreements
                .mentors()
                .forEach(one -> row(file, one.name(), "", one.examples(), one.rulesSeen(), one.agreement()));
        agreements.criteria().forEach(one -> row(file, "", one.title().in(locale), "", "", one.agreement()));
        return file.as(format, "agreement");
    }

    /**
     * The scores behind a figure: those of a mentor, or of a criterion.
     *
     * @param after the last example of a mentor on the page before
     */
    @GET
    @Path("scores")
    public TemplateInstance scores(
            @QueryParam("mentor") UUID mentor,
            @QueryParam("criterion") String criterion,
            @QueryParam("after") UUID after,
            @Context HttpHeaders headers) {
        refuseUnlessWhole();
        Locale locale = Language.of(headers);
        Page<MentorAgreements.Given, UUID> page = agreements.given(
                new MentorAgreements.Asked(
                        Optional.ofNullable(mentor),
                        ListAddress.given(criterion),
                        signedIn.is(Roles.MENTOR) ? Optional.of(signedIn.id()) : Optional.empty()),
                Optional.ofNullable(after),
                PAGE);
        List<ScoreLine> lines =
                page.rows().stream().map(one -> ScoreLine.of(one, locale)).toList();
        String whose = lines.isEmpty()
                ? ""
                : mentor == null ? lines.get(0).criterion() : lines.get(0).mentor();
        return Templates.scores(
                whose,
                lines,
                page.next()
                        .map(last -> ListAddress.of("/dashboards/mentors/agreement/scores")
                                .with("mentor", Objects.toString(mentor, ""))
                                .with("criterion", criterion)
                                .with("after", last.toString())
                                .toString())
                        .orElse(""));
    }

    private static void row(
            TableDownload file, String mentor, String criterion, Object examples, Object rules, Agreement one) {
        file.row(
                mentor,
                criterion,
                examples,
                rules,
                one.scores(),
                one.isTooFew() ? "" : one.same(),
                one.isTooFew() ? "" : one.near(),
                one.isTooFew() ? "" : one.percentNear(),
                one.kappa().<Object>map(AgreementPages::rounded).orElse(""));
    }

    private static BigDecimal rounded(double kappa) {
        return BigDecimal.valueOf(kappa).setScale(DIGITS, RoundingMode.HALF_UP);
    }

    /** What is known of mentors is not for whoever sees a part of the county. */
    private void refuseUnlessWhole() {
        if (!villages.mine().all()) {
            throw new ForbiddenException();
        }
    }
}
