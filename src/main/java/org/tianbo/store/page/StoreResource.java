package org.tianbo.store.page;

import com.fasterxml.jackson.annotation.JsonProperty;
import jakarta.annotation.security.RolesAllowed;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.DefaultValue;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.MediaType;
import java.io.InputStream;
import java.time.Clock;
import java.util.List;
import java.util.Locale;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.media.Content;
import org.eclipse.microprofile.openapi.annotations.media.ExampleObject;
import org.eclipse.microprofile.openapi.annotations.parameters.Parameter;
import org.eclipse.microprofile.openapi.annotations.parameters.RequestBody;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.jboss.resteasy.reactive.RestResponse;
import org.tianbo.platform.security.Roles;
import org.tianbo.platform.security.SignedIn;
import org.tianbo.platform.table.rows.RejectedRowView;
import org.tianbo.platform.table.rows.TableReader;
import org.tianbo.platform.web.BodyLimit;
import org.tianbo.platform.web.Language;
import org.tianbo.platform.web.TableUpload;
import org.tianbo.store.Platform;
import org.tianbo.store.income.IncomeView;
import org.tianbo.store.income.MonthRange;
import org.tianbo.store.opening.Store;
import org.tianbo.store.orders.ImportReport;
import org.tianbo.store.orders.Orders;

/** Imports order files and reports income. */
@Path("/api/stores/{id}")
class StoreResource {

    private static final String REPORT =
            """
            {"dryRun": false, "rows": 1139, "new": 1120, "changed": 3, "unchanged": 1, "merged": 14, "earlier": 0, \
            "held": 0, "rejected":
             [{"line": 17, "field": "paid", "code": "orders.amount-not-a-number", "value": "面议",
               "message": "金额看不懂，应该像 128.00 这样。", "faults": [{"field": "paid", "code":
               "orders.amount-not-a-number", "value": "面议", "message": "金额看不懂，应该像 128.00 这样。"}]}]}
            """;

    private static final String INCOME =
            """
            {"store": "019b1c5e-7b3a-7c31-9d4e-6f0a4c2f7a10", "from": "2026-04", "to": "2026-04", "source": "confirmed",
             "buyers": 61, "repeatBuyers": 9, "months": [{"month": "2026-04", "source": "confirmed", "paidItems": 156,
             "paidFen": 1277750, "refundedItems": 20, "refundedFen": 144650, "netFen": 1133100,
             "completedNetFen": 1026030, "buyers": 61, "repeatBuyers": 9}]}
            """;

    private final Store store;
    private final Orders orders;
    private final SignedIn signedIn;
    private final Clock clock;

    StoreResource(Store store, Orders orders, SignedIn signedIn, Clock clock) {
        this.store = store;
        this.orders = orders;
        this.signedIn = signedIn;
        this.clock = clock;
    }

    /** {@link ImportReport} with words. */
    record ReportView(
            boolean dryRun,
            int rows,
            @JsonProperty("new") int added,
            int changed,
            int unchanged,
            int merged,
            int earlier,
            int held,
            List<RejectedRowView> rejected) {}

