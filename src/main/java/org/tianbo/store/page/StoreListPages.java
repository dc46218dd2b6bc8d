package org.tianbo.store.page;

import io.quarkus.qute.CheckedTemplate;
import io.quarkus.qute.TemplateInstance;
import jakarta.annotation.security.RolesAllowed;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.MediaType;
import java.time.YearMonth;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.tianbo.people.People;
import org.tianbo.people.PersonView;
import org.tianbo.platform.data.Page;
import org.tianbo.platform.security.Roles;
import org.tianbo.store.StoreStatus;
import org.tianbo.store.income.IncomeStability;
import org.tianbo.store.income.MissingFiles;
import org.tianbo.store.opening.StoreList;

/** The county's stores with their state, and the county's threshold for a steady income. */
@Path("/stores")
@RolesAllowed({Roles.COORDINATOR, Roles.OFFICER})
@Produces(MediaType.TEXT_HTML)
class StoreListPages {

    private static final int PAGE = 50;

    private final StoreList stores;
    private final MissingFiles missing;
    private final IncomeStability stability;
    private final People people;

    StoreListPages(StoreList stores, MissingFiles missing, IncomeStability stability, People people) {
        this.stores = stores;
        this.missing = missing;
        this.stability = stability;
        this.people = people;
    }

    /** One line of the list. */
    record Line(PersonView trainee, StoreStatus status) {}

    @CheckedTemplate
    static class Templates {
        static native TemplateInstance list(List<Line> lines, String next, long thresholdFen);

        static native TemplateInstance withoutFile(List<MissingFiles.Line> lines, String next, YearMonth month);
    }

    /**
     * @param after the last store of the page before; without it the list is shown from its beginning
     * @param waiting whether that one was among those somebody has to look at
     */
    @GET
    @RolesAllowed({Roles.COORDINATOR, Roles.OFFICER, Roles.AUDITOR})
    public TemplateInstance list(@QueryParam("after") UUID after, @QueryParam("waiting") boolean waiting) {
        return listed(after == null ? StoreList.Position.START : new StoreList.Position(waiting, after));
    }

    /** @param after the last store of the page before */
    @GET
    @Path("without-file")
    @RolesAllowed({Roles.COORDINATOR, Roles.OFFICER, Roles.AUDITOR})
    public TemplateInstance withoutFile(@QueryParam("after") UUID after) {
        Page<MissingFiles.Line, UUID> page = missing.page(Optional.ofNullable(after), PAGE);
        return Templates.withoutFile(
                page.rows(),
                page.next().map(last -> "/stores/without-file?after=" + last).orElse(""),
                missing.month());
    }

    private TemplateInstance listed(StoreList.Position after) {
        Page<StoreStatus, StoreList.Position> page = stores.page(after, PAGE);
        Map<UUID, PersonView> trainees =
                people.trainees(page.rows().stream().map(StoreStatus::trainee).toList()).stream()
                        .collect(Collectors.toMap(PersonView::id, Function.identity()));
        List<Line> lines = page.rows().stream()
                .map(status -> new Line(trainees.get(status.trainee()), status))
                .toList();
        String next = page.next()
                .map(last -> "/stores?after=" + last.store() + "&waiting=" + last.waiting())
                .orElse("");
        return Templates.list(lines, next, stability.threshold());
    }
}
