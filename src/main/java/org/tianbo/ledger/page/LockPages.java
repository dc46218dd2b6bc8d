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
import java.net.URI;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.tianbo.ledger.LedgerRefused;
import org.tianbo.ledger.chain.Lock;
import org.tianbo.ledger.chain.Locking;
import org.tianbo.people.People;
import org.tianbo.platform.data.Ids;
import org.tianbo.platform.data.Page;
import org.tianbo.platform.security.Roles;
import org.tianbo.platform.security.SignedIn;
import org.tianbo.platform.web.BodyLimit;
import org.tianbo.platform.web.FormErrors;
import org.tianbo.platform.web.QrCode;
import org.tianbo.platform.web.SubmittedForm;

/** Days that are locked, and the seal of each on a sheet of paper. */
@Path("/ledger/locks")
@RolesAllowed({Roles.OFFICER, Roles.AUDITOR})
@Produces(MediaType.TEXT_HTML)
class LockPages {

    private static final String FORM = "lock";
    private static final int PAGE = 30;

    private final Locking locking;
    private final People people;
    private final SignedIn signedIn;

    LockPages(Locking locking, People people, SignedIn signedIn) {
        this.locking = locking;
        this.people = people;
        this.signedIn = signedIn;
    }

    @CheckedTemplate
    static class Templates {
        static native TemplateInstance locks(List<LockView> locks, String next, boolean writes, FormErrors errors);

        static native TemplateInstance seal(LockView lock, String county, QrCode qr);
    }

    /** A lock, and the name of who locked. */
    record LockView(Lock lock, String lockedBy) {}

    /** @param before the last one on the page before; without it the latest come first */
    @GET
    public TemplateInstance locks(@QueryParam("before") String before) {
        UUID last =
                before == null || before.isEmpty() ? null : Ids.parse(before).orElseThrow(LedgerRefused::unknown);
        return page(last, FormErrors.NONE);
    }

    @POST
    @RolesAllowed(Roles.OFFICER)
    @BodyLimit(16_384)
    public Response lock(
            @FormParam("name") String name,
            @FormParam("first") String first,
            @FormParam("last") String last,
            @FormParam("reason") String reason,
            @Context HttpHeaders headers) {
        return new SubmittedForm(FORM, headers, errors -> page(null, errors))
                .with("name", name)
                .with("first", first)
                .with("last", last)
                .with("reason", reason)
                .answer(() -> {
                    UUID id = locking.lock(new Locking.Wanted(name, first, last, reason, signedIn.id()));
                    return Response.seeOther(URI.create("/ledger/locks/" + id)).build();
                });
    }

    /** The seal, to be kept on paper: as letters and as a QR of the whole hash. */
    @GET
    @Path("{id}")
    public TemplateInstance seal(String id) {
        Lock lock = locking.lock(Ids.parse(id).orElseThrow(LedgerRefused::unknown));
        String county = signedIn.county();
        return Templates.seal(
                views(List.of(lock)).get(0),
                county,
                QrCode.forPaper("%s %d %s".formatted(county, lock.seq(), lock.hash())));
    }

    private TemplateInstance page(UUID before, FormErrors errors) {
        Page<Lock, UUID> page = locking.page(before, PAGE);
        return Templates.locks(
                views(page.rows()),
                page.next().map(last -> "/ledger/locks?before=" + last).orElse(""),
                signedIn.is(Roles.OFFICER),
                errors);
    }

    private List<LockView> views(List<Lock> locks) {
        Map<UUID, String> names =
                people.names(locks.stream().map(Lock::lockedBy).distinct().toList());
        return locks.stream()
                .map(lock -> new LockView(lock, names.getOrDefault(lock.lockedBy(), "")))
                .toList();
    }
}
