package org.tianbo.ledger.page;

import io.quarkus.qute.CheckedTemplate;
import io.quarkus.qute.TemplateInstance;
import jakarta.annotation.security.RolesAllowed;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.MediaType;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.tianbo.ledger.LedgerRefused;
import org.tianbo.ledger.export.TakenAlong;
import org.tianbo.people.People;
import org.tianbo.platform.data.Ids;
import org.tianbo.platform.data.Page;
import org.tianbo.platform.security.Roles;

/** Who took which entries along as a file. */
@Path("/ledger/taken")
@RolesAllowed({Roles.OFFICER, Roles.AUDITOR})
@Produces(MediaType.TEXT_HTML)
class TakenPages {

    private static final int PAGE = 50;

    private final TakenAlong taken;
    private final People people;

    TakenPages(TakenAlong taken, People people) {
        this.taken = taken;
        this.people = people;
    }

    @CheckedTemplate
    static class Templates {
        static native TemplateInstance taken(List<TakenView> files, String next);
    }

    /**
     * A file, and the name of who took it.
     *
     * @param address of the list that it holds
     */
    record TakenView(TakenAlong.Taken taken, String by, String address) {}

    /** @param before the last one of the page before */
    @GET
    public TemplateInstance taken(@QueryParam("before") String before) {
        UUID last =
                before == null || before.isEmpty() ? null : Ids.parse(before).orElseThrow(LedgerRefused::unknown);
        Page<TakenAlong.Taken, UUID> page = taken.page(last, PAGE);
        Map<UUID, String> names = people.names(
                page.rows().stream().map(one -> one.export().by()).distinct().toList());
        return Templates.taken(
                page.rows().stream()
                        .map(one -> new TakenView(
                                one,
                                names.getOrDefault(one.export().by(), ""),
                                "/ledger" + one.export().list()))
                        .toList(),
                page.next().map(id -> "/ledger/taken?before=" + id).orElse(""));
    }
}
