package org.tianbo.store.page;

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
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.UUID;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.jboss.resteasy.reactive.RestForm;
import org.tianbo.people.People;
import org.tianbo.people.PersonView;
import org.tianbo.platform.data.Page;
import org.tianbo.platform.security.Roles;
import org.tianbo.platform.security.SignedIn;
import org.tianbo.platform.web.FormErrors;
import org.tianbo.platform.web.SubmittedForm;
import org.tianbo.store.StoreRefused;
import org.tianbo.store.StoreStatus;
import org.tianbo.store.income.IncomeStability;
import org.tianbo.store.opening.StoreList;
import org.tianbo.store.orderfile.MoneyParser;

/** The county's stores with their state, and the county's threshold for a steady income. */
@Path("/stores")
@RolesAllowed({Roles.COORDINATOR, Roles.OFFICER})
@Produces(MediaType.TEXT_HTML)
class StoreListPages {

    private static final String THRESHOLD = "bar";
    private static final int PAGE = 50;

    private final StoreList stores;
    private final IncomeStability stability;
    private final People people;
    private final SignedIn signedIn;

    StoreListPages(StoreList stores, IncomeStability stability, People people, SignedIn signedIn) {
        this.stores = stores;
        this.stability = stability;
        this.people = people;
        this.signedIn = signedIn;
    }

    /** One line of the list. */
    record Line(PersonView trainee, StoreStatus status) {}

    @CheckedTemplate
    static class Templates {
        static native TemplateInstance list(List<Line> lines, String next, long thresholdFen, FormErrors errors);
    }

    /**
     * @param after the last store of the page before; without it the list is shown from its beginning
     * @param waiting whether that one was among those somebody has to look at
     */
    @GET
    @RolesAllowed({Roles.COORDINATOR, Roles.OFFICER, Roles.AUDITOR})
    public TemplateInstance list(@QueryParam("after") UUID after, @QueryParam("waiting") boolean waiting) {
        return listed(
                after == null ? StoreList.Position.START : new StoreList.Position(waiting, after), FormErrors.NONE);
    }

    /** Sets the county's threshold for a steady income. */
    @POST
    @Path("income-bar")
    @RolesAllowed(Roles.OFFICER)
    public Response setThreshold(@RestForm String bar, @Context HttpHeaders headers) {
        return new SubmittedForm(THRESHOLD, headers, errors -> listed(StoreList.Position.START, errors))
                .with(THRESHOLD, bar)
                .answer(() -> {
                    stability.setThreshold(
                            MoneyParser.parse(Objects.requireNonNullElse(bar, ""))
                                    .orElseThrow(() -> StoreRefused.wrong(THRESHOLD, "orders.amount-not-a-number")),
                            signedIn.id());
                    return Response.seeOther(URI.create("/stores#bar")).build();
                });
    }

    private TemplateInstance listed(StoreList.Position after, FormErrors errors) {
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
        return Templates.list(lines, next, stability.threshold(), errors);
    }
}
