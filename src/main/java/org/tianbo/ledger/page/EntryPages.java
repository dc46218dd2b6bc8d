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
import org.tianbo.ledger.LedgerRefused;
import org.tianbo.ledger.chain.ChainedEntry;
import org.tianbo.ledger.entry.Corrections;
import org.tianbo.ledger.entry.Entries;
import org.tianbo.ledger.entry.EntryView;
import org.tianbo.ledger.entry.EntryViews;
import org.tianbo.platform.audit.EntryField;
import org.tianbo.platform.data.Page;
import org.tianbo.platform.security.Roles;
import org.tianbo.platform.security.SignedIn;
import org.tianbo.platform.web.BodyLimit;
import org.tianbo.platform.web.FormErrors;
import org.tianbo.platform.web.SubmittedForm;

/** One entry: what it says, what was said of the same thing before and after, and where to look at the thing itself. */
@Path("/ledger/{seq:\\d{1,18}}")
@RolesAllowed({Roles.OFFICER, Roles.AUDITOR})
@Produces(MediaType.TEXT_HTML)
class EntryPages {

    private static final String FORM = "correction";

    /** Of one thing; more corrections nobody reads on a page. */
    private static final int HISTORY = 50;

    private final Entries entries;
    private final EntryViews views;
    private final Corrections corrections;
    private final SignedIn signedIn;

    EntryPages(Entries entries, EntryViews views, Corrections corrections, SignedIn signedIn) {
        this.entries = entries;
        this.views = views;
        this.corrections = corrections;
        this.signedIn = signedIn;
    }

    @CheckedTemplate
    static class Templates {
        static native TemplateInstance entry(
                EntryView entry,
                List<EntryView> history,
                String earlier,
                List<EntryField> correctable,
                String canonical,
                FormErrors errors);
    }

    /** @param before number of the last entry on the page before of what was written about the same thing */
    @GET
    public TemplateInstance entry(long seq, @QueryParam("before") String before) {
        return page(seq, LedgerQuery.number("before", before).orElse(Long.MAX_VALUE), FormErrors.NONE);
    }

    @POST
    @Path("corrections")
    @RolesAllowed(Roles.OFFICER)
    @BodyLimit(16_384)
    public Response correct(
            long seq,
            @FormParam("field") String field,
            @FormParam("value") String value,
            @FormParam("reason") String reason,
            @Context HttpHeaders headers) {
        return new SubmittedForm(FORM, headers, errors -> page(seq, Long.MAX_VALUE, errors))
                .with("field", field)
                .with("value", value)
                .with("reason", reason)
                .answer(() -> {
                    corrections.correct(seq, new Corrections.Wanted(field, value, reason, signedIn.id()));
                    return Response.seeOther(URI.create("/ledger/" + seq)).build();
                });
    }

    private TemplateInstance page(long seq, long before, FormErrors errors) {
        ChainedEntry entry = entries.entry(seq);
        Page<ChainedEntry, Long> history = entries.latestOfSameThing(entry, before, HISTORY);
        EntryView view = views.of(List.of(entry)).stream().findFirst().orElseThrow(LedgerRefused::unknown);
        return Templates.entry(
                view,
                views.of(history.rows()),
                history.next().map(last -> "/ledger/" + seq + "?before=" + last).orElse(""),
                signedIn.is(Roles.OFFICER) ? Corrections.correctable(view.kind()) : List.of(),
                entry.canonical(),
                errors);
    }
}
