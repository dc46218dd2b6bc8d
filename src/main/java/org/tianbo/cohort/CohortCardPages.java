package org.tianbo.cohort;

import io.quarkus.qute.CheckedTemplate;
import io.quarkus.qute.TemplateInstance;
import io.smallrye.common.annotation.Blocking;
import jakarta.annotation.security.RolesAllowed;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import jakarta.ws.rs.core.UriInfo;
import java.net.URI;
import java.util.List;
import java.util.UUID;
import org.jboss.resteasy.reactive.RestForm;
import org.tianbo.people.CardCode;
import org.tianbo.people.IssuedCard;
import org.tianbo.people.SignInServiceAway;
import org.tianbo.people.TraineeView;
import org.tianbo.platform.embedded.EmbeddedConfig;
import org.tianbo.platform.error.Fault;
import org.tianbo.platform.security.Roles;
import org.tianbo.platform.security.SignedIn;

/** Who has a card, and the printed page of those just made. */
@Path("/cohorts/{id}/cards")
@RolesAllowed({Roles.COORDINATOR, Roles.OFFICER})
@Produces(MediaType.TEXT_HTML)
@Blocking
class CohortCardPages {

    private final Cohorts cohorts;
    private final CohortCards cards;
    private final EmbeddedConfig embedded;
    private final SignedIn signedIn;

    CohortCardPages(Cohorts cohorts, CohortCards cards, EmbeddedConfig embedded, SignedIn signedIn) {
        this.cohorts = cohorts;
        this.cards = cards;
        this.embedded = embedded;
        this.signedIn = signedIn;
    }

    @CheckedTemplate
    static class Templates {

        private Templates() {}

        static native TemplateInstance list(
                CohortView cohort, List<CohortCards.Holder> holders, int atOnce, FormFaults faults);

        static native TemplateInstance print(
                CohortView cohort, List<Printed> cards, List<TraineeView> without, List<TraineeView> refused);
    }

    /** A card as it goes to the printer. */
    record Printed(IssuedCard card, CardCode code) {}

    @GET
    public TemplateInstance list(@PathParam("id") UUID id) {
        return page(id, FormFaults.none());
    }

    @POST
    public Response issue(
            @PathParam("id") UUID id,
            @RestForm List<UUID> trainee,
            @Context UriInfo address,
            @Context HttpHeaders headers) {
        try {
            URI origin = origin(address);
            CohortCards.Issued issued = cards.issue(id, trainee, signedIn.id());
            List<Printed> printed = issued.cards().stream()
                    .map(card ->
                            new Printed(card, CardCode.of(origin, card.holder().login())))
                    .toList();
            return FormPages.done(
                    Templates.print(cohorts.cohort(id), printed, issued.without(), issued.refused()),
                    FormPages.language(headers));
        } catch (CohortRefused | SignInServiceAway refused) {
            return refused(id, refused, headers);
        }
    }

    private Response refused(UUID id, Fault fault, HttpHeaders headers) {
        return FormPages.refused(
                page(id, FormFaults.of(fault, FormPages.language(headers))), FormPages.language(headers));
    }

    private TemplateInstance page(UUID id, FormFaults faults) {
        return Templates.list(cohorts.cohort(id), cards.holders(id), CohortCards.AT_ONCE, faults);
    }

    /** The embedded start knows the address that phones reach; the office may sit at localhost. */
    private URI origin(UriInfo address) {
        return embedded.origins()
                .filter(origins -> !origins.isEmpty())
                .map(origins -> origins.get(origins.size() - 1))
                .orElseGet(address::getBaseUri);
    }
}
