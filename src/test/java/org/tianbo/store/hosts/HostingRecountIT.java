package org.tianbo.store.hosts;

import static org.assertj.core.api.Assertions.assertThat;

import io.quarkus.test.common.TestResourceScope;
import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import java.sql.SQLException;
import java.time.YearMonth;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.tianbo.platform.security.CountyReads;
import org.tianbo.platform.security.CurrentCounty;
import org.tianbo.testsupport.OwnCounty;
import org.tianbo.testsupport.TianboServices;

/**
 * What is written when the orders of one store are counted: an account that sells for thousands of stores is not
 * counted over all of them at each file of one. Needs PostgreSQL, which says which rows it wrote.
 */
@QuarkusTest
@WithTestResource(value = TianboServices.class, scope = TestResourceScope.GLOBAL)
class HostingRecountIT {

    private static final String COUNTY = "hosting-recount";
    private static final UUID OURS = OwnCounty.person(1);
    private static final UUID ANOTHER = OwnCounty.person(2);
    private static final String COUNTS =
            "select month || ' ' || since, xmin::text from hosting_counts where county = ? and whose = 'UNSAID'";

    private static final String SALES = "select store || ' ' || month, xmin::text from hosted_sales where county = ?";

    @Inject
    HostedSales sales;

    @Inject
    HostedSalesRecount recount;

    @Inject
    CurrentCounty current;

    @Inject
    CountyReads reads;

    private OwnCounty county;
    private YearMonth first;
    private int orders;

    /** Ours sold in the first month and the fifth, another in the second and the fourth. */
    @BeforeEach
    void twoStoresOfOneAccount() throws SQLException {
        first = sales.to().minusMonths(6);
        county = OwnCounty.make(COUNTY);
        county.each("people (id, login, name, created_at)", "{person}, 'hosting-recount-' || n, 's', now()", 1, 2);
        county.each("stores (id, trainee, path, began_at)", "{person}, {person}, 'x', now()", 1, 2);
        sell(OURS, 1, 5);
        sell(ANOTHER, 2, 4);
    }

    @AfterEach
    void remove() throws SQLException {
        county.close();
    }

    @Test
    void aFileThatChangesNothingWritesNothing() {
        Map<String, String> counts = written(COUNTS);
        Map<String, String> sold = written(SALES);

        current.run(COUNTY, () -> sales.recount(OURS));

        assertThat(counts).hasSize(6);
        assertThat(written(COUNTS)).isEqualTo(counts);
        assertThat(written(SALES)).isEqualTo(sold);
    }

    /** The account's second month after its first is counted of the account alone: none of the stores sold so. */
    @Test
    void anAccountIsCountedAnewWhereItSellsInAMonthInWhichItSoldForNobody() throws SQLException {
        String ofTheAccount = first.plusMonths(1).atDay(1) + " " + first.atDay(1);
        String before = written(COUNTS).get(ofTheAccount);
        assertThat(before).isNotNull();

        sell(OURS, 5, 4);

        assertThat(written(COUNTS))
                .as("more in its own month, and in one of the other store")
                .containsEntry(ofTheAccount, before);
        assertThat(wrongCounts()).isZero();

        sell(OURS, 3);

        assertThat(written(COUNTS).get(ofTheAccount)).isNotEqualTo(before);
        assertThat(wrongCounts()).isZero();
    }

    /** What is taken back may have been all that an account sold in a month, or not. */
    @Test
    void anAccountThatNoLongerSoldInAMonthIsCountedAnew() throws SQLException {
        sell(OURS, 4);
        for (int month : List.of(4, 5)) {
            county.execute("update order_lines set state = 'CLOSED' where county = '" + COUNTY + "' and store = '"
                    + OURS + "' and ordered_at >= '" + first.plusMonths(month - 1L) + "-01'");
            current.run(COUNTY, () -> sales.recount(OURS));

            assertThat(wrongCounts()).isZero();
        }
    }

    private void sell(UUID store, int... months) throws SQLException {
        for (int month : months) {
            county.row(
                    "order_lines (store, platform, order_no, item_no, product, quantity, paid_fen, refunded_fen, state,"
                            + " after_sale, ordered_at, host_id, host_name, buyer_key, address_key, imported)",
                    "'%s', 'DOUYIN', 'o%d', 'i', 'rice', 1, 100, 0, 'COMPLETED', '', '%s-01 00:30+08', 'a-1', 'a-1'"
                                    .formatted(store, ++orders, first.plusMonths(month - 1L))
                            + ", '', '', '" + store + "'");
        }
        current.run(COUNTY, () -> sales.recount(store));
    }

    /** Of each row the transaction that wrote it. */
    private Map<String, String> written(String query) {
        Map<String, String> written = new HashMap<>();
        current.run(COUNTY, () -> reads.rows(query, row -> Map.entry(row.getString(1), row.getString(2)), COUNTY)
                .forEach(row -> written.put(row.getKey(), row.getValue())));
        return written;
    }

    private int wrongCounts() {
        return current.<Integer>as(COUNTY, recount::recountCounty);
    }
}
