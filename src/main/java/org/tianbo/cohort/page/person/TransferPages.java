package org.tianbo.cohort.page.person;

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
import java.time.LocalDate;
import java.time.format.DateTimeParseException;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.Optional;
import java.util.UUID;
import org.jboss.resteasy.reactive.RestForm;
import org.tianbo.cohort.enrolment.CohortView;
import org.tianbo.cohort.enrolment.Cohorts;
import org.tianbo.cohort.transfer.Arrivals;
import org.tianbo.cohort.transfer.Transfer;
import org.tianbo.cohort.transfer.Transfers;
import org.tianbo.people.Counties.CountyView;
import org.tianbo.people.People;
import org.tianbo.people.PersonEdits;
import org.tianbo.people.PersonView;
import org.tianbo.platform.data.Ids;
import org.tianbo.platform.data.Page;
import org.tianbo.platform.security.Roles;
import org.tianbo.platform.security.SignedIn;
import org.tianbo.platform.web.FormErrors;
import org.tianbo.platform.web.Language;
import org.tianbo.platform.web.SubmittedForm;

/** Transfers on the desks of both counties: the old one begins and takes back, the new one decides. */
@Path("/transfers")
@RolesAllowed({Roles.OFFICER, Roles.AUDITOR})
@Produces(MediaType.TEXT_HTML)
class TransferPages {

    private static final int PAGE = 50;
    private static final int MOST_CLASSES = 500;

    private final Transfers transfers;
    private final Arrivals arrivals;
    private final Cohorts cohorts;
    private final People people;
    private final PersonEdits edits;
    private final SignedIn signedIn;

    TransferPages(
            Transfers transfers,
            Arrivals arrivals,
            Cohorts cohorts,
            People people,
            PersonEdits edits,
            SignedIn signedIn) {
        this.transfers = transfers;
        this.arrivals = arrivals;
        this.cohorts = cohorts;
        this.people = people;
        this.edits = edits;
        this.signedIn = signedIn;
    }

    @CheckedTemplate
    static class Templates {
        static native TemplateInstance list(List<Transfer> transfers, String next);

        static native TemplateInstance ask(PersonView trainee, UUID id, List<CountyView> counties, FormErrors errors);

        static native TemplateInstance transfer(Sheet sheet, FormErrors errors);
    }

    /**
     * A transfer, and what the receiving county chooses from.
     *
     * @param other name of the other county
     * @param writes whether the reader decides
     */
    record Sheet(
            Transfer one,
            String other,
            boolean writes,
            List<CohortView> classes,
            List<PersonEdits.VillageChoice> villages,
            List<PersonView> alike) {}

    /** @param before the last one of the page before */
    @GET
    public TemplateInstance list(@QueryParam("before") UUID before) {
        Page<Transfer, UUID> page = transfers.page(Optional.ofNullable(before), PAGE);
        return Templates.list(
                page.rows(),
                page.next().map(last -> "/transfers?before=" + last).orElse(""));
    }

    @GET
    @Path("new")
    @RolesAllowed(Roles.OFFICER)
    public Response ask(@QueryParam("person") UUID person, @Context HttpHeaders headers) {
        Optional<Transfer> open = transfers.openOf(person);
        return open.isPresent()
                ? to(open.get().id())
                : Response.ok(askPage(person, Ids.next(), FormErrors.NONE)
                                .setLocale(Language.of(headers))
                                .render())
                        .build();
    }

    /** @param transfer the id it is to have, so that a form sent twice asks once */
    @POST
    @RolesAllowed(Roles.OFFICER)
    public Response asked(
            @RestForm UUID transfer,
            @RestForm UUID person,
            @RestForm String to,
            @RestForm String reason,
            @Context HttpHeaders headers) {
        UUID id = Objects.requireNonNullElseGet(transfer, Ids::next);
        return new SubmittedForm("ask", headers, errors -> askPage(person, id, errors))
                .with("to", to)
                .with("reason", reason)
                .answer(() -> {
                    transfers.ask(id, person, to, reason, signedIn.id());
                    return to(id);
                });
    }

    @GET
    @Path("{id}")
    public TemplateInstance transfer(UUID id, @Context HttpHeaders headers) {
        return page(id, FormErrors.NONE, Language.of(headers));
    }

    @POST
    @Path("{id}/paper")
    @RolesAllowed(Roles.OFFICER)
    public Response paper(UUID id, @RestForm String signedOn, @RestForm String paper, @Context HttpHeaders headers) {
        return form("paper", id, headers)
                .with("signedOn", signedOn)
                .with("paper", paper)
                .answer(() -> {
                    transfers.consentOnPaper(id, day(signedOn), paper, signedIn.id());
                    return to(id);
                });
    }

    @POST
    @Path("{id}/take-back")
    @RolesAllowed(Roles.OFFICER)
    public Response takeBack(UUID id, @RestForm String reason, @Context HttpHeaders headers) {
        return form("take-back", id, headers).with("reason", reason).answer(() -> {
            transfers.takeBack(id, reason, signedIn.id());
            return to(id);
        });
    }

    @POST
    @Path("{id}/accept")
    @RolesAllowed(Roles.OFFICER)
    public Response accept(
            UUID id,
            @RestForm String cohort,
            @RestForm String village,
            @RestForm String idNumber,
            @RestForm String same,
            @Context HttpHeaders headers) {
        return form("accept", id, headers).with("idNumber", idNumber).answer(() -> {
            arrivals.accept(
                    id,
                    new Arrivals.Choice(
                            id(cohort),
                            id(village),
                            Optional.ofNullable(idNumber).map(String::strip).filter(text -> !text.isEmpty()),
                            id(same)),
                    signedIn.id());
            return to(id);
        });
    }

    @POST
    @Path("{id}/refuse")
    @RolesAllowed(Roles.OFFICER)
    public Response refuse(UUID id, @RestForm String reason, @Context HttpHeaders headers) {
        return form("refuse", id, headers).with("reason", reason).answer(() -> {
            arrivals.refuse(id, reason, signedIn.id());
            return to(id);
        });
    }

    private SubmittedForm form(String name, UUID id, HttpHeaders headers) {
        return new SubmittedForm(name, headers, errors -> page(id, errors, Language.of(headers)));
    }

    private TemplateInstance askPage(UUID person, UUID id, FormErrors errors) {
        return Templates.ask(people.trainee(person), id, transfers.others(), errors);
    }

    private TemplateInstance page(UUID id, FormErrors errors, Locale locale) {
        Transfer one = transfers.one(id);
        boolean deciding = !one.outgoing() && one.isConsented();
        return Templates.transfer(
                new Sheet(
                        one,
                        Locale.ENGLISH.getLanguage().equals(locale.getLanguage()) ? one.otherEn() : one.otherZh(),
                        signedIn.is(Roles.OFFICER),
                        deciding ? cohorts.page(Optional.empty(), MOST_CLASSES).rows() : List.of(),
                        deciding ? edits.villages() : List.of(),
                        deciding ? arrivals.alike(one) : List.of()),
                errors);
    }

    private static Response to(UUID id) {
        return Response.seeOther(URI.create("/transfers/" + id)).build();
    }

    private static Optional<UUID> id(String sent) {
        return Ids.parse(Objects.toString(sent, ""));
    }

    private static Optional<LocalDate> day(String typed) {
        try {
            return Optional.of(LocalDate.parse(Objects.toString(typed, "")));
        } catch (DateTimeParseException none) {
            return Optional.empty();
        }
    }
}
