package org.tianbo.store.income;

import com.fasterxml.jackson.annotation.JsonProperty;
import java.time.YearMonth;
import java.util.List;
import java.util.UUID;

/**
 * A store's income as JSON; money in fen.
 *
 * @param buyers over all the months together
 */
public record IncomeView(
        UUID store, YearMonth from, YearMonth to, Source source, int buyers, int repeatBuyers, List<Month> months) {

    /** How far a number can be believed. */
    enum Source {
        /** A platform's own file covers it. */
        @JsonProperty("confirmed")
        CONFIRMED
    }

    /** @param completedNetFen the part of the net in completed orders */
    record Month(
            YearMonth month,
            Source source,
            int paidItems,
            long paidFen,
            int refundedItems,
            long refundedFen,
            long netFen,
            long completedNetFen,
            int buyers,
            int repeatBuyers) {

        static Month of(IncomeMonth month) {
            return new Month(
                    month.month(),
                    Source.CONFIRMED,
                    month.paidItems(),
                    month.paidFen(),
                    month.refundedItems(),
                    month.refundedFen(),
                    month.netFen(),
                    month.completedNetFen(),
                    month.buyers().all(),
                    month.buyers().repeat());
        }
    }

    public static IncomeView of(UUID store, MonthRange range, MonthlyIncome monthlyIncome) {
        return new IncomeView(
                store,
                range.from(),
                range.to(),
                Source.CONFIRMED,
                monthlyIncome.buyers().all(),
                monthlyIncome.buyers().repeat(),
                monthlyIncome.months().stream().map(Month::of).toList());
    }
}
