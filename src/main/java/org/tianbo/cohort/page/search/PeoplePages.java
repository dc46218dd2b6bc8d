package org.tianbo.cohort.page.search;

import io.quarkus.qute.CheckedTemplate;
import io.quarkus.qute.TemplateInstance;
import io.vertx.core.http.Cookie;
import io.vertx.core.http.CookieSameSite;
import io.vertx.ext.web.RoutingContext;
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
import java.time.Duration;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.Optional;
import org.tianbo.cohort.enrolment.Cohorts;
import org.tianbo.cohort.search.FoundPerson;
import org.tianbo.cohort.search.ListPlace;
import org.tianbo.cohort.search.PeopleExports;
import org.tianbo.cohort.search.PeopleFilter;
import org.tianbo.cohort.search.PeopleSearch;
import org.tianbo.cohort.search.SavedLists;
import org.tianbo.people.People;
import org.tianbo.platform.data.Page;
import org.tianbo.platform.security.Roles;
import org.tianbo.platform.security.SignedIn;
import org.tianbo.platform.web.Language;

/** The county's desk: whom it trains. One box to find them, filters in words, columns of one's choice, files of it. */
@Path("/people")
@RolesAllowed({Roles.COORDINATOR, Roles.OFFICER, Roles.AUDITOR})
@Produces(MediaType.TEXT_HTML)
class PeoplePages {

    private static final String REMEMBERED = "people-columns";
    private static final Duration FOR_LONG = Duration.ofDays(365);

    private final PeopleSearch search;
    private final PeopleExports exports;
    private final SavedLists lists;
    private final Cohorts cohorts;
    private final People people;
    private final SignedIn signedIn;

    PeoplePages(
            PeopleSearch search,
            PeopleExports exports,
            SavedLists lists,
            Cohorts cohorts,
            People people,
            SignedIn signedIn) {
        this.search = search;
        this.exports = exports;
        this.lists = lists;
        this.cohorts = cohorts;
        this.people = people;
        this.signedIn = signedIn;
    }

    @CheckedTemplate
    static class Templates {
        static native TemplateInstance people(
                PeopleList list, PeopleForm form, List<SavedLists.View> saved, boolean mayCall);
    }

    /**
     * A page of a list.
     *
     * @param size how many are found, on all pages
     * @param next the address of the next page, empty on the last
     * @param first the address of the first page, empty on that
     * @param printed the address of the list for printing, or of its pages from there
     */
    record PeopleList(
            PeopleQuery query,
            int size,
            List<PersonCell.Listed> people,
            List<ListHead> heads,
            String next,
            String first,
            String printed) {

        /** The address of the whole list as a file. */
        public String exported(String format) {
            String list = query.list()
                    .withColumns(List.of(PeopleColumn.codes(columns())))
                    .query();
            return "/people/export" + list + "&format=" + format;
        }

        /** The query of the list's address with its columns, by which it is kept. */
        public String kept() {
            return query.list()
                    .withColumns(List.of(PeopleColumn.codes(columns())))
                    .query();
        }

        private List<PeopleColumn> columns() {
            return heads.stream().map(ListHead::column).filter(Objects::nonNull).toList();
        }
    }

    @GET
    public TemplateInstance people(
            @BeanParam PeopleQuery query, @Context HttpHeaders headers, @Context RoutingContext context) {
        boolean mayCall = mayCall();
        refuseUnknown(query);
        List<PeopleColumn> columns = columns(query, context);
        PeopleFilter filter = query.filter(mayCall);
        Page<FoundPerson, ListPlace> page = search.page(filter, query.order(), query.start(), query.size());
        PeopleWords words = PeopleWords.in(Language.of(headers));
        List<ListHead> heads = ListHead.of(query, columns, words.own());
        boolean whole = query.start().isEmpty() && page.next().isEmpty();
        PeopleList list = new PeopleList(
                query,
                whole ? page.rows().size() : search.count(filter),
                page.rows().stream()
                        .map(person -> PersonCell.listed(person, heads, words))
                        .toList(),
                heads,
                page.next().map(place -> query.from(place).address()).orElse(""),
                query.start().map(place -> query.without("after").address()).orElse(""),
                (query.isLong() ? query.inPages() : query.forPrinting()).address());
        PeopleForm form = PeopleForm.of(query, search.choices(), words, columns, mayCall);
        return Templates.people(list, form, lists.of(signedIn.id()), mayCall);
    }

    /** @param format {@code xlsx} or {@code csv} */
    @POST
    @Path("export")
    @Produces(MediaType.WILDCARD)
    public Response export(
            @BeanParam PeopleQuery query,
            @QueryParam("format") String format,
            @Context HttpHeaders headers,
            @Context RoutingContext context) {
        refuseUnknown(query);
        PeopleExports.Format kind = "csv".equals(format) ? PeopleExports.Format.CSV : PeopleExports.Format.XLSX;
        List<PeopleColumn> columns = columns(query, context);
        PeopleFile file = new PeopleFile(kind, columns, PeopleWords.in(Language.of(headers)));
        PeopleExports.Export export = new PeopleExports.Export(
                query.filter(mayCall()),
                query.order(),
                kind,
                query.list().query(),
                PeopleColumn.codes(columns),
                signedIn.id());
        return Response.ok(exports.export(export, file), file.type())
                .header(
                        HttpHeaders.CONTENT_DISPOSITION,
                        "attachment; filename=\"people." + kind.name().toLowerCase(Locale.ROOT) + "\"")
                .header(HttpHeaders.CACHE_CONTROL, "no-store")
                .build();
    }

    /** A class, or a mentor, of another county is no empty list but not there. */
    private void refuseUnknown(PeopleQuery query) {
        query.cohortId().ifPresent(cohorts::require);
        query.mentorId().ifPresent(people::trainee);
    }

    /** Those of the address, which this browser is to remember; else the remembered ones; else the usual ones. */
    private List<PeopleColumn> columns(PeopleQuery query, RoutingContext context) {
        Optional<Cookie> remembered = Optional.ofNullable(context.request().getCookie(REMEMBERED));
        List<PeopleColumn> columns;
        if (query.columns().isEmpty()) {
            columns = remembered
                    .map(cookie -> PeopleColumn.of(List.of(cookie.getValue().replace('.', ','))))
                    .orElse(PeopleColumn.USUAL);
        } else {
            columns = PeopleColumn.of(query.columns());
            context.response()
                    .addCookie(Cookie.cookie(
                                    REMEMBERED, PeopleColumn.codes(columns).replace(',', '.'))
                            .setPath("/people")
                            .setHttpOnly(true)
                            .setSameSite(CookieSameSite.LAX)
                            .setMaxAge(FOR_LONG.toSeconds()));
        }
        return mayCall()
                ? columns
                : columns.stream()
                        .filter(column -> column != PeopleColumn.PHONE)
                        .toList();
    }

    /** An auditor checks numbers; those who look after people have their phones. */
    private boolean mayCall() {
        return signedIn.is(Roles.COORDINATOR) || signedIn.is(Roles.OFFICER);
    }
}
