package org.tianbo.cohort.outcome;

import static org.assertj.core.api.Assertions.assertThat;

import java.math.BigDecimal;
import java.time.YearMonth;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Function;
import java.util.stream.IntStream;
import org.tianbo.platform.data.Page;
import org.tianbo.testsupport.OwnCounty;

/** What was sold and told in a county, and what has to be counted of it, found by reading all of it anew. */
final class IncomeHistory {

    static final int PEOPLE = 16;
    static final int[] ROUND_MONTHS = {3, 6, 12};

    /** Two classes, and how many months ago each ended, on the first of the month. */
    static final Map<UUID, Integer> CLASSES = Map.of(new UUID(9, 1), 13, new UUID(9, 2), 7);

    private final List<Sale> sales = new ArrayList<>();
    private final List<Visit> visits = new ArrayList<>();
    private final YearMonth now;

    IncomeHistory(YearMonth now) {
        this.now = now;
    }

    /** @param completed whether it counts as income; its month is shown by a file either way */
    record Sale(int person, YearMonth month, long fen, boolean completed) {}

    record Visit(UUID cohort, int person, int round, YearMonth month, long fen, IncomeKind claim) {}

    record Income(int person, IncomeKind kind, Long fen) {}

    List<Sale> sales() {
        return sales;
    }

    List<Visit> visits() {
        return visits;
    }

    /** As the history has it, read anew. */
    List<Income> incomes(int round) {
        List<Income> all = new ArrayList<>();
        CLASSES.forEach((cohort, ended) -> {
            YearMonth due = now.minusMonths(ended - ROUND_MONTHS[round - 1]);
            if (!due.isAfter(now)) {
                IntStream.rangeClosed(1, PEOPLE)
                        .forEach(person -> all.add(income(cohort, person, round, due.minusMonths(1))));
            }
        });
        return all;
    }

    private Income income(UUID cohort, int person, int round, YearMonth month) {
        List<Sale> completed = sales.stream()
                .filter(sale -> sale.person() == person && sale.month().equals(month) && sale.completed())
                .toList();
        if (!completed.isEmpty()) {
            return new Income(
                    person,
                    IncomeKind.CONFIRMED,
                    completed.stream().mapToLong(Sale::fen).sum());
        }
        return visits.stream()
                .filter(one -> one.cohort().equals(cohort) && one.person() == person && one.round() == round)
                .filter(one -> !one.month().isBefore(month))
                .reduce((earlier, later) -> later)
                .map(last -> new Income(person, last.claim(), last.fen()))
                .orElse(new Income(person, IncomeKind.UNKNOWN, null));
    }

    /** How many people earn, by a file or as the office saw it, in one class or in both. */
    int earners(int round) {
        return (int) incomes(round).stream()
                .filter(IncomeHistory::isEarned)
                .map(Income::person)
                .distinct()
                .count();
    }

    static boolean isEarned(Income one) {
        return (one.kind() == IncomeKind.CONFIRMED || one.kind() == IncomeKind.VERIFIED) && one.fen() > 0;
    }

    /** Page by page everybody is there once, whoever earns least first. */
    static void walked(
            Function<Optional<IncomeCounts.Place>, Page<IncomeCounts.Line, IncomeCounts.Place>> pages,
            List<Income> expected) {
        List<IncomeCounts.Line> lines = new ArrayList<>();
        Optional<IncomeCounts.Place> after = Optional.empty();
        do {
            Page<IncomeCounts.Line, IncomeCounts.Place> page = pages.apply(after);
            lines.addAll(page.rows());
            after = page.next();
        } while (after.isPresent());
        assertThat(lines).doesNotHaveDuplicates();
        assertThat(lines)
                .extracting(IncomeCounts.Line::fen)
                .isEqualTo(expected.stream()
                        .map(Income::fen)
                        .sorted(Comparator.nullsFirst(Comparator.naturalOrder()))
                        .toList());
        assertThat(lines)
                .extracting(IncomeCounts.Line::trainee)
                .containsExactlyInAnyOrderElementsOf(expected.stream()
                        .map(one -> OwnCounty.person(one.person()))
                        .toList());
    }

    static String row(int round, IncomeKind kind, int all, List<Income> ofKind) {
        String words = Map.of(
                        IncomeKind.CONFIRMED, "The platform's file",
                        IncomeKind.VERIFIED, "Seen by the office",
                        IncomeKind.SELF_REPORTED, "Told by themselves",
                        IncomeKind.UNKNOWN, "Not known")
                .get(kind);
        long earning = ofKind.stream()
                .filter(one -> one.fen() != null && one.fen() > 0)
                .count();
        String row = round + "," + words + "," + ofKind.size() + "," + all + ",";
        boolean few = ofKind.size() < IncomeAfter.Spread.FEWEST;
        row += (few ? "" : earning) + ",";
        if (few || kind == IncomeKind.UNKNOWN) {
            return row + ",,,,";
        }
        List<Long> fen = ofKind.stream().map(Income::fen).sorted().toList();
        return row + yuan(fen, 0.5) + "," + yuan(fen, 0.25) + "," + yuan(fen, 0.75) + "," + yuan(fen, 0) + ","
                + yuan(fen, 1);
    }

    /** The first of them up to which that share of all are. */
    private static String yuan(List<Long> rising, double share) {
        int place = Math.max(1, (int) Math.ceil(share * rising.size()));
        return BigDecimal.valueOf(rising.get(place - 1), 2).toString();
    }
}
