package org.tianbo.home;

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
import java.time.Clock;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.tianbo.platform.security.Roles;
import org.tianbo.platform.waiting.WaitingTexts;
import org.tianbo.platform.waiting.WorkScope;
import org.tianbo.platform.web.Language;
import org.tianbo.platform.web.ListAddress;

/** The home of those who work at the county's office: what waits for them, the longest waiting first. */
@Path("/today")
@RolesAllowed({Roles.COORDINATOR, Roles.OFFICER})
@Produces(MediaType.TEXT_HTML)
class TodayPages {

    private static final int PAGE = 50;

    private final TodayWork work;
    private final DoneThisWeek doneThisWeek;
    private final Clock clock;

    TodayPages(TodayWork work, DoneThisWeek doneThisWeek, Clock clock) {
        this.work = work;
        this.doneThisWeek = doneThisWeek;
        this.clock = clock;
    }

    @CheckedTemplate
    static class Templates {
        static native TemplateInstance today(TodayBoard board);

        /**
         * @param words what was done, to be read behind the count
         * @param since the first day of the week
         * @param next the address of the next page, empty on the last
         */
        static native TemplateInstance done(
                long count, String words, Instant since, List<DoneThisWeek.Line> lines, String next);
    }

    @GET
    public TemplateInstance today(@Context HttpHeaders headers) {
        return Templates.today(TodayBoard.of(work.ofReader(), clock.instant(), Language.of(headers)));
    }

    /**
     * What a number of this week's counts.
     *
     * @param kind of work, by its key
     * @param after the last one of the page before
     * @param at when that one was done
     */
    @GET
    @Path("done/{kind}")
    public TemplateInstance done(
            String kind, @QueryParam("after") UUID after, @QueryParam("at") Instant at, @Context HttpHeaders headers) {
        WorkScope scope = work.scope();
        DoneThisWeek.Listed list = doneThisWeek.page(
                kind,
                scope,
                after == null || at == null ? Optional.empty() : Optional.of(new DoneThisWeek.Position(at, after)),
                PAGE);
        String next = list.page()
                .next()
                .map(last -> ListAddress.of("/today/done/" + kind)
                        .with("after", last.id().toString())
                        .with("at", last.at().toString())
                        .toString())
                .orElse("");
        return Templates.done(
                list.count(),
                new WaitingTexts(Language.of(headers)).done(kind, list.count()),
                scope.weekBegan(),
                list.page().rows(),
                next);
    }
}
