package org.tianbo.cohort.page.dashboard;

import io.quarkus.qute.CheckedTemplate;
import io.quarkus.qute.TemplateInstance;
import jakarta.annotation.security.RolesAllowed;
import jakarta.ws.rs.ForbiddenException;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.MediaType;
import java.time.Instant;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.UUID;
import org.tianbo.cohort.CohortRefused;
import org.tianbo.mentoring.GradedLine;
import org.tianbo.mentoring.MentorLoads;
import org.tianbo.people.People;
import org.tianbo.people.StaffVillages;
import org.tianbo.platform.data.Page;
import org.tianbo.platform.security.Roles;

/** The attempts behind the numbers of a mentor; each leads to its recording and what was said about it. */
@Path("/dashboards/mentors/attempts")
@RolesAllowed({Roles.COORDINATOR, Roles.OFFICER, Roles.AUDITOR})
@Produces(MediaType.TEXT_HTML)
class GradedPages {

    private static final int PAGE = 100;

    private final MentorLoads loads;
    private final People people;
    private final StaffVillages villages;

    GradedPages(MentorLoads loads, People people, StaffVillages villages) {
        this.loads = loads;
        this.people = people;
        this.villages = villages;
    }

    @CheckedTemplate
    static class Templates {

        /** @param next the address of the next page, empty on the last */
        static native TemplateInstance attempts(
                String mentor, MentorLoads.Which number, int days, List<GradedLine> lines, String next);
    }

    /**
     * @param of which number: {@code waiting}, {@code overdue}, {@code published} or {@code late}
     * @param after the last one of the page before
     * @param at when that was handed in
     */
    @GET
    public TemplateInstance attempts(
            @QueryParam("mentor") UUID mentor,
            @QueryParam("of") String of,
            @QueryParam("after") UUID after,
            @QueryParam("at") Instant at) {
        if (!villages.mine().all()) {
            throw new ForbiddenException();
        }
        if (mentor == null) {
            throw CohortRefused.because("mentor", "cohort.filter-unknown");
        }
        String name = people.trainee(mentor).name();
        MentorLoads.Which number = Arrays.stream(MentorLoads.Which.values())
                .filter(one -> code(one).equals(of))
                .findFirst()
                .orElseThrow(() -> CohortRefused.because("of", "cohort.filter-unknown"));
        Optional<MentorLoads.Place> from =
                after == null || at == null ? Optional.empty() : Optional.of(new MentorLoads.Place(at, after));
        Page<GradedLine, MentorLoads.Place> page = loads.behind(mentor, number, from, PAGE);
        String next = page.next()
                .map(last -> "/dashboards/mentors/attempts?mentor=" + mentor + "&of=" + of + "&after=" + last.review()
                        + "&at=" + last.submittedAt())
                .orElse("");
        return Templates.attempts(name, number, MentorLoads.DAYS, page.rows(), next);
    }

    private static String code(MentorLoads.Which number) {
        return number.name().toLowerCase(Locale.ROOT);
    }
}
