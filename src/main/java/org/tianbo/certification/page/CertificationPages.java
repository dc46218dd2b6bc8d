package org.tianbo.certification.page;

import io.quarkus.qute.CheckedTemplate;
import io.quarkus.qute.TemplateInstance;
import jakarta.annotation.security.RolesAllowed;
import jakarta.ws.rs.BeanParam;
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
import java.util.Optional;
import java.util.UUID;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jboss.resteasy.reactive.RestForm;
import org.tianbo.certification.certificate.Candidate;
import org.tianbo.certification.certificate.Certification;
import org.tianbo.certification.certificate.CertificationLists;
import org.tianbo.certification.certificate.IssuedCertificate;
import org.tianbo.certification.criteria.CertificationCriteria;
import org.tianbo.learning.LearningProgress;
import org.tianbo.platform.data.Page;
import org.tianbo.platform.security.FreshSignIn;
import org.tianbo.platform.security.Roles;
import org.tianbo.platform.security.SignedIn;
import org.tianbo.platform.web.FormErrors;
import org.tianbo.platform.web.SubmittedForm;

/** The examiner's desk: who is ready and why, who holds a certificate. */
@Path("/certification")
@RolesAllowed({Roles.COORDINATOR, Roles.OFFICER})
@Produces(MediaType.TEXT_HTML)
class CertificationPages {

    private static final int PAGE = 50;

    private final Certification certification;
    private final CertificationLists lists;
    private final LearningProgress learning;
    private final SignedIn signedIn;

    CertificationPages(
            Certification certification, CertificationLists lists, LearningProgress learning, SignedIn signedIn) {
        this.certification = certification;
        this.lists = lists;
        this.learning = learning;
        this.signedIn = signedIn;
    }

    /** Where the pages of both lists begin: after this row; null on the first page. */
    record ListPositions(@QueryParam("ready") UUID ready, @QueryParam("issued") UUID issued) {

        ListPositions ready(UUID last) {
            return new ListPositions(last, issued);
        }

        ListPositions issued(UUID last) {
            return new ListPositions(ready, last);
        }

        /** The query of an address, with its question mark; empty for the first pages. */
        public String query() {
            String both = Stream.of(parameter("ready", ready), parameter("issued", issued))
                    .filter(each -> !each.isEmpty())
                    .collect(Collectors.joining("&"));
            return both.isEmpty() ? "" : "?" + both;
        }

        private static String parameter(String name, UUID last) {
            return last == null ? "" : name + "=" + last;
        }
    }

    /** One of the lists; {@code next} is the address of its next page, empty on the last. */
    record ListPage<T>(List<T> rows, String next) {}

    @CheckedTemplate
    static class Templates {
        static native TemplateInstance desk(
                CertificationCriteria criteria,
                ListPage<Candidate> candidates,
                Map<UUID, Long> hurried,
                ListPage<IssuedCertificate> issued,
                ListPositions turned,
                boolean writes,
                FormErrors errors);
    }

    @GET
    @RolesAllowed({Roles.COORDINATOR, Roles.OFFICER, Roles.AUDITOR})
    public TemplateInstance desk(@BeanParam ListPositions positions) {
        return page(positions, FormErrors.NONE);
    }

    @POST
    @Path("{trainee}/pass")
    @FreshSignIn
    public Response pass(UUID trainee, @BeanParam ListPositions positions, @Context HttpHeaders headers) {
        return form(trainee.toString(), positions, headers).answer(() -> {
            lists.mustBeSeen(trainee);
            certification.pass(trainee, signedIn.id());
            return backTo(positions);
        });
    }

    @POST
    @Path("{serial}/revoke")
    @FreshSignIn
    @RolesAllowed(Roles.OFFICER)
    public Response revoke(
            String serial, @RestForm String reason, @BeanParam ListPositions positions, @Context HttpHeaders headers) {
        return form(serial, positions, headers).with("reason", reason).answer(() -> {
            certification.revoke(serial, reason, signedIn.id());
            return backTo(positions);
        });
    }

    private SubmittedForm form(String name, ListPositions positions, HttpHeaders headers) {
        return new SubmittedForm(name, headers, errors -> page(positions, errors));
    }

    private static Response backTo(ListPositions positions) {
        return Response.seeOther(URI.create("/certification" + positions.query()))
                .build();
    }

    private TemplateInstance page(ListPositions positions, FormErrors errors) {
        Page<Candidate, UUID> candidates = lists.candidates(Optional.ofNullable(positions.ready()), PAGE);
        Page<IssuedCertificate, UUID> issued = lists.issued(Optional.ofNullable(positions.issued()), PAGE);
        return Templates.desk(
                certification.criteria(),
                new ListPage<>(candidates.rows(), address(candidates.next().map(positions::ready))),
                learning.hurried(candidates.rows().stream()
                        .map(candidate -> candidate.trainee().id())
                        .toList()),
                new ListPage<>(issued.rows(), address(issued.next().map(positions::issued))),
                positions,
                signedIn.is(Roles.COORDINATOR) || signedIn.is(Roles.OFFICER),
                errors);
    }

    private static String address(Optional<ListPositions> next) {
        return next.map(positions -> "/certification" + positions.query()).orElse("");
    }
}
