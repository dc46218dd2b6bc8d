package org.tianbo.store.orderfile;

import java.io.InputStream;
import java.time.Instant;
import java.util.List;
import java.util.OptionalLong;
import java.util.function.Function;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.tianbo.platform.privacy.MobileNumber;
import org.tianbo.platform.table.BrokenCell;
import org.tianbo.platform.table.Columns;
import org.tianbo.platform.table.rows.Row;
import org.tianbo.platform.table.rows.TableFacts;
import org.tianbo.platform.table.rows.TableReader;
import org.tianbo.store.Platform;

/**
 * Reads a platform's order file. Buyers' names are never looked at; their phones and addresses leave this class as
 * keyed hashes only. A row that cannot be understood is reported with its line and left out; nothing is guessed.
 */
public final class OrderReader {

    private static final Pattern BLANKS = Pattern.compile("[\\s\\p{Z}]+");

    /** Spreadsheets write 1.0 for 1. */
    private static final Pattern QUANTITY = Pattern.compile("([1-9]\\d{0,6})(\\.0+)?");

    private final TableReader tables;
    private final OrderProfile profile;
    private final Function<String, String> keyedHash;
    private final OrderTimes times;

    /**
     * @param keyedHash the county's keyed hash
     * @param now no order is placed much later than that
     */
    public OrderReader(TableReader tables, Platform platform, Function<String, String> keyedHash, Instant now) {
        this.tables = tables;
        this.profile = OrderProfiles.of(platform);
        this.keyedHash = keyedHash;
        this.times = new OrderTimes(now);
    }

    public static Columns columns(Platform platform) {
        return OrderProfiles.of(platform).columns();
    }

    /** @throws org.tianbo.platform.table.UnreadableTable when the file is no order file of this platform at all */
    public OrderFile read(InputStream in) {
        OrderRows rows = new OrderRows(profile.platform());
        TableFacts facts = tables.read(in, profile.columns(), row -> rows.add(row(row)));
        return rows.file(facts);
    }

    private OrderRow row(Row row) {
        String orderNo = row.check(() -> ItemNumbers.number(row, "order_no", "orders.order-no-missing"));
        List<String> itemNos = row.check(() -> ItemNumbers.of(profile.platform(), row));
        String product = row.check(() -> row.required("product", "orders.product-missing"));
        Integer quantity = row.check(() -> quantity(row));
        OrderProfile.OrderProgress orderProgress = row.check(() -> state(row));
        AfterSale stated = row.check(() -> afterSale(row));
        Instant orderedAt = row.check(() -> times.of(row));
        row.refuseIfBroken();
        AfterSale afterSale = further(stated, orderProgress.afterSale());
        OrderAmounts amounts = row.check(() -> OrderAmounts.of(row, orderProgress.state(), afterSale));
        row.refuseIfBroken();
        OrderLine line = new OrderLine(
                profile.platform(),
                orderNo,
                itemNos.get(0),
                product,
                quantity,
                amounts.paid(),
                amounts.refunded(),
                orderProgress.state(),
                afterSale,
                orderedAt,
                row.text("host_id"),
                row.text("host_name"),
                buyerKey(row),
                addressKey(row));
        return new OrderRow(
                row.line(),
                line,
                itemNos.subList(1, itemNos.size()),
                !row.text("item_no").isEmpty(),
                listPrice(row, quantity),
                MoneyParser.parse(row.text("order_amount")),
                OptionalLong.empty());
    }

    private OrderProfile.OrderProgress state(Row row) {
        return profile.state(row.required("state", "orders.state-missing"))
                .orElseThrow(() -> new BrokenCell("state", "orders.state-unknown"));
    }

    /** Exports without such a column tell of a refund by its amount. */
    private AfterSale afterSale(Row row) {
        if (!row.has("after_sale")) {
            return MoneyParser.parse(row.text("refunded")).orElse(0) > 0 ? AfterSale.REFUNDED : AfterSale.NONE;
        }
        return profile.afterSale(row.text("after_sale"))
                .orElseThrow(() -> new BrokenCell("after_sale", "orders.after-sale-unknown"));
    }

    private static AfterSale further(AfterSale one, AfterSale other) {
        return one.compareTo(other) >= 0 ? one : other;
    }

    private static int quantity(Row row) {
        Matcher quantity = QUANTITY.matcher(row.text("quantity"));
        if (!quantity.matches()) {
            throw new BrokenCell("quantity", "orders.quantity-not-a-number");
        }
        return Integer.parseInt(quantity.group(1));
    }

    private static OptionalLong listPrice(Row row, int quantity) {
        OptionalLong price = MoneyParser.parse(row.text("price"));
        return price.isPresent() && price.getAsLong() < Long.MAX_VALUE / quantity
                ? OptionalLong.of(price.getAsLong() * quantity)
                : OptionalLong.empty();
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
