package org.tianbo.store.hosts;

import java.time.YearMonth;
import java.util.Comparator;
import java.util.List;

/**
 * What stores sold, by whose account sold it, over some months.
 *
 * @param all of all months together
 * @param byMonth the same month by month
 */
public record HostedNumbers(List<Sum> all, List<Sum> byMonth) {

    /** With fewer order lines of accounts whose owner is known, a share says more of chance than of villagers. */
    public static final int ENOUGH = 20;

    /**
     * What was sold.
     *
     * @param month null where it is of all months
     * @param fen completed orders, less what was paid back
     */
    public record Sum(YearMonth month, Whose whose, int lines, long fen, int accounts, int stores) {}

    /** Of all months; nothing where nothing was sold so. */
    public Sum of(Whose whose) {
        return find(all, null, whose);
    }

    public Sum of(YearMonth month, Whose whose) {
        return find(byMonth, month, whose);
    }

    /** The latest first. */
    public List<YearMonth> months() {
        return byMonth.stream()
                .map(Sum::month)
                .distinct()
                .sorted(Comparator.reverseOrder())
                .toList();
    }

    /** What accounts sold of which somebody has said whose they are. */
    public long knownFen() {
        return Whose.SAYABLE.stream().mapToLong(whose -> of(whose).fen()).sum();
    }

    /** Whether there is enough to tell a share. */
    public boolean isShared() {
        return Whose.SAYABLE.stream().mapToInt(whose -> of(whose).lines()).sum() >= ENOUGH && knownFen() > 0;
    }

    /** Villagers' share of {@link #knownFen}, in whole percent. */
    public int percentOfVillagers() {
        return (int) Math.round(100.0 * of(Whose.VILLAGER).fen() / knownFen());
    }

    private static Sum find(List<Sum> sums, YearMonth month, Whose whose) {
        return sums.stream()
                .filter(sum -> sum.whose() == whose && (month == null || month.equals(sum.month())))
                .findFirst()
                .orElse(new Sum(month, whose, 0, 0, 0, 0));
    }
}
