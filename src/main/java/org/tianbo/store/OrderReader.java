package org.tianbo.store;

import java.io.InputStream;
import java.time.DateTimeException;
import java.time.Instant;
import java.time.LocalDateTime;
import java.time.format.DateTimeFormatter;
import java.time.format.ResolverStyle;
import java.util.OptionalLong;
import java.util.function.Function;
import java.util.regex.Pattern;
import org.tianbo.people.MobileNumber;
import org.tianbo.platform.table.BrokenCell;
import org.tianbo.platform.table.Row;
import org.tianbo.platform.table.TableFacts;
import org.tianbo.platform.table.TableReader;
import org.tianbo.platform.time.Zones;

/**
 * Reads a platform's order file. Buyers' names are never looked at; their phones and addresses leave this class as keyed
 * hashes only. What cannot be understood is reported with its line and left out, never guessed.
 */
public final class OrderReader {

    /** Once a spreadsheet has shown a long number as 6.98E+18, its last digits are gone for good. */
    private static final Pattern CUT_BY_SPREADSHEET = Pattern.compile("\\d(\\.\\d+)?[Ee]\\+?\\d+");

    private static final Pattern BLANKS = Pattern.compile("[\\s\\p{Z}]+");

    private static final Pattern QUANTITY = Pattern.compile("[1-9]\\d{0,6}");

    private static final DateTimeFormatter TIME = DateTimeFormatter.ofPattern(
                    "[uuuu-M-d][uuuu/M/d][ ]['T']H:mm[:ss][.SSS][.S]")
            .withResolverStyle(ResolverStyle.STRICT);

    private final TableReader tables;
    private final OrderProfile profile;
    private final Function<String, String> keyedHash;

    /** @param keyedHash the county's keyed hash */
    public OrderReader(TableReader tables, Platform platform, Function<String, String> keyedHash) {
        this.tables = tables;
        this.profile = OrderProfiles.of(platform);
        this.keyedHash = keyedHash;
    }

    /** @throws org.tianbo.platform.table.UnreadableTable when the file is no order file of this platform at all */
    public OrderFile read(InputStream in) {
        OrderBook book = new OrderBook();
        TableFacts facts = tables.read(in, profile.columns(), row -> book.add(line(row)));
        int merged = facts.rows() - book.size() - facts.rejected().size();
        return new OrderFile(new OrderReport(facts.rows(), book.size(), merged, facts.rejected()), book.lines());
    }

    private OrderLine line(Row row) {
        String orderNo = number(row, "order_no", "orders.order-no-missing");
        String itemNo = itemNo(row);
        Instant orderedAt = orderedAt(row);
        OrderState state = state(row);
        AfterSale afterSale = afterSale(row);
        long paid = paid(row, state);
        return new OrderLine(
                profile.platform(),
                orderNo,
                itemNo,
                row.required("product", "orders.product-missing"),
                quantity(row),
                paid,
                refunded(row, state, afterSale, paid),
                state,
                afterSale,
                orderedAt,
                row.text("host_id"),
                row.text("host_name"),
                buyerKey(row),
                addressKey(row));
    }

    private static String number(Row row, String field, String missing) {
        String number = row.required(field, missing);
        if (CUT_BY_SPREADSHEET.matcher(number).matches()) {
            throw new BrokenCell(field, "orders.number-cut");
        }
        return number;
    }

    /** Merchants leave codes of their own empty; then the platform's number of the product must do. */
    private static String itemNo(Row row) {
        boolean own = !row.text("item_no").isEmpty();
        return own || row.text("product_id").isEmpty()
                ? number(row, "item_no", "orders.item-no-missing")
                : number(row, "product_id", "orders.item-no-missing");
    }

    private OrderState state(Row row) {
        return profile.state(row.required("state", "orders.state-missing"))
                .orElseThrow(() -> new BrokenCell("state", "orders.state-unknown"));
    }

    private AfterSale afterSale(Row row) {
        return profile.afterSale(row.text("after_sale"))
                .orElseThrow(() -> new BrokenCell("after_sale", "orders.after-sale-unknown"));
    }

    private static int quantity(Row row) {
        String quantity = row.text("quantity");
        if (!QUANTITY.matcher(quantity).matches()) {
            throw new BrokenCell("quantity", "orders.quantity-not-a-number");
        }
        return Integer.parseInt(quantity);
    }

    /** The amount column holds the price also of orders nobody has paid. */
    private static long paid(Row row, OrderState state) {
        if (!state.paid()) {
            return 0;
        }
        return Fen.parse(row.text("paid")).orElseThrow(() -> new BrokenCell("paid", "orders.amount-not-a-number"));
    }

    /** The whole price where the platform has no column for the amount given back; where it has, words fill the rest of it. */
    private static long refunded(Row row, OrderState state, AfterSale afterSale, long paid) {
        if (!state.paid() || afterSale != AfterSale.REFUNDED) {
            return 0;
        }
        OptionalLong amount = row.text("refunded").isEmpty() ? OptionalLong.of(paid) : Fen.parse(row.text("refunded"));
        long refunded = amount.orElseThrow(() -> new BrokenCell("refunded", "orders.amount-not-a-number"));
        if (refunded > paid) {
            throw new BrokenCell("refunded", "orders.refund-exceeds-paid");
        }
        return refunded;
    }

    private static Instant orderedAt(Row row) {
        String time = row.required("ordered_at", "orders.time-missing");
        try {
            return LocalDateTime.parse(time, TIME).atZone(Zones.SHANGHAI).toInstant();
        } catch (DateTimeException unreadable) {
            throw new BrokenCell("ordered_at", "orders.time-unreadable");
        }
    }

    /** Only a whole number tells one buyer from another: masked and lent ones would make strangers one person. */
    private String buyerKey(Row row) {
        return MobileNumber.parse(row.text("buyer_phone"))
                .map(MobileNumber::digits)
                .map(keyedHash)
                .orElse("");
    }

    private String addressKey(Row row) {
        String address = BLANKS.matcher(row.text("address")).replaceAll("");
        return address.isEmpty() || address.contains("*") ? "" : keyedHash.apply(address);
    }
}
