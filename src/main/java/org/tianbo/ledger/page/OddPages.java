package org.tianbo.ledger.page;

import io.quarkus.qute.CheckedTemplate;
import io.quarkus.qute.TemplateInstance;
import jakarta.annotation.security.RolesAllowed;
import jakarta.transaction.Transactional;
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
import java.time.Instant;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Stream;
import org.tianbo.attendance.ClassRegister;
import org.tianbo.ledger.LedgerRefused;
import org.tianbo.ledger.flag.LookForOddThings;
import org.tianbo.ledger.flag.OddFlag;
import org.tianbo.ledger.flag.OddFlags;
import org.tianbo.people.People;
import org.tianbo.platform.data.Ids;
import org.tianbo.platform.data.Page;
import org.tianbo.platform.jobs.Jobs;
import org.tianbo.platform.security.Roles;
import org.tianbo.platform.security.SignedIn;
import org.tianbo.platform.web.BodyLimit;
import org.tianbo.platform.web.FormErrors;
import org.tianbo.platform.web.SubmittedForm;

/** What is odd about attendance and photos: an officer looks at it and says what it turned out to be. */
@Path("/ledger/flags")
@RolesAllowed({Roles.OFFICER, Roles.AUDITOR})
@Produces(MediaType.TEXT_HTML)
class OddPages {

    private static final int PAGE = 30;
    private static final String LIST = "/ledger/flags";

    private final OddFlags flags;
    private final LookForOddThings looks;
    private final People people;
    private final ClassRegister register;
    private final Jobs jobs;
    private final SignedIn signedIn;

    OddPages(
            OddFlags flags,
            LookForOddThings looks,
            People people,
            ClassRegister register,
            Jobs jobs,
            SignedIn signedIn) {
        this.flags = flags;
        this.looks = looks;
        this.people = people;
        this.register = register;
        this.jobs = jobs;
        this.signedIn = signedIn;
    }

    @CheckedTemplate
    static class Templates {
        static native TemplateInstance flags(
                List<FlagView> lines, OddList list, boolean mayDecide, boolean looking, FormErrors errors);
    }

    /**
     * A flag with the names that people have today.
     *
     * @param className empty where it belongs to no class
     * @param decidedBy empty while nobody has decided
     */
    record FlagView(OddFlag flag, List<Person> people, String className, String decidedBy) {}

    /** Somebody whom a flag is about. */
    record Person(UUID id, String name) {}

    /**
     * What is listed.
     *
     * @param open how many wait, on all pages
     * @param next the address of the next page, empty on the last
     * @param lastLook empty while nobody has looked
     */
    record OddList(boolean decided, long open, String next, Optional<Instant> lastLook) {}

    /**
     * @param decided those that were decided
     * @param after the last one of the page before
     * @param looking {@code yes} behind the button that has looked once more
     */
    @GET
    public TemplateInstance flags(
            @QueryParam("decided") boolean decided,
            @QueryParam("after") String after,
            @QueryParam("looking") String looking) {
        Optional<UUID> last = after == null || after.isEmpty()
                ? Optional.empty()
                : Optional.of(Ids.parse(after).orElseThrow(LedgerRefused::unknown));
        return page(flags.page(decided, last, PAGE), decided, LedgerQuery.YES.equals(looking), FormErrors.NONE);
    }

    /** Has everything looked at that came since it was last looked at. */
    @POST
    @Path("look")
    @RolesAllowed(Roles.OFFICER)
    @Transactional
    public Response look() {
        jobs.enqueue(LookForOddThings.NAME, signedIn.county(), signedIn.county());
        return Response.seeOther(URI.create(LIST + "?looking=yes")).build();
    }

    @POST
    @Path("{flag}/decision")
    @RolesAllowed(Roles.OFFICER)
    @BodyLimit(16_384)
    public Response decide(
            String flag,
            @FormParam("decision") String decision,
            @FormParam("reason") String reason,
            @Context HttpHeaders headers) {
        UUID id = Ids.parse(flag).orElseThrow(LedgerRefused::unknown);
        return new SubmittedForm(
                        flag,
                        headers,
                        errors -> page(new Page<>(List.of(flags.flag(id)), Optional.empty()), false, false, errors))
                .with("reason", reason)
                .answer(() -> {
                    flags.decide(id, decisionOf(decision), reason, signedIn.id());
                    return Response.seeOther(URI.create(LIST)).build();
                });
    }

    private TemplateInstance page(Page<OddFlag, UUID> page, boolean decided, boolean looking, FormErrors errors) {
        Set<UUID> ids = new HashSet<>();
        page.rows().forEach(flag -> {
            ids.addAll(flag.people());
            Stream.ofNullable(flag.decidedBy()).forEach(ids::add);
        });
        Map<UUID, String> names = people.names(ids);
        Map<UUID, String> classes = register.names();
        List<FlagView> lines = page.rows().stream()
                .map(flag -> new FlagView(
                        flag,
                        flag.people().stream()
                                .map(id -> new Person(id, names.getOrDefault(id, "")))
                                .toList(),
                        flag.cohort() == null ? "" : classes.getOrDefault(flag.cohort(), ""),
                        flag.decidedBy() == null ? "" : names.getOrDefault(flag.decidedBy(), "")))
                .toList();
        String next = page.next()
                .map(last -> LIST + "?decided=" + decided + "&after=" + last)
                .orElse("");
        return Templates.flags(
                lines,
                new OddList(decided, flags.open(), next, looks.lastLook()),
                signedIn.is(Roles.OFFICER),
                looking,
                errors);
    }

    private static OddFlag.Decision decisionOf(String typed) {
        return Stream.of(OddFlag.Decision.values())
                .filter(one -> one.name().equals(typed))
                .findFirst()
                .orElse(null);
    }
}
