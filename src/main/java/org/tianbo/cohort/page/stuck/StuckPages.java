package org.tianbo.cohort.page.stuck;

import io.quarkus.qute.CheckedTemplate;
import io.quarkus.qute.TemplateInstance;
import jakarta.annotation.security.RolesAllowed;
import jakarta.ws.rs.BeanParam;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import java.net.URI;
import java.time.Clock;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.jboss.resteasy.reactive.RestForm;
import org.tianbo.cohort.CohortRefused;
import org.tianbo.cohort.Stage;
import org.tianbo.cohort.enrolment.Cohorts;
import org.tianbo.cohort.search.PeopleSearch;
import org.tianbo.cohort.stuck.CallOutcome;
import org.tianbo.cohort.stuck.Calls;
import org.tianbo.cohort.stuck.StuckFilter;
import org.tianbo.cohort.stuck.StuckPeople;
import org.tianbo.cohort.stuck.StuckPerson;
import org.tianbo.cohort.stuck.StuckPlace;
import org.tianbo.cohort.stuck.StuckReason;
import org.tianbo.people.StaffVillages;
import org.tianbo.platform.data.Ids;
import org.tianbo.platform.data.Page;
import org.tianbo.platform.security.Roles;
import org.tianbo.platform.security.SignedIn;
import org.tianbo.platform.time.Zones;

/** Who stands still, why, and the next thing to do; and the list of calls that a phone takes along. */
@Path("/")
@RolesAllowed({Roles.COORDINATOR, Roles.OFFICER})
@Produces(MediaType.TEXT_HTML)
class StuckPages {

    private static final int PAGE = 50;

    /** More than anybody calls in a day. */
    private static final int MOST_CALLS = 100;

    private final StuckPeople stuck;
    private final Calls calls;
    private final PeopleSearch search;
    private final Cohorts cohorts;
    private final StaffVillages villages;
    private final SignedIn signedIn;
    private final Clock clock;

    StuckPages(
            StuckPeople stuck,
            Calls calls,
            PeopleSearch search,
            Cohorts cohorts,
            StaffVillages villages,
            SignedIn signedIn,
            Clock clock) {
        this.stuck = stuck;
        this.calls = calls;
        this.search = search;
        this.cohorts = cohorts;
        this.villages = villages;
        this.signedIn = signedIn;
        this.clock = clock;
    }

    @CheckedTemplate
    static class Templates {
        static native TemplateInstance stuck(StuckList list, PeopleSearch.Choices choices, boolean mayCall);

        static native TemplateInstance calls(CallSheet sheet, StuckQuery query);
    }

    /** How many stand still for a reason, and the address of the list of them. */
    record Reason(StuckReason reason, long count, String address, boolean chosen) {}

    /**
     * A page of a list.
     *
     * @param size how many there are of all reasons
     * @param next the address of the next page, empty on the last
     */
    record StuckList(
            StuckQuery query,
            int days,
            int lessons,
            long size,
            List<Reason> reasons,
            List<StuckPerson> people,
            String next) {

        public List<Stage> stages() {
            return Arrays.stream(Stage.values())
                    .filter(stage -> stage != Stage.STEADY_12)
                    .toList();
        }
    }

    /**
     * A day's calls.
     *
     * @param more whether there are further people who do not fit on it
     */
    record CallSheet(List<StuckPerson> people, int lessons, boolean more, LocalDate today) {

        public LocalDate tomorrow() {
            return today.plusDays(1);
        }

        public LocalDate latest() {
            return today.plusYears(1);
        }

        public List<CallOutcome> outcomes() {
            return List.of(CallOutcome.values());
        }

        /** A name for what is recorded about somebody without a script: sent twice it is one call. */
        public UUID call() {
            return Ids.next();
        }
    }

    @GET
    @Path("stuck")
    @RolesAllowed({Roles.COORDINATOR, Roles.OFFICER, Roles.AUDITOR})
    public TemplateInstance stuck(@BeanParam StuckQuery query) {
        query.cohortId().ifPresent(cohorts::require);
        boolean mayCall = signedIn.is(Roles.COORDINATOR) || signedIn.is(Roles.OFFICER);
        StuckFilter filter = query.filter(seen());
        Page<StuckPerson, StuckPlace> page = stuck.page(filter, query.start(), PAGE, mayCall);
        Map<StuckReason, Long> counts = stuck.byReason(filter);
        StuckList list = new StuckList(
                query,
                stuck.days(),
                stuck.lessons(),
                counts.values().stream().mapToLong(Long::longValue).sum(),
                counts.entrySet().stream()
                        .map(one -> new Reason(
                                one.getKey(),
                                one.getValue(),
                                query.ofReason(one.getKey()),
                                filter.reason().filter(one.getKey()::equals).isPresent()))
                        .toList(),
                page.rows(),
                page.next().map(query::from).orElse(""));
        return Templates.stuck(list, search.choices(), mayCall);
    }

    /** Kept by the phone for where there is no network: the list that was opened last. */
    @GET
    @Path("calls")
    public TemplateInstance calls(@BeanParam StuckQuery query) {
        query.cohortId().ifPresent(cohorts::require);
        Page<StuckPerson, StuckPlace> page =
                stuck.page(query.filter(seen()).forCalls(), Optional.empty(), MOST_CALLS, true);
        CallSheet sheet = new CallSheet(
                page.rows(),
                stuck.lessons(),
                page.next().isPresent(),
                LocalDate.ofInstant(clock.instant(), Zones.SHANGHAI));
        return Templates.calls(sheet, query);
    }

    /**
     * What came of a call, where the page's script does not run.
     *
     * @param id of the call, by the page
     * @param again the day that was agreed
     */
    @POST
    @Path("calls")
    public Response record(
            @RestForm UUID id,
            @RestForm UUID cohort,
            @RestForm UUID trainee,
            @RestForm String outcome,
            @RestForm LocalDate again,
            @RestForm String note,
            @BeanParam StuckQuery query) {
        if (id == null || cohort == null || trainee == null) {
            throw CohortRefused.because("trainee", "cohort.call-incomplete");
        }
        CallOutcome known = CallOutcome.of(outcome == null ? "" : outcome)
                .orElseThrow(() -> CohortRefused.because("outcome", "cohort.call-incomplete"));
        calls.record(new Calls.Made(id, cohort, trainee, known, again, note, clock.instant()), signedIn.id());
        return Response.seeOther(URI.create(query.calls())).build();
    }

    /** The villages the reader is bound to; empty for the whole county. */
    private Optional<Set<UUID>> seen() {
        StaffVillages.Villages mine = villages.mine();
        return mine.all() ? Optional.empty() : Optional.of(mine.ids());
    }
}
