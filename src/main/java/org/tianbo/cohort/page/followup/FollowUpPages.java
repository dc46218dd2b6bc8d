package org.tianbo.cohort.page.followup;

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
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.jboss.resteasy.reactive.RestForm;
import org.tianbo.cohort.enrolment.Cohorts;
import org.tianbo.cohort.followup.Assignments;
import org.tianbo.cohort.followup.DueFilter;
import org.tianbo.cohort.followup.DueState;
import org.tianbo.cohort.followup.DueVisit;
import org.tianbo.cohort.followup.DueVisits;
import org.tianbo.cohort.followup.Flags;
import org.tianbo.cohort.search.PeopleSearch;
import org.tianbo.people.People;
import org.tianbo.platform.data.Ids;
import org.tianbo.platform.data.Page;
import org.tianbo.platform.error.NotFound;
import org.tianbo.platform.security.Roles;
import org.tianbo.platform.security.SignedIn;

/** The work lists of follow-up: who is to be visited, who goes, who was. */
@Path("/follow-up")
@RolesAllowed({Roles.COORDINATOR, Roles.OFFICER, Roles.AUDITOR})
@Produces(MediaType.TEXT_HTML)
class FollowUpPages {

    private static final int PAGE = 50;
    private static final int MOST_AT_ONCE = 200;

    private final DueVisits due;
    private final Assignments assignments;
    private final Flags flags;
    private final PeopleSearch choices;
    private final Cohorts cohorts;
    private final People people;
    private final FollowUpAccess access;
    private final SignedIn signedIn;

    FollowUpPages(
            DueVisits due,
            Assignments assignments,
            Flags flags,
            PeopleSearch choices,
            Cohorts cohorts,
            People people,
            FollowUpAccess access,
            SignedIn signedIn) {
        this.due = due;
        this.assignments = assignments;
        this.flags = flags;
        this.choices = choices;
        this.cohorts = cohorts;
        this.people = people;
        this.access = access;
        this.signedIn = signedIn;
    }

    /** One of the lists, with how many are on it. */
    record Tab(DueState state, int count, String address, boolean current) {}

    /**
     * A page of a list.
     *
     * @param next the address of the next page, empty on the last
     */
    record WorkList(DueState state, List<Tab> tabs, List<DueVisit> lines, String next, String here) {

        public boolean done() {
            return state == DueState.DONE;
        }
    }

    @CheckedTemplate
    static class Templates {
        static native TemplateInstance list(
                WorkList list,
                FollowUpQuery query,
                PeopleSearch.Choices choices,
                List<Assignments.Visitor> visitors,
                int flags,
                boolean mayAssign);
    }

    @GET
    public TemplateInstance list(@BeanParam FollowUpQuery typed) {
        FollowUpQuery query = typed.whole();
        DueFilter filter = query.filter(access.mayCall(), signedIn.id());
        PeopleSearch.Choices possible = choices.choices();
        refuseUnknown(query, possible);
        Map<DueState, Integer> counts = due.counts(filter);
        DueState state = query.stateOr(counts);
        Page<DueVisit, DueVisit.Position> page = due.page(query.in(state, filter), query.position(), PAGE);
        List<Tab> tabs = List.of(DueState.values()).stream()
                .map(one -> new Tab(one, counts.getOrDefault(one, 0), query.address(one), one == state))
                .toList();
        String next = page.next().map(last -> query.after(state, last)).orElse("");
        return Templates.list(
                new WorkList(state, tabs, page.rows(), next, query.address(state)),
                query,
                possible,
                assignments.visitors(),
                flags.open(),
                access.ofOffice());
    }

    /** What is not of this county, or not for the reader's eyes, is no empty list but not there. */
    private void refuseUnknown(FollowUpQuery query, PeopleSearch.Choices possible) {
        query.cohortId().ifPresent(cohorts::require);
        query.villageId().ifPresent(village -> possible.village(village).orElseThrow(VillageUnknown::new));
        query.visitorId().ifPresent(people::trainee);
    }

    /** The county has no such village, or the reader was not given it. */
    private static class VillageUnknown extends NotFound {

        private static final long serialVersionUID = 1L;

        VillageUnknown() {
            super("followup.village-unknown");
        }
    }

    /**
     * Asks somebody to make the ticked visits.
     *
     * @param rounds each a class, a trainee and a round, between slashes
     * @param visitor an id, {@code me}, or empty for nobody
     * @param back the list to return to
     */
    @POST
    @Path("assign")
    @RolesAllowed({Roles.COORDINATOR, Roles.OFFICER})
    public Response assign(@RestForm List<String> rounds, @RestForm String visitor, @RestForm String back) {
        List<Assignments.Round> asked = rounds == null
                ? List.of()
                : rounds.stream()
                        .limit(MOST_AT_ONCE)
                        .flatMap(round -> FollowUpQuery.round(round).stream())
                        .toList();
        Optional<UUID> whom =
                "me".equals(visitor) ? Optional.of(signedIn.id()) : Ids.parse(visitor == null ? "" : visitor);
        assignments.assign(asked, whom, signedIn.id());
        boolean ours = back != null && back.startsWith("/follow-up?");
        return Response.seeOther(URI.create(ours ? back : "/follow-up")).build();
    }
}
