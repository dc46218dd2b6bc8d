package org.tianbo.cohort.outcome;

import java.util.EnumMap;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * What villagers earned in the last whole month before a follow-up round, or in a later one of which its visit says
 * it, out of everybody ever in the classes that have come so far.
 *
 * @param round the first, second or third, from 1
 * @param kinds by how far it can be believed; each villager is in one of them
 */
public record IncomeAfter(int round, Map<IncomeKind, Spread> kinds) {

    public IncomeAfter {
        kinds = Map.copyOf(kinds);
    }

    /**
     * Of those whose income is known in one way; fen a month.
     *
     * @param people how many they are
     * @param earning how many of them earned anything
     * @param sum of all of them
     */
    public record Spread(
            int people, int earning, long sum, long least, long quarter, long median, long threeQuarters, long most) {

        /** Of fewer people, what one of them earns could be read off what all of them do. */
        public static final int FEWEST = 5;

        private static final long YUAN = 100;

        static final Spread NOBODY = new Spread(0, 0, 0, 0, 0, 0, 0, 0);

        /** Whether they are enough for what they earn to be shown of all of them together. */
        public boolean isShown() {
            return people >= FEWEST;
        }

        /** In whole yuan, as a chart of boxes reads it. */
        public String box() {
            return Stream.of(least, quarter, median, threeQuarters, most)
                    .map(fen -> Long.toString(fen / YUAN))
                    .collect(Collectors.joining(" "));
        }
    }

    static IncomeAfter of(int round, Map<IncomeKind, Spread> found) {
        Map<IncomeKind, Spread> all = new EnumMap<>(IncomeKind.class);
        for (IncomeKind kind : IncomeKind.values()) {
            all.put(kind, found.getOrDefault(kind, Spread.NOBODY));
        }
        return new IncomeAfter(round, all);
    }

    public Spread of(IncomeKind kind) {
        return kinds.get(kind);
    }

    /** Everybody ever in these classes, those of whom nothing is known included. */
    public int everybody() {
        return kinds.values().stream().mapToInt(Spread::people).sum();
    }

    /** Who still earns, by a platform's file or as the office saw it: what was only told does not count. */
    public int earning() {
        return of(IncomeKind.CONFIRMED).earning() + of(IncomeKind.VERIFIED).earning();
    }

    /** Fen a month for each villager who still earns; 0 where so few do that one could read it off. */
    public long perEarner() {
        int earners = earning();
        return earners < Spread.FEWEST
                ? 0
                : (of(IncomeKind.CONFIRMED).sum() + of(IncomeKind.VERIFIED).sum()) / earners;
    }

    /** Rounded half up, as the shares of the stages are. */
    public int percentEarning() {
        return percent(earning());
    }

    public int percentOf(IncomeKind kind) {
        return percent(of(kind).people());
    }

    private int percent(int count) {
        int all = everybody();
        return all == 0 ? 0 : (count * 200 + all) / (all * 2);
    }
}
