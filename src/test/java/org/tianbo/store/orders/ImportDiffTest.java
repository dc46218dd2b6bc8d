package org.tianbo.store.orders;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.OptionalLong;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.tianbo.store.Platform;
import org.tianbo.store.opening.OpenDays;
import org.tianbo.store.opening.OpenDaysTest;
import org.tianbo.store.orderfile.AfterSale;
import org.tianbo.store.orderfile.OrderLine;
import org.tianbo.store.orderfile.OrderRow;
import org.tianbo.store.orderfile.OrderState;
import org.tianbo.testsupport.Faults;

class ImportDiffTest {

    private static final UUID OURS = new UUID(0, 1);
    private static final UUID THEIRS = new UUID(0, 2);
    private static final Instant MAY = Instant.parse("2026-05-03T02:00:00Z");
    private static final OpenDays OPEN = OpenDaysTest.openFrom(LocalDate.of(2026, 5, 1));

    @Test
    void anOrderThatCountsInAnotherStoreIsHeldWithAllItsItems() {
        KnownOrder theirs = new KnownOrder(THEIRS, false, List.of(line("1", "a", OrderState.PAID)));

        ImportDiff diff = diff(
                Map.of("1", theirs),
                row(2, line("1", "a", OrderState.COMPLETED)),
                row(3, line("1", "b", OrderState.COMPLETED)),
                row(4, line("2", "a", OrderState.COMPLETED)));

        assertThat(diff.held()).extracting(OrderLine::itemNo).containsExactly("a", "b");
        assertThat(diff.added()).extracting(OrderLine::orderNo).containsExactly("2");
    }

    @Test
    void anOrderThatWasDecidedForAnotherStoreIsReported() {
        KnownOrder theirs = new KnownOrder(THEIRS, true, List.of(line("1", "a", OrderState.PAID)));

        ImportDiff diff = diff(Map.of("1", theirs), row(2, line("1", "a", OrderState.COMPLETED)));

        assertThat(Faults.of(diff.refused())).containsExactly("2 order_no orders.decided-for-another-store");
        assertThat(diff.held()).isEmpty();
    }

    @Test
    void whatWasOrderedBeforeTheOpeningIsCountedAsEarlierOnly() {
        OrderLine april = new OrderLine(
                Platform.DOUYIN,
                "1",
                "a",
                "米",
                1,
                100,
                0,
                OrderState.PAID,
                AfterSale.NONE,
                Instant.parse("2026-04-30T15:59:59Z"),
                "",
                "",
                "",
                "");

        ImportDiff diff = diff(Map.of(), row(2, april), row(3, line("2", "a", OrderState.PAID)));

        assertThat(diff.earlier()).isEqualTo(1);
        assertThat(diff.toWrite()).extracting(OrderLine::orderNo).containsExactly("2");
    }

    @Test
    void anItemIsFoundAgainUnderAnotherOfItsNumbersAndWithoutAny() {
        KnownOrder known = new KnownOrder(
                OURS, false, List.of(line("1", "20001", OrderState.PAID), line("1", "900001", OrderState.PAID)));
        OrderRow coded = new OrderRow(
                2,
                line("1", "SG250", OrderState.COMPLETED),
                List.of("20001"),
                true,
                OptionalLong.empty(),
                OptionalLong.empty(),
                OptionalLong.empty());
        OrderRow uncoded = new OrderRow(
                3,
                line("1", "7500|无规格", OrderState.COMPLETED),
                List.of(),
                false,
                OptionalLong.empty(),
                OptionalLong.empty(),
                OptionalLong.empty());

        ImportDiff diff = diff(Map.of("1", known), coded, uncoded);

        assertThat(diff.added()).isEmpty();
        assertThat(diff.changed()).extracting(OrderLine::itemNo).containsExactly("20001", "900001");
    }

    private static ImportDiff diff(Map<String, KnownOrder> known, OrderRow... rows) {
        return ImportDiff.of(OURS, OPEN, known, List.of(rows));
    }

    private static OrderRow row(int line, OrderLine order) {
        return new OrderRow(
                line, order, List.of(), true, OptionalLong.empty(), OptionalLong.empty(), OptionalLong.empty());
    }

    private static OrderLine line(String order, String item, OrderState state) {
        return new OrderLine(Platform.DOUYIN, order, item, "米", 1, 100, 0, state, AfterSale.NONE, MAY, "", "", "", "");
    }
}
