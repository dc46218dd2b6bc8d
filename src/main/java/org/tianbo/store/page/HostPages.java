package org.tianbo.store.page;

import io.quarkus.qute.CheckedTemplate;
import io.quarkus.qute.TemplateInstance;
import jakarta.annotation.security.RolesAllowed;
import jakarta.ws.rs.ForbiddenException;
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
import java.time.YearMonth;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.Stream;
import org.jboss.resteasy.reactive.RestForm;
import org.tianbo.people.StaffVillages;
import org.tianbo.platform.data.Page;
import org.tianbo.platform.security.Roles;
import org.tianbo.platform.security.SignedIn;
import org.tianbo.platform.web.FormErrors;
import org.tianbo.platform.web.Language;
import org.tianbo.platform.web.SubmittedForm;
import org.tianbo.platform.web.TableDownload;
import org.tianbo.store.Platform;
import org.tianbo.store.StoreRefused;
import org.tianbo.store.hosts.HostAccounts;
import org.tianbo.store.hosts.HostedNumbers;
import org.tianbo.store.hosts.HostedSales;
import org.tianbo.store.hosts.Whose;
import org.tianbo.store.income.MonthRange;

/** What was sold through whose accounts: the numbers, the accounts behind each, and what is said of an account. */
@Path(HostAddresses.PATH)
@RolesAllowed({Roles.COORDINATOR, Roles.OFFICER, Roles.AUDITOR})
@Produces(MediaType.TEXT_HTML)
class HostPages {

    private static final int PAGE = 100;

    private final HostedSales sales;
    private final HostAccounts accounts;
    private final StaffVillages villages;
    private final SignedIn signedIn;

    HostPages(HostedSales sales, HostAccounts accounts, StaffVillages villages, SignedIn signedIn) {
        this.sales = sales;
        this.accounts = accounts;
        this.villages = villages;
        this.signedIn = signedIn;
    }

    @CheckedTemplate
    static class Templates {

        static native TemplateInstance numbers(
                HostedNumbers numbers, List<Whose> kinds, int fewest, YearMonth from, YearMonth to);

        static native TemplateInstance lines(LineList list);

        /** @param next the address of the next page of stores, empty on the last */
        static native TemplateInstance account(
                HostAccounts.Account account, String next, List<Whose> kinds, boolean writes, FormErrors errors);
    }

    /**
     * The list behind a number.
     *
     * @param next the address of the next page, empty on the last
     */
    record LineList(Whose whose, YearMonth from, YearMonth to, List<Line> lines, String next) {}

    /** @param account its address, empty where there is none */
    record Line(HostedSales.Line sold, String account) {

        static Line of(HostedSales.Line sold) {
            return new Line(sold, sold.host().isEmpty() ? "" : HostAddresses.ofAccount(sold.platform(), sold.host()));
        }
    }

    @GET
    public TemplateInstance numbers() {
        refuseUnlessWhole();
        return Templates.numbers(
                sales.numbers(), List.of(Whose.values()), HostedNumbers.ENOUGH, sales.from(), sales.to());
    }

    /** A row for each month and one for all, a column for each kind of owner; money in yuan. */
    @GET
    @Path("numbers." + TableDownload.FORMAT)
    @Produces({TableDownload.CSV, TableDownload.XLSX})
    public Response file(String format, @Context HttpHeaders headers) {
        refuseUnlessWhole();
        HostAccountMessages words = TableDownload.words(HostAccountMessages.class, Language.of(headers));
        HostedNumbers numbers = sales.numbers();
        TableDownload file = new TableDownload(
                words.title(),
                Stream.concat(
                                Stream.of(words.month()),
                                Arrays.stream(Whose.values()).map(words::whoseIs))
                        .toList());
        numbers.months().forEach(month -> file.row(row(month.toString(), month, numbers)));
        file.row(row(words.together(), null, numbers));
        return file.as(format, "hosts");
    }

    /**
     * The accounts and stores behind a number.
     *
     * @param whose see {@link Whose#code}
     * @param month empty for all
     * @param after the last line of the page before
     */
    @GET
    @Path("lines")
    public TemplateInstance lines(
            @QueryParam("whose") String whose, @QueryParam("month") String month, @QueryParam("after") String after) {
        refuseUnlessWhole();
        Whose asked = Whose.of(whose).orElseThrow(() -> StoreRefused.wrong("whose", "store.whose-missing"));
        Optional<YearMonth> of = month(month);
        Page<HostedSales.Line, HostedSales.Place> page =
                sales.page(asked, of, HostAddresses.place(Objects.requireNonNullElse(after, "")), PAGE);
        return Templates.lines(new LineList(
                asked,
                of.orElse(sales.from()),
                of.orElse(sales.to()),
                page.rows().stream().map(Line::of).toList(),
                page.next()
                        .map(place -> HostAddresses.ofLines(asked, of) + "&after=" + HostAddresses.written(place))
                        .orElse("")));
    }

    /** @param after the last store of the page before */
    @GET
    @Path("account")
    public TemplateInstance account(
            @QueryParam("platform") String platform, @QueryParam("host") String host, @QueryParam("after") UUID after) {
        refuseUnlessWhole();
        return page(platform, host, Optional.ofNullable(after), FormErrors.NONE);
    }

    @POST
    @Path("account")
    @RolesAllowed(Roles.OFFICER)
    public Response say(
            @RestForm String platform,
            @RestForm String host,
            @RestForm String whose,
            @RestForm String reason,
            @Context HttpHeaders headers) {
        return new SubmittedForm("whose", headers, errors -> page(platform, host, Optional.empty(), errors))
                .with("whose", whose)
                .with("reason", reason)
                .answer(() -> {
                    Platform of = Platform.named(platform);
                    accounts.say(
                            of,
                            Objects.requireNonNullElse(host, ""),
                            Whose.of(whose).orElse(null),
                            reason,
                            signedIn.id());
                    return Response.seeOther(URI.create(HostAddresses.ofAccount(of, host)))
                            .build();
                });
    }

    private TemplateInstance page(String platform, String host, Optional<UUID> after, FormErrors errors) {
        Platform of = Platform.named(platform);
        HostAccounts.Account account = accounts.account(of, Objects.requireNonNullElse(host, ""), after, PAGE);
        return Templates.account(
                account,
                account.stores()
                        .next()
                        .map(last -> HostAddresses.ofAccount(of, host) + "&after=" + last)
                        .orElse(""),
                Whose.SAYABLE,
                signedIn.is(Roles.OFFICER),
                errors);
    }

    private static Object[] row(String name, YearMonth month, HostedNumbers numbers) {
        List<Object> cells = new ArrayList<>();
        cells.add(name);
        for (Whose whose : Whose.values()) {
            HostedNumbers.Sum sum = month == null ? numbers.of(whose) : numbers.of(month, whose);
            cells.add(BigDecimal.valueOf(sum.fen(), 2));
        }
        return cells.toArray();
    }

    private static Optional<YearMonth> month(String typed) {
        return Optional.ofNullable(MonthRange.month("month", typed, null));
    }

    /** The whole county's sales are not for whoever sees a part of it. */
    private void refuseUnlessWhole() {
        if (!villages.mine().all()) {
            throw new ForbiddenException();
        }
    }
}
