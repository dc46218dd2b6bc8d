package org.tianbo.privacy.page;

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
import java.net.URI;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.tianbo.platform.data.Page;
import org.tianbo.platform.security.Roles;
import org.tianbo.platform.security.SignedIn;
import org.tianbo.platform.web.BodyLimit;
import org.tianbo.platform.web.FormErrors;
import org.tianbo.platform.web.SubmittedForm;
import org.tianbo.privacy.copy.DataCopies;
import org.tianbo.privacy.copy.DataCopy;
import org.tianbo.privacy.correction.AskedField;
import org.tianbo.privacy.correction.CorrectionDesk;
import org.tianbo.privacy.correction.CorrectionDesk.Asked;
import org.tianbo.privacy.correction.CorrectionRequest;
import org.tianbo.privacy.erasure.Erasure;
import org.tianbo.privacy.erasure.Erasures;
import org.tianbo.privacy.known.KnownData;
import org.tianbo.privacy.known.KnownKind;
import org.tianbo.privacy.known.KnownPerson;
import org.tianbo.privacy.looks.Look;
import org.tianbo.privacy.looks.LookBook;
import org.tianbo.privacy.looks.LookPlace;

/** A trainee sees what is known of them, says what is wrong, and takes it along. Always of whoever is signed in. */
@Path("/my-data")
@RolesAllowed(Roles.TRAINEE)
@Produces(MediaType.TEXT_HTML)
class MyDataPages {

    private static final String HOME = "/my-data";

    /** On a page. */
    private static final int LOOKS = 100;

    private final KnownData known;
    private final DataCopies copies;
    private final CorrectionDesk corrections;
    private final Erasures erasures;
    private final LookBook looks;
    private final SignedIn signedIn;

    MyDataPages(
            KnownData known,
            DataCopies copies,
            CorrectionDesk corrections,
            Erasures erasures,
            LookBook looks,
            SignedIn signedIn) {
        this.known = known;
        this.copies = copies;
        this.corrections = corrections;
        this.erasures = erasures;
        this.looks = looks;
        this.signedIn = signedIn;
    }

    @CheckedTemplate
    static class Templates {
        static native TemplateInstance known(
                KnownPerson person, List<KnownKind> kinds, Optional<DataCopy> copy, List<CorrectionRequest> asked);

        /** @param next the address of the next page, empty on the last */
        static native TemplateInstance looks(List<Look> looks, String next);

        static native TemplateInstance erase(Optional<Erasure> erasure, FormErrors errors);

        static native TemplateInstance correct(KnownPerson person, AskedField[] fields, FormErrors errors);
    }

    @GET
    public TemplateInstance known() {
        UUID me = signedIn.id();
        return Templates.known(
                known.person(me),
                known.kinds(me).stream().filter(kind -> kind.count() > 0).toList(),
                copies.latest(me),
                corrections.of(me));
    }

    @GET
    @Path("/correct")
    public TemplateInstance correct() {
        return correct(FormErrors.NONE);
    }

    @POST
    @Path("/correct")
    @BodyLimit(16_384)
    public Response ask(
            @FormParam("field") String field,
            @FormParam("value") String value,
            @FormParam("reason") String reason,
            @Context HttpHeaders headers) {
        return new SubmittedForm("correct", headers, this::correct)
                .with("field", field)
                .with("value", value)
                .with("reason", reason)
                .answer(() -> {
                    corrections.ask(signedIn.id(), new Asked(field, value, reason));
                    return back();
                });
    }

    @POST
    @Path("/copy")
    public Response copy() {
        copies.ask(signedIn.id());
        return back();
    }

    /** @param after where the page before ended, see {@link LookPlace#written} */
    @GET
    @Path("/looks")
    public TemplateInstance looks(@QueryParam("after") String after) {
        Page<Look, LookPlace> page = looks.of(signedIn.id(), SeenPages.placeOf(after), LOOKS);
        return Templates.looks(
                page.rows(),
                page.next()
                        .map(last -> "/my-data/looks?after=" + last.written())
                        .orElse(""));
    }

    @GET
    @Path("/erase")
    public TemplateInstance erase() {
        return erase(FormErrors.NONE);
    }

    /** They ask; an officer confirms. */
    @POST
    @Path("/erase")
    @BodyLimit(16_384)
    public Response askErasure(@FormParam("reason") String reason, @Context HttpHeaders headers) {
        return new SubmittedForm("erase", headers, this::erase)
                .with("reason", reason)
                .answer(() -> {
                    erasures.ask(signedIn.id(), reason, signedIn.id());
                    return Response.seeOther(URI.create("/my-data/erase")).build();
                });
    }

    /** Of one that others asked for too: it is about them. */
    @POST
    @Path("/erase/withdraw")
    public Response withdraw() {
        erasures.of(signedIn.id()).ifPresent(one -> erasures.withdraw(one.id(), signedIn.id()));
        return Response.seeOther(URI.create("/my-data/erase")).build();
    }

    /** The file itself; of anybody else's there is none. */
    @GET
    @Path("/copies/{id}")
    @Produces(MediaType.WILDCARD)
    public Response fetch(UUID id) {
        return Response.ok(copies.open(id, signedIn.id()), "application/zip")
                .header(HttpHeaders.CONTENT_DISPOSITION, "attachment; filename=\"my-data.zip\"")
                .header(HttpHeaders.CACHE_CONTROL, "no-store")
                .build();
    }

    private TemplateInstance erase(FormErrors errors) {
        return Templates.erase(erasures.of(signedIn.id()), errors);
    }

    private TemplateInstance correct(FormErrors errors) {
        return Templates.correct(known.person(signedIn.id()), AskedField.values(), errors);
    }

    private static Response back() {
        return Response.seeOther(URI.create(HOME)).build();
    }
}
