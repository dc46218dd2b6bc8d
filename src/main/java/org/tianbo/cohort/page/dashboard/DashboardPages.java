package org.tianbo.cohort.page.dashboard;

import io.quarkus.qute.CheckedTemplate;
import io.quarkus.qute.TemplateInstance;
import jakarta.annotation.security.RolesAllowed;
import jakarta.ws.rs.BeanParam;
import jakarta.ws.rs.ForbiddenException;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.tianbo.cohort.Stage;
import org.tianbo.cohort.counts.CountChoices;
import org.tianbo.cohort.counts.CountChoices.Choices;
import org.tianbo.cohort.counts.CountFilter;
import org.tianbo.cohort.counts.CountedPeople;
import org.tianbo.cohort.counts.DaysToStage;
import org.tianbo.cohort.counts.MonthlyCounts;
import org.tianbo.cohort.counts.StageCounts;
import org.tianbo.cohort.counts.StageTimes;
import org.tianbo.cohort.counts.TimedPeople;
import org.tianbo.cohort.enrolment.Cohorts;
import org.tianbo.cohort.progress.Funnel;
import org.tianbo.mentoring.MentorLoad;
import org.tianbo.mentoring.MentorLoads;
import org.tianbo.people.StaffVillages;
import org.tianbo.platform.data.Page;
import org.tianbo.platform.security.Roles;
import org.tianbo.platform.web.Language;
import org.tianbo.platform.web.TableDownload;

/** The county's desk: its numbers, what they are out of, and the people behind each. */
@Path("/dashboards")
@RolesAllowed({Roles.COORDINATOR, Roles.OFFICER, Roles.AUDITOR})
@Produces(MediaType.TEXT_HTML)
class DashboardPages {

    private static final int PAGE = 100;

    /** As many as a chart can show; each row has a dozen numbers. */
    private static final int ROWS = 40;

    private final StageCounts counts;
    private final StageTimes times;
    private final CountedPeople people;
    private final TimedPeople timed;
    private final CountChoices choices;
    private final Cohorts cohorts;
    private final MonthlyCounts months;
    private final MentorLoads mentors;
    private final StaffVillages villages;

    DashboardPages(
            StageCounts counts,
            StageTimes times,
            CountedPeople people,
            TimedPeople timed,
            CountChoices choices,
            Cohorts cohorts,
            MonthlyCounts months,
            MentorLoads mentors,
            StaffVillages villages) {
        this.counts = counts;
        this.times = times;
        this.people = people;
        this.timed = timed;
        this.choices = choices;
        this.cohorts = cohorts;
        this.months = months;
        this.mentors = mentors;
        this.villages = villages;
    }

    @CheckedTemplate
    static class Templates {

        /** @param heads the names of the stages in their order, which each number shows on a phone */
        static native TemplateInstance funnel(
                DashboardQuery query, DashboardForm form, Funnel funnel, SideBySide parts, List<String> heads);

        static native TemplateInstance times(DashboardQuery query, DashboardForm form, List<DaysToStage> steps);

        /** @param heads as for {@link #funnel} */
        static native TemplateInstance months(
                DashboardQuery query,
                DashboardForm form,
                List<MonthlyCounts.MonthEnd> months,
                Funnel now,
                List<String> heads);

        static native TemplateInstance mentors(
                DashboardQuery query, DashboardForm form, List<MentorLoad> loads, int days);

        static native TemplateInstance people(PeopleList list);

        static native TemplateInstance timed(TimedList list);
    }

    /**
     * The list behind a number.
     *
     * @param size how many are on it, on all its pages
     * @param next the address of the next page, empty on the last
     */
    record PeopleList(DashboardQuery query, Stage stage, int size, List<CountedPeople.Person> people, String next) {}

    /**
     * The list behind what is said of a stage's days.
     *
     * @param all of all of them together
     * @param next the address of the next page, empty on the last
     */
    record TimedList(DashboardQuery query, DaysToStage all, List<TimedPeople.Person> people, String next) {}

    @GET
    public TemplateInstance funnel(@BeanParam DashboardQuery query, @Context HttpHeaders headers) {
        Choices possible = choices.choices();
        return Templates.funnel(
                query,
                form(query, possible),
                counts.funnel(filter(query)),
                SideBySide.page(query.side(), parts(query), possible, query, ROWS),
                words(headers).stages());
    }

    @GET
    @Path("funnel." + TableDownload.FORMAT)
    @Produces({TableDownload.CSV, TableDownload.XLSX})
    public Response funnelFile(String format, @BeanParam DashboardQuery query, @Context HttpHeaders headers) {
        SideBySide all = SideBySide.of(query.side(), parts(query), choices.choices(), query);
        return DashboardFile.parts(all, counts.funnel(filter(query)), words(headers))
                .as(format, "numbers");
    }

