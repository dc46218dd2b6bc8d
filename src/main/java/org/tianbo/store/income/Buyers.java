package org.tianbo.store.income;

import java.util.Collection;
import java.util.Map;
import java.util.stream.Collectors;
import org.tianbo.store.Platform;
import org.tianbo.store.orderfile.OrderLine;

/**
 * Who bought and kept what they bought, among lines of one span of time.
 *
 * @param all buyers with at least one item of which money was kept
 * @param repeat those of them with two such orders or more
 */
public record Buyers(int all, int repeat) {

    private record Order(Platform platform, String orderNo) {}

    static Buyers among(Collection<OrderLine> lines) {
        Map<String, Long> ordersOfBuyer = lines.stream()
                .filter(line -> line.netFen() > 0 && !line.buyerKey().isEmpty())
                .collect(Collectors.groupingBy(
                        OrderLine::buyerKey,
                        Collectors.mapping(
                                line -> new Order(line.platform(), line.orderNo()),
                                Collectors.collectingAndThen(Collectors.toSet(), orders -> (long) orders.size()))));
        long repeat =
                ordersOfBuyer.values().stream().filter(orders -> orders > 1).count();
        return new Buyers(ordersOfBuyer.size(), (int) repeat);
    }
}
