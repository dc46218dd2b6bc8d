package org.tianbo.platform.data;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.quarkus.test.common.TestResourceScope;
import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import jakarta.transaction.TransactionSynchronizationRegistry;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.tianbo.testsupport.TianboServices;

/** Needs transactions. */
@QuarkusTest
@WithTestResource(value = TianboServices.class, scope = TestResourceScope.GLOBAL)
class KeysetPagesIT {

    private static final int PAGE = 3;
    private static final List<UUID> ROWS =
            IntStream.rangeClosed(1, 7).mapToObj(number -> new UUID(0, number)).toList();

    @Inject
    TransactionSynchronizationRegistry transactions;

    @Test
    void eachRowIsSeenToOnceInATransactionOfItsOwnAndAPageOfIdsIsHeld() {
        List<UUID> seen = new ArrayList<>();
        Set<Object> used = new HashSet<>();
        List<Integer> pages = new ArrayList<>();

        KeysetPages.forEachRow(
                after -> {
                    List<UUID> page = after(after);
                    pages.add(page.size());
                    return page;
                },
                row -> {
                    seen.add(row);
                    used.add(transactions.getTransactionKey());
                });

        assertThat(seen).isEqualTo(ROWS);
        assertThat(used).hasSize(ROWS.size());
        assertThat(pages).containsExactly(PAGE, PAGE, 1, 0);
    }

    @Test
    void whatFailsIsNotPassedOver() {
        assertThatThrownBy(() -> KeysetPages.forEachRow(KeysetPagesIT::after, row -> {
                    throw new IllegalStateException("the second");
                }))
                .hasMessageContaining("the second");
    }

    private static List<UUID> after(UUID last) {
        return ROWS.stream().filter(row -> row.compareTo(last) > 0).limit(PAGE).toList();
    }
}