    @GET
    @Path("times")
    public TemplateInstance times(@BeanParam DashboardQuery query) {
        return Templates.times(query, form(query, choices.choices()), times.days(filter(query)));
    }

    /** Those behind a stage's days, by how many they took. @param days of the last one of the page before */
    @GET
    @Path("times/people")
    public TemplateInstance timed(@BeanParam DashboardQuery query, @QueryParam("days") int days) {
        Stage stage = query.timedStage();
        CountFilter filter = filter(query);
        Page<TimedPeople.Person, TimedPeople.Place> page = timed.page(
                filter,
                stage,
                query.start().map(last -> new TimedPeople.Place(days, last.trainee(), last.cohort())),
                PAGE);
        return Templates.timed(new TimedList(
                query,
                times.days(filter).get(stage.ordinal() - 1),
                page.rows(),
                page.next()
                        .map(last -> query.timed(stage) + "&after=" + last.trainee() + "_" + last.cohort() + "&days="
                                + last.days())
                        .orElse("")));
    }

    @GET
    @Path("times." + TableDownload.FORMAT)
    @Produces({TableDownload.CSV, TableDownload.XLSX})
    public Response timesFile(String format, @BeanParam DashboardQuery query, @Context HttpHeaders headers) {
        return DashboardFile.times(times.days(filter(query)), words(headers)).as(format, "times");
    }

    /** By class alone: where people lived when a month ended is not kept. */
    @GET
    @Path("months")
    public TemplateInstance months(@BeanParam DashboardQuery query, @Context HttpHeaders headers) {
        refuseUnlessWhole();
        DashboardQuery ofClass = query.byClassAlone();
        return Templates.months(
                ofClass,
                form(ofClass, choices.classesAlone()),
                months.months(ofClass.cohortId()),
                counts.funnel(filter(ofClass)),
                words(headers).stages());
    }

    @GET
    @Path("months." + TableDownload.FORMAT)
    @Produces({TableDownload.CSV, TableDownload.XLSX})
    public Response monthsFile(String format, @BeanParam DashboardQuery query, @Context HttpHeaders headers) {
        refuseUnlessWhole();
        DashboardQuery ofClass = query.byClassAlone();
        return DashboardFile.months(months.months(ofClass.cohortId()), counts.funnel(filter(ofClass)), words(headers))
                .as(format, "months");
    }

    @GET
    @Path("mentors")
    public TemplateInstance mentors(@BeanParam DashboardQuery query) {
        refuseUnlessWhole();
        query.cohortId().ifPresent(cohorts::require);
        return Templates.mentors(query, form(query, choices.classesAlone()), mentors.loads(), MentorLoads.DAYS);
    }

    @GET
    @Path("mentors." + TableDownload.FORMAT)
    @Produces({TableDownload.CSV, TableDownload.XLSX})
    public Response mentorsFile(String format, @Context HttpHeaders headers) {
        refuseUnlessWhole();
        return DashboardFile.mentors(mentors.loads(), words(headers)).as(format, "mentors");
    }

    @GET
    @Path("people")
    public TemplateInstance people(@BeanParam DashboardQuery query) {
        query.cohortId().ifPresent(cohorts::require);
        CountedPeople.Wanted wanted = query.people(among());
        Page<CountedPeople.Person, CountedPeople.Place> page = people.page(wanted, query.start(), PAGE);
        boolean whole = query.start().isEmpty() && page.next().isEmpty();
        return Templates.people(new PeopleList(
                query,
                wanted.holds(),
                whole ? page.rows().size() : people.count(wanted),
                page.rows(),
                page.next().map(query::from).orElse("")));
    }

    private static DashboardWords words(HttpHeaders headers) {
        return DashboardWords.in(Language.of(headers));
    }

    private List<StageCounts.Part> parts(DashboardQuery query) {
        return counts.by(query.side(), filter(query));
    }

    /** @throws org.tianbo.cohort.CohortUnknown for a class of another county */
    private CountFilter filter(DashboardQuery query) {
        query.cohortId().ifPresent(cohorts::require);
        return query.filter(among());
    }

    /** A coordinator who was given villages sees these villages' numbers alone. */
    private Optional<List<UUID>> among() {
        StaffVillages.Villages seen = villages.mine();
        return seen.all() ? Optional.empty() : Optional.of(List.copyOf(seen.ids()));
    }

    private DashboardForm form(DashboardQuery query, Choices possible) {
        return DashboardForm.of(query, possible, villages.mine());
    }

    /** What is known of classes and mentors as a whole is not for whoever sees a part of the county. */
    private void refuseUnlessWhole() {
        if (!villages.mine().all()) {
            throw new ForbiddenException();
        }
    }
}
