package org.tianbo.ledger.page;

import io.quarkus.qute.CheckedTemplate;
import io.quarkus.qute.TemplateInstance;
import jakarta.annotation.security.RolesAllowed;
import jakarta.ws.rs.BeanParam;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import java.util.List;
import java.util.Optional;
import org.tianbo.attendance.ClassRegister;
import org.tianbo.ledger.entry.Entries;
import org.tianbo.ledger.entry.EntryFilter;
import org.tianbo.platform.audit.EntryKind;
import org.tianbo.platform.security.Roles;

/** How much the ledger tells of, kind by kind: each figure opens its lines, each line its evidence. */
@Path("/ledger/figures")
@RolesAllowed({Roles.OFFICER, Roles.AUDITOR})
@Produces(MediaType.TEXT_HTML)
class FigurePages {

    private final Entries entries;
    private final ClassRegister register;

    FigurePages(Entries entries, ClassRegister register) {
        this.entries = entries;
        this.register = register;
    }

    @CheckedTemplate
    static class Templates {
        static native TemplateInstance figures(List<FigureView> figures, LedgerQuery query, String className);
    }

    /**
     * The figures of one kind.
     *
     * @param lines the address of the list of its entries
     * @param corrections the address of the list of its corrections
     */
    record FigureView(Entries.Figure figure, EntryKind kind, String lines, String corrections) {}

    /** Of the days and the class of the query alone, where it names any. */
    @GET
    public TemplateInstance figures(@BeanParam LedgerQuery query) {
        EntryFilter filter = query.filter();
        String className = filter.cohort().map(register::name).orElse("");
        return Templates.figures(
                entries.figures(filter).stream()
                        .flatMap(figure -> view(query, figure).stream())
                        .toList(),
                query,
                className);
    }

    private static Optional<FigureView> view(LedgerQuery query, Entries.Figure figure) {
        return EntryKind.of(figure.kind())
                .map(kind -> new FigureView(
                        figure,
                        kind,
                        query.of(kind, "").address(),
                        query.of(kind, LedgerQuery.YES).address()));
    }
}