    @POST
    @Path("orders")
    @Consumes({
        TableReader.CSV,
        TableReader.XLSX,
        TableReader.OLD_EXCEL,
        MediaType.TEXT_PLAIN,
        MediaType.APPLICATION_OCTET_STREAM
    })
    @RolesAllowed({Roles.COORDINATOR, Roles.OFFICER})
    @BodyLimit(Orders.MOST_BYTES)
    @Operation(
            summary = "Take in a platform's order file",
            description =
                    "The file is the body itself, CSV (UTF-8, UTF-16 or GB18030) or XLSX of at most 16 MiB, never a"
                            + " multipart form: forms are kept on disk while they arrive, and these files carry "
                            + "buyers' names,"
                            + " phones and addresses. The same file again changes nothing. rows = new + changed + "
                            + "unchanged +"
                            + " merged + earlier + held + rejected: earlier ones were placed while the store was "
                            + "not open,"
                            + " held ones count in another store of the county until somebody decides.")
    @RequestBody(
            required = true,
            content =
                    @Content(
                            mediaType = "text/csv",
                            examples = @ExampleObject(name = "douyin", value = "主订单编号,子订单编号,…")))
    @APIResponse(
            responseCode = "200",
            content =
                    @Content(
                            mediaType = "application/json",
                            examples = @ExampleObject(name = "report", value = REPORT)))
    @APIResponse(responseCode = "404", description = "No such store in this county")
    @APIResponse(responseCode = "409", description = "The store is not open")
    @APIResponse(responseCode = "413", description = "More than 16 MiB, or too many rows")
    @APIResponse(responseCode = "422", description = "Not an order file of that platform; nothing was taken in")
    public ReportView take(
            UUID id,
            @Parameter(description = "douyin, kuaishou, jd, taobao or pinduoduo") @QueryParam("platform")
                    String platform,
            @Parameter(description = "true: tell what would come of it and keep nothing")
                    @QueryParam("dryRun")
                    @DefaultValue("false")
                    boolean dryRun,
            @Context HttpHeaders headers,
            InputStream file) {
        store.store(id);
        ImportReport report = orders.importFile(
                new Orders.OrderFileUpload(id, Platform.named(platform), file, signedIn.id()), dryRun);
        Locale locale = Language.of(headers);
        List<RejectedRowView> rejected = report.rejected().stream()
                .map(row -> RejectedRowView.of(row, locale))
                .toList();
        return new ReportView(
                report.dryRun(),
                report.rows(),
                report.added(),
                report.changed(),
                report.unchanged(),
                report.merged(),
                report.earlier(),
                report.held(),
                rejected);
    }

    @POST
    @Path("orders/rejected")
    @Consumes({
        TableReader.CSV,
        TableReader.XLSX,
        TableReader.OLD_EXCEL,
        MediaType.TEXT_PLAIN,
        MediaType.APPLICATION_OCTET_STREAM
    })
    @Produces(TableReader.CSV)
    @RolesAllowed({Roles.COORDINATOR, Roles.OFFICER})
    @BodyLimit(Orders.MOST_BYTES)
    @Operation(
            summary = "The rows of an order file that cannot be taken in, to mend",
            description =
                    "The same body as for the import, of which nothing is kept. CSV in UTF-8: the file's own header"
                            + " and rows, and why each was left out in a last column, in the reader's language.")
    public RestResponse<String> rejected(
            UUID id, @QueryParam("platform") String platform, @Context HttpHeaders headers, InputStream file) {
        store.store(id);
        Orders.OrderFileUpload upload = new Orders.OrderFileUpload(id, Platform.named(platform), file, signedIn.id());
        return TableUpload.rejectedRows(orders.rejectedRows(upload, Language.of(headers)));
    }

    @GET
    @Path("income")
    @RolesAllowed({Roles.TRAINEE, Roles.COORDINATOR, Roles.OFFICER, Roles.AUDITOR})
    @Operation(
            summary = "A store's income by month",
            description = "Months in China's time, money in fen, counted by when orders were placed. Trainees see their"
                    + " own store. Without from and to: the last twelve months.")
    @APIResponse(
            responseCode = "200",
            content =
                    @Content(
                            mediaType = "application/json",
                            examples = @ExampleObject(name = "income", value = INCOME)))
    public IncomeView income(
            UUID id,
            @Parameter(example = "2026-04") @QueryParam("from") String from,
            @Parameter(example = "2026-09") @QueryParam("to") String to) {
        if (signedIn.is(Roles.COORDINATOR) || signedIn.is(Roles.OFFICER) || signedIn.is(Roles.AUDITOR)) {
            store.store(id);
        } else {
            store.mustBelongTo(id, signedIn.id());
        }
        MonthRange range = MonthRange.requested(from, to, clock);
        return IncomeView.of(id, range, orders.months(id, range.from(), range.to()));
    }
}
