package org.tianbo.store.orderfile;

import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import org.tianbo.platform.table.BrokenCell;
import org.tianbo.platform.table.rows.Row;
import org.tianbo.store.Platform;

/**
 * The numbers that distinguish the items of an order. Where merchants give numbers of their own they do so late or
 * never, so that the same item may go by several; the first is the one it is kept under.
 */
final class ItemNumbers {

    private static final String ONE_KIND = "1";

    /** Longer than any platform's; an index takes no texts without end. */
    private static final int LONGEST_NUMBER = 64;

    private static final int LONGEST_VARIANT = 300;

    private ItemNumbers() {}

    static List<String> of(Platform platform, Row row) {
        return switch (platform) {
            case DOUYIN, JD -> List.of(number(row, "item_no", "orders.item-no-missing"));
            case TAOBAO ->
                List.of(row.has("item_no") ? number(row, "item_no", "orders.item-no-missing") : onlyItem(row));
            case KUAISHOU ->
                row.text("variant").isEmpty()
                        ? distinct(row, "item_no", "product_id")
                        : distinct(row, "variant", "item_no", "product_id");
            case PINDUODUO -> distinct(row, "item_no", "variant", "product_id", "order_no");
        };
    }

    /** @throws BrokenCell when the number is not there or a spreadsheet has cut it */
    static String number(Row row, String field, String missing) {
        String number = row.required(field, missing);
        if (TruncatedNumbers.isShortened(number)) {
            throw new BrokenCell(field, "orders.number-cut");
        }
        if (number.length() > LONGEST_NUMBER) {
            throw new BrokenCell(field, "orders.number-too-long");
        }
        return number;
    }

    /** Those of the fields that are filled in; a variant is listed together with its product. */
    private static List<String> distinct(Row row, String... fields) {
        Set<String> numbers = new LinkedHashSet<>();
        for (String field : fields) {
            boolean variant = field.equals("variant");
            if (!row.text(field).isEmpty()
                    && !(variant && row.text("product_id").isEmpty())) {
                numbers.add(variant ? productAndVariant(row) : number(row, field, "orders.item-no-missing"));
            }
        }
        if (numbers.isEmpty()) {
            throw new BrokenCell("item_no", "orders.item-no-missing");
        }
        return List.copyOf(numbers);
    }

    private static String productAndVariant(Row row) {
        if (row.text("variant").length() > LONGEST_VARIANT) {
            throw new BrokenCell("variant", "orders.number-too-long");
        }
        return number(row, "product_id", "orders.item-no-missing") + "|" + row.text("variant");
    }

    /** Taobao's list of orders has one row for an order of several items, which its list of items tells apart. */
    private static String onlyItem(Row row) {
        if (!row.text("kinds").equals(ONE_KIND)) {
            throw new BrokenCell("kinds", "orders.items-report-needed");
        }
        return number(row, "order_no", "orders.order-no-missing");
    }
}
