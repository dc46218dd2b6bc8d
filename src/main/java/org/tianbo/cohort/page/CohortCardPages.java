package org.tianbo.cohort.page;

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
import jakarta.ws.rs.core.UriBuilder;
import java.net.URI;
import java.time.Clock;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import org.jboss.resteasy.reactive.RestForm;
import org.tianbo.cohort.cards.CardCode;
import org.tianbo.cohort.cards.CardSeal;
import org.tianbo.cohort.cards.ClassSetup;
import org.tianbo.cohort.cards.CohortCards;
import org.tianbo.cohort.enrolment.CohortView;
import org.tianbo.cohort.enrolment.Cohorts;
import org.tianbo.people.Cards.CardMadeMeanwhile;
import org.tianbo.people.Cards.IssuedCard;
import org.tianbo.people.People;
import org.tianbo.people.PersonView;
import org.tianbo.platform.data.Page;
import org.tianbo.platform.security.FreshSignIn;
import org.tianbo.platform.security.Roles;
import org.tianbo.platform.security.SignedIn;
import org.tianbo.platform.web.FormErrors;
import org.tianbo.platform.web.Language;
import org.tianbo.platform.web.PageResponse;
import org.tianbo.platform.web.PublicAddress;
import org.tianbo.platform.web.SubmittedForm;

/** Who has a card, and the printed page of those just made. */
@Path("/cohorts/{id}/cards")
@FreshSignIn
@RolesAllowed({Roles.COORDINATOR, Roles.OFFICER})
@Produces(MediaType.TEXT_HTML)
class CohortCardPages {

    /** Takes the place of a PIN where there is none. */
    private static final String NOT_MADE = "-";

    private static final String ACCOUNT_REFUSED = "!";
    private static final String MADE = "made";
    private static final int PAGE = 100;

    private final Cohorts cohorts;
    private final CohortCards cards;
    private final ClassSetup setup;
    private final CardSeal seal;
    private final People people;
    private final PublicAddress publicAddress;
    private final SignedIn signedIn;
    private final Clock clock;

    CohortCardPages(
            Cohorts cohorts,
            CohortCards cards,
            ClassSetup setup,
            CardSeal seal,
            People people,
            PublicAddress publicAddress,
            SignedIn signedIn,
            Clock clock) {
        this.cohorts = cohorts;
        this.cards = cards;
        this.setup = setup;
        this.seal = seal;
        this.people = people;
        this.publicAddress = publicAddress;
        this.signedIn = signedIn;
        this.clock = clock;
    }

    @CheckedTemplate
    static class Templates {
        static native TemplateInstance list(
                CohortView cohort,
                ClassSetup.Lacking lacking,
                List<CohortCards.Holder> holders,
                String next,
                ReplacementQuestion selection,
                long seen,
                FormErrors errors);

        static native TemplateInstance print(
                CohortView cohort, List<Printed> cards, List<PersonView> without, List<PersonView> refused);
    }

    /** A card as it goes to the printer. */
    record Printed(IssuedCard card, CardCode code) {}

    /**
     * The question before printed cards stop working.
     *
     * @param chosen all for whom cards were wanted
     * @param losing those of them who have one
     */
    record ReplacementQuestion(List<UUID> chosen, List<PersonView> losing) {

        static final ReplacementQuestion NOTHING = new ReplacementQuestion(List.of(), List.of());

        /** Those who have no card yet and can be given one without a question. */
        public List<UUID> fresh() {
            Set<UUID> holding = losing.stream().map(PersonView::id).collect(Collectors.toSet());
            return chosen.stream().filter(trainee -> !holding.contains(trainee)).toList();
        }
    }

    /**
     * @param replace those for whom new cards were wanted; asks about those of them who have one
     * @param after the last one of the page before; without it the list is shown from its beginning
     * @param card whether that one was among those who have a card
     */
    @GET
    public TemplateInstance list(
            UUID id,
            @QueryParam("replace") List<UUID> replace,
            @QueryParam("after") UUID after,
            @QueryParam("card") boolean card) {
        CohortCards.Position position =
                after == null ? CohortCards.Position.START : new CohortCards.Position(card, after);
        return page(id, position, selection(id, replace), FormErrors.NONE);
    }

