package org.tianbo.ledger.page;

import io.quarkus.qute.CheckedTemplate;
import io.quarkus.qute.TemplateInstance;
import io.quarkus.qute.i18n.Localized;
import io.quarkus.qute.i18n.MessageBundles;
import jakarta.annotation.security.RolesAllowed;
import jakarta.transaction.Transactional;
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
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.tianbo.attendance.ClassRegister;
import org.tianbo.ledger.chain.Chain;
import org.tianbo.ledger.chain.ChainHead;
import org.tianbo.ledger.chain.ChainedEntry;
import org.tianbo.ledger.entry.Entries;
import org.tianbo.ledger.entry.EntryFilter;
import org.tianbo.ledger.entry.EntryView;
import org.tianbo.ledger.entry.EntryViews;
import org.tianbo.ledger.entry.Gathering;
import org.tianbo.ledger.export.LedgerFiles;
import org.tianbo.people.People;
import org.tianbo.platform.audit.EntryKind;
import org.tianbo.platform.data.Page;
import org.tianbo.platform.jobs.Jobs;
import org.tianbo.platform.privacy.PersonalLooks;
import org.tianbo.platform.security.Roles;
import org.tianbo.platform.security.SignedIn;
import org.tianbo.platform.web.Language;

/** The county's ledger: what happened, who said so and when, and what was corrected. */
@Path("/ledger")
@RolesAllowed({Roles.OFFICER, Roles.AUDITOR})
@Produces(MediaType.TEXT_HTML)
class LedgerPages {

    private static final int PAGE = 50;

    private final Entries entries;
    private final EntryViews views;
    private final Chain chain;
    private final LedgerFiles files;
    private final ClassRegister register;
    private final People people;
    private final Jobs jobs;
    private final PersonalLooks looks;
    private final SignedIn signedIn;

    LedgerPages(
            Entries entries,
            EntryViews views,
            Chain chain,
            LedgerFiles files,
            ClassRegister register,
            People people,
            Jobs jobs,
            PersonalLooks looks,
            SignedIn signedIn) {
        this.entries = entries;
        this.views = views;
        this.chain = chain;
        this.files = files;
        this.register = register;
        this.people = people;
        this.jobs = jobs;
        this.looks = looks;
        this.signedIn = signedIn;
    }

    @CheckedTemplate
    static class Templates {
        static native TemplateInstance list(
                EntryList list, LedgerForm form, ChainHead head, boolean writes, boolean gathering);
    }

    /**
     * A page of a list.
     *
     * @param size how many are found, on all pages
     * @param next the address of the next page, empty on the last
     * @param first the address of the first page, empty on that
     * @param narrowed whether anything is left out
     */
    record EntryList(List<EntryView> entries, long size, String next, String first, boolean narrowed) {}

    /** One of a list to choose from. */
    record Option(String value, String words, boolean chosen) {}

    /** A kind to choose. */
    record KindOption(EntryKind kind, boolean chosen) {}

    /**
     * What is chosen in the list's form.
     *
     * @param personName of the person whose entries alone are shown; empty for everybody
     * @param everybody the address of the same list of everybody
     */
    record LedgerForm(
            LedgerQuery query, List<KindOption> kinds, List<Option> classes, String personName, String everybody) {

        /** The address of the whole list as a file. */
        public String exported(String format) {
            String list = query.startingBefore("").query();
            return "/ledger/export" + (list.isEmpty() ? "?" : list + "&") + "format=" + format;
        }

        public boolean corrections() {
            return LedgerQuery.YES.equals(query.corrections());
        }
    }

    /** @param gathering {@code yes} behind the button that has all gathered */
    @GET
    public TemplateInstance list(@BeanParam LedgerQuery query, @QueryParam("gathering") String gathering) {
        EntryFilter filter = known(query.filter());
        filter.person().ifPresent(person -> looks.note(PersonalLooks.What.FILE, List.of(person)));
        Page<ChainedEntry, Long> page = entries.page(filter, query.start(), PAGE);
        boolean whole = query.isFirst() && page.next().isEmpty();
        EntryList list = new EntryList(
                views.of(page.rows()),
                whole ? page.rows().size() : entries.count(filter),
                page.next()
                        .map(last -> query.startingBefore(last.toString()).address())
                        .orElse(""),
                query.isFirst() ? "" : query.startingBefore("").address(),
                filter.isNarrowed());
        return Templates.list(
                list,
                form(query, filter),
                chain.head(signedIn.county()),
                signedIn.is(Roles.OFFICER),
                LedgerQuery.YES.equals(gathering));
    }

    /** Has the ledger compared with what all features hold, and what it lacks appended. */
    @POST
    @Path("gather")
    @RolesAllowed(Roles.OFFICER)
    @Transactional
    public Response gather() {
        jobs.enqueue(Gathering.NAME, signedIn.county(), signedIn.county());
        return Response.seeOther(URI.create("/ledger?gathering=yes")).build();
    }

    /** @param format {@code xlsx} or {@code csv} */
    @POST
    @Path("export")
    @Produces(MediaType.WILDCARD)
    public Response export(
            @BeanParam LedgerQuery query, @QueryParam("format") String format, @Context HttpHeaders headers) {
        EntryFilter filter = known(query.filter());
        LedgerFile file = new LedgerFile(!"csv".equals(format), filter.kind(), words(Language.of(headers)));
        return Response.ok(files.write(filter, file, file.taken(query, signedIn.id())), file.type())
                .header(HttpHeaders.CONTENT_DISPOSITION, "attachment; filename=\"" + file.name() + "\"")
                .header(HttpHeaders.CACHE_CONTROL, "no-store")
                .build();
    }

    /** A fault where the county has no such class or nobody of that id. */
    private EntryFilter known(EntryFilter filter) {
        filter.cohort().ifPresent(register::name);
        filter.person().ifPresent(people::trainee);
        return filter;
    }

    private static LedgerMessages words(Locale locale) {
        return Locale.ENGLISH.getLanguage().equals(locale.getLanguage())
                ? MessageBundles.get(LedgerMessages.class, Localized.Literal.of(locale.getLanguage()))
                : MessageBundles.get(LedgerMessages.class);
    }

    private LedgerForm form(LedgerQuery query, EntryFilter filter) {
        List<Option> classes = register.names().entrySet().stream()
                .sorted(Map.Entry.comparingByValue(Comparator.reverseOrder()))
                .map(one -> new Option(
                        one.getKey().toString(),
                        one.getValue(),
                        filter.cohort().filter(one.getKey()::equals).isPresent()))
                .toList();
        List<KindOption> kinds = Arrays.stream(EntryKind.values())
                .map(kind ->
                        new KindOption(kind, filter.kind().filter(kind::equals).isPresent()))
                .toList();
        String name =
                filter.person().map(person -> people.trainee(person).name()).orElse("");
        return new LedgerForm(query, kinds, classes, name, query.ofAnybody().address());
    }
}
