package org.tianbo.ledger.page;

import io.quarkus.qute.CheckedTemplate;
import io.quarkus.qute.TemplateInstance;
import jakarta.annotation.security.RolesAllowed;
import jakarta.ws.rs.FormParam;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import java.math.BigDecimal;
import java.net.URI;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.tianbo.cohort.Stage;
import org.tianbo.cohort.VerifiedMilestones;
import org.tianbo.ledger.LedgerRefused;
import org.tianbo.ledger.entry.Payment;
import org.tianbo.ledger.entry.Payments;
import org.tianbo.ledger.entry.WantedPayment;
import org.tianbo.people.People;
import org.tianbo.people.PersonView;
import org.tianbo.platform.data.Ids;
import org.tianbo.platform.data.Page;
import org.tianbo.platform.security.Roles;
import org.tianbo.platform.security.SignedIn;
import org.tianbo.platform.web.BodyLimit;
import org.tianbo.platform.web.FormErrors;
import org.tianbo.platform.web.SubmittedForm;

/** What was paid for what people have reached. Nothing is paid here; it is written down what an office has paid. */
@Path("/ledger/payments")
@RolesAllowed({Roles.OFFICER, Roles.AUDITOR})
@Produces(MediaType.TEXT_HTML)
class PaymentPages {

    private static final int PAGE = 50;
    private static final String FORM = "payment";
    private static final String LIST = "/ledger/payments";

    private final Payments payments;
    private final People people;
    private final SignedIn signedIn;

    PaymentPages(Payments payments, People people, SignedIn signedIn) {
        this.payments = payments;
        this.people = people;
        this.signedIn = signedIn;
    }

    @CheckedTemplate
    static class Templates {
        static native TemplateInstance payments(List<PaymentView> payments, String sum, String next);

        static native TemplateInstance person(
                PersonView person,
                List<PaymentView> payments,
                List<VerifiedMilestones.Reached> payable,
                boolean writes,
                FormErrors errors);
    }

    /**
     * A payment as people read it.
     *
     * @param name of who was paid
     * @param amount in yuan
     */
    record PaymentView(Payment payment, String name, Optional<Stage> stage, String amount) {}

    /** @param before number of the last one of the page before */
    @GET
    public TemplateInstance payments(@QueryParam("before") String before) {
        Page<Payment, Long> page =
                payments.page(LedgerQuery.number("before", before).orElse(Long.MAX_VALUE), PAGE);
        return Templates.payments(
                views(page.rows()),
                yuan(Long.toString(payments.sum())),
                page.next().map(last -> LIST + "?before=" + last).orElse(""));
    }

    /** What one person was paid, and what they have reached for which nothing was paid. */
    @GET
    @Path("{person}")
    public TemplateInstance person(String person) {
        return page(id(person), FormErrors.NONE);
    }

    @POST
    @Path("{person}")
    @RolesAllowed(Roles.OFFICER)
    @BodyLimit(16_384)
    public Response pay(
            String person,
            @FormParam("milestone") String milestone,
            @FormParam("amount") String amount,
            @FormParam("voucher") String voucher,
            @FormParam("paid") String paid,
            @FormParam("reason") String reason,
            @Context HttpHeaders headers) {
        UUID id = people.trainee(id(person)).id();
        return new SubmittedForm(FORM, headers, errors -> page(id, errors))
                .with("milestone", milestone)
                .with("amount", amount)
                .with("voucher", voucher)
                .with("paid", paid)
                .with("reason", reason)
                .answer(() -> {
                    long seq = payments.pay(
                            new WantedPayment(id, milestone, amount, voucher, paid, reason, signedIn.id()));
                    return Response.seeOther(URI.create("/ledger/" + seq)).build();
                });
    }

    private TemplateInstance page(UUID id, FormErrors errors) {
        PersonView person = people.trainee(id);
        return Templates.person(
                person, views(payments.of(id)), payments.payable(id), signedIn.is(Roles.OFFICER), errors);
    }

    private List<PaymentView> views(List<Payment> all) {
        Map<UUID, String> names =
                people.names(all.stream().map(Payment::person).distinct().toList());
        return all.stream()
                .map(payment -> new PaymentView(
                        payment,
                        names.getOrDefault(payment.person(), ""),
                        Stage.of(payment.milestone()),
                        yuan(payment.fen())))
                .toList();
    }

    /** A text where somebody changed the row. */
    private static String yuan(String fen) {
        return fen.matches("-?\\d{1,18}")
                ? String.format(Locale.ROOT, "%,.2f", new BigDecimal(fen).movePointLeft(2))
                : fen;
    }

    private static UUID id(String typed) {
        return Ids.parse(typed).orElseThrow(LedgerRefused::unknown);
    }
}