    /**
     * The cards of one batch, for the printer; a few minutes later it is the list again.
     *
     * @param sealed what was made, which only whoever made it can open
     */
    @GET
    @Path("printed/{sealed}")
    public Response printed(UUID id, String sealed, @Context HttpHeaders headers) {
        Optional<Map<UUID, String>> pins = seal.open(sealed, reader(id));
        if (pins.isEmpty()) {
            return Response.seeOther(URI.create("/cohorts/" + id + "/cards")).build();
        }
        URI origin = publicAddress.onPaper();
        Map<String, List<PersonView>> holders = people.trainees(pins.get().keySet()).stream()
                .collect(Collectors.groupingBy(holder -> outcome(pins.get().get(holder.id()))));
        List<Printed> printed = holders.getOrDefault(MADE, List.of()).stream()
                .map(holder -> new IssuedCard(holder, pins.get().get(holder.id())))
                .map(card -> new Printed(card, CardCode.of(origin, card)))
                .toList();
        return PageResponse.ok(
                Templates.print(
                        cohorts.cohort(id),
                        printed,
                        holders.getOrDefault(NOT_MADE, List.of()),
                        holders.getOrDefault(ACCOUNT_REFUSED, List.of())),
                Language.of(headers));
    }

    private static String outcome(String pin) {
        return pin.equals(NOT_MADE) || pin.equals(ACCOUNT_REFUSED) ? pin : MADE;
    }

    /**
     * @param replace says that the printed cards of those who have one may stop working
     * @param seen when the form was shown, in milliseconds since 1970: a form submitted twice makes one set of cards
     */
    @POST
    public Response issue(
            UUID id,
            @RestForm List<UUID> trainee,
            @RestForm String replace,
            @RestForm Long seen,
            @Context HttpHeaders headers) {
        if (replace == null && !cards.holding(trainee).isEmpty()) {
            return question(id, trainee);
        }
        return new SubmittedForm(
                        "cards",
                        headers,
                        errors -> page(id, CohortCards.Position.START, ReplacementQuestion.NOTHING, errors))
                .answer(() -> issued(id, trainee, shownAt(seen, clock.instant())));
    }

    private Response issued(UUID id, List<UUID> trainees, Instant shownAt) {
        try {
            CohortCards.IssuedCards issuedCards = cards.issue(id, trainees, signedIn.id(), shownAt);
            Map<UUID, String> pins = new LinkedHashMap<>();
            issuedCards.cards().forEach(card -> pins.put(card.holder().id(), card.pin()));
            issuedCards.without().forEach(holder -> pins.put(holder.id(), NOT_MADE));
            issuedCards.refused().forEach(holder -> pins.put(holder.id(), ACCOUNT_REFUSED));
            return Response.seeOther(UriBuilder.fromPath("/cohorts/{id}/cards/printed/{sealed}")
                            .build(id, seal.seal(pins, reader(id))))
                    .build();
        } catch (CardMadeMeanwhile byAnother) {
            return question(id, trainees);
        }
    }

    /** The form field may hold any number; a time in the future or before 1970 counts as now. */
    static Instant shownAt(Long reported, Instant now) {
        return reported == null || reported < 0 || reported > now.toEpochMilli() ? now : Instant.ofEpochMilli(reported);
    }

    private static Response question(UUID id, List<UUID> chosen) {
        return Response.seeOther(UriBuilder.fromPath("/cohorts/{id}/cards")
                        .queryParam("replace", chosen.toArray())
                        .build(id))
                .build();
    }

    private ReplacementQuestion selection(UUID id, List<UUID> chosen) {
        List<UUID> ofClass =
                chosen.stream().filter(cohorts.among(id, chosen)::contains).toList();
        return ofClass.isEmpty()
                ? ReplacementQuestion.NOTHING
                : new ReplacementQuestion(ofClass, people.trainees(cards.holding(ofClass)));
    }

    private String reader(UUID cohort) {
        return cohort + " " + signedIn.id();
    }

    private TemplateInstance page(
            UUID id, CohortCards.Position after, ReplacementQuestion selection, FormErrors errors) {
        Page<CohortCards.Holder, CohortCards.Position> page = cards.page(id, after, PAGE);
        return Templates.list(
                cohorts.cohort(id),
                setup.lacking(id),
                page.rows(),
                page.next()
                        .map(last -> "/cohorts/" + id + "/cards?after=" + last.trainee() + "&card=" + last.card())
                        .orElse(""),
                selection,
                clock.instant().toEpochMilli(),
                errors);
    }
}
