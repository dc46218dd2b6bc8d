package org.tianbo.cohort.page.dashboard;

import io.quarkus.qute.CheckedTemplate;
import io.quarkus.qute.TemplateInstance;
import jakarta.annotation.security.RolesAllowed;
import jakarta.ws.rs.BeanParam;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.tianbo.cohort.CohortRefused;
import org.tianbo.cohort.CohortSettings;
import org.tianbo.cohort.Stage;
import org.tianbo.cohort.counts.CountChoices;
import org.tianbo.cohort.counts.StageCounts;
import org.tianbo.cohort.enrolment.Cohorts;
import org.tianbo.cohort.outcome.IncomeAfter;
import org.tianbo.cohort.outcome.IncomeCounts;
import org.tianbo.cohort.outcome.IncomeKind;
import org.tianbo.cohort.progress.Funnel;
import org.tianbo.people.StaffVillages;
import org.tianbo.platform.data.Page;
import org.tianbo.platform.privacy.PersonalLooks;
import org.tianbo.platform.security.Roles;
import org.tianbo.platform.web.Language;
import org.tianbo.platform.web.TableDownload;

/** What lasted: who earns when each follow-up is due, how much, and how far it can be believed. */
@Path("/dashboards/income")
@RolesAllowed({Roles.COORDINATOR, Roles.OFFICER, Roles.AUDITOR})
@Produces(MediaType.TEXT_HTML)
class IncomePages {

    private static final int PAGE = 100;
    private static final Set<Stage> STEADY = Set.of(Stage.STEADY_3, Stage.STEADY_6, Stage.STEADY_12);
    private static final String UNKNOWN = "cohort.filter-unknown";

    /** In the place of a kind: those of any kind who still earn. */
    private static final String EARNING = "earning";

    private final IncomeCounts incomes;
    private final StageCounts counts;
    private final CountChoices choices;
    private final Cohorts cohorts;
    private final StaffVillages villages;
    private final PersonalLooks looks;

    IncomePages(
            IncomeCounts incomes,
            StageCounts counts,
            CountChoices choices,
            Cohorts cohorts,
            StaffVillages villages,
            PersonalLooks looks) {
        this.incomes = incomes;
        this.counts = counts;
        this.choices = choices;
        this.cohorts = cohorts;
        this.villages = villages;
        this.looks = looks;
    }

    @CheckedTemplate
    static class Templates {
        static native TemplateInstance income(DashboardQuery query, DashboardForm form, Lasted lasted);

        static native TemplateInstance people(IncomeList list);
    }

    /**
     * What lasted.
     *
     * @param steady the stages that say how many months in a row were earned
     * @param cost empty where the numbers are not those of the whole county
     * @param fewest fewer people have no spread
     */
    record Lasted(
            List<IncomeAfter> rounds,
            List<IncomeKind> kinds,
            List<Funnel.Step> steady,
            Optional<IncomeCounts.Cost> cost,
            int fewest) {}

    /**
     * The list behind a number.
     *
     * @param kind empty for those who still earn
     * @param spread of all of them; empty where it is not shown
     * @param next the address of the next page, empty on the last
     * @param back the address of the numbers
     */
    record IncomeList(
            int round,
            Optional<IncomeKind> kind,
            Optional<IncomeAfter.Spread> spread,
            List<IncomeCounts.Line> lines,
            String next,
            String back) {

        /** Whether half of them earn no more than this one. */
        public boolean isMiddle(IncomeCounts.Line line) {
            return line.fen() != null
                    && spread.filter(all -> all.median() == line.fen()).isPresent();
        }
    }

    @GET
    public TemplateInstance income(@BeanParam DashboardQuery query) {
        DashboardQuery ofClass = query.byClassAlone();
        IncomeCounts.Of whose = whose(ofClass);
        return Templates.income(
                ofClass,
                DashboardForm.of(ofClass, choices.classesAlone(), villages.mine()),
                new Lasted(
                        incomes.rounds(whose),
                        List.of(IncomeKind.values()),
                        steady(ofClass),
                        whose.isWholeCounty() ? Optional.of(incomes.cost()) : Optional.empty(),
                        IncomeAfter.Spread.FEWEST));
    }

    @GET
    @Path("numbers." + TableDownload.FORMAT)
    @Produces({TableDownload.CSV, TableDownload.XLSX})
    public Response file(String format, @BeanParam DashboardQuery query, @Context HttpHeaders headers) {
        IncomeMessages words = TableDownload.words(IncomeMessages.class, Language.of(headers));
        return IncomeFile.table(incomes.rounds(whose(query.byClassAlone())), words)
                .as(format, "income");
    }

    /**
     * The villagers behind a number, by what they earn; that they were looked at is noted.
     *
     * @param kind see {@link IncomeKind#code}; {@value #EARNING} for those who still earn
     * @param fen what the last one of the page before earned
     */
    @GET
    @Path("people")
    public TemplateInstance people(
            @BeanParam DashboardQuery query,
            @QueryParam("round") int round,
            @QueryParam("kind") String kind,
            @QueryParam("fen") long fen) {
        Optional<IncomeKind> asked = EARNING.equals(kind)
                ? Optional.empty()
                : Optional.of(IncomeKind.of(kind).orElseThrow(() -> CohortRefused.because("kind", UNKNOWN)));
        if (round < 1 || round > CohortSettings.ROUNDS.size()) {
            throw CohortRefused.because("round", UNKNOWN);
        }
        IncomeCounts.Of whose = whose(query);
        Page<IncomeCounts.Line, IncomeCounts.Place> page = incomes.page(
                whose,
                round,
                asked,
                query.start().map(last -> new IncomeCounts.Place(fen, last.trainee(), last.cohort())),
                PAGE);
        looks.note(
                PersonalLooks.What.LIST,
                page.rows().stream().map(IncomeCounts.Line::trainee).toList());
        return Templates.people(new IncomeList(
                round,
                asked,
                asked.filter(one -> one != IncomeKind.UNKNOWN)
                        .map(one -> incomes.rounds(whose).get(round - 1).of(one))
                        .filter(IncomeAfter.Spread::isShown),
                page.rows(),
                page.next()
                        .map(last -> query.incomes(round, kind) + "&after=" + last.trainee() + "_" + last.cohort()
                                + "&fen=" + last.fen())
                        .orElse(""),
                query.byClassAlone().at("/income")));
    }

    private List<Funnel.Step> steady(DashboardQuery query) {
        return counts.funnel(query.filter(among().map(List::copyOf))).steps().stream()
                .filter(step -> STEADY.contains(step.stage()))
                .toList();
    }

    /** @throws org.tianbo.cohort.CohortUnknown for a class of another county */
    private IncomeCounts.Of whose(DashboardQuery query) {
        query.cohortId().ifPresent(cohorts::require);
        return new IncomeCounts.Of(query.cohortId(), among());
    }

    /** A coordinator who was given villages sees these villages' numbers alone. */
    private Optional<Collection<UUID>> among() {
        StaffVillages.Villages seen = villages.mine();
        return seen.all() ? Optional.empty() : Optional.of(seen.ids());
    }
}
