package org.tianbo.cohort.page.dashboard;

import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.tianbo.cohort.Stage;
import org.tianbo.cohort.counts.AgeBand;
import org.tianbo.cohort.counts.CountChoices.Choices;
import org.tianbo.cohort.counts.CountChoices.VillageChoice;
import org.tianbo.cohort.counts.StageCounts;
import org.tianbo.cohort.progress.Funnel;
import org.tianbo.platform.data.Ids;

/**
 * Parts of the county's numbers beside each other, each with its own denominator. In the order in which their names
 * stand elsewhere, never by who did best.
 *
 * @param begins the number of the first row among all, from 1
 * @param size how many there are, on all pages
 * @param next the address of the next page, empty on the last
 */
record SideBySide(StageCounts.Side side, List<Row> rows, int begins, int size, String next) {

    /**
     * @param words its name; empty for people without a village or a category
     * @param band where ages are beside each other
     * @param query of the numbers of this part alone
     */
    record Row(String words, Optional<AgeBand> band, DashboardQuery query, Funnel funnel, List<Cell> cells) {

        static Row of(String words, Optional<AgeBand> band, DashboardQuery query, Funnel funnel) {
            return new Row(words, band, query, funnel, Cell.of(query.people(Stage.ENROLLED), funnel));
        }
    }

    /**
     * A number of a row, ready to be written: a county has two thousand of them beside each other.
     *
     * @param people the address of the list behind it
     * @param share whether it says a share of everybody
     */
    record Cell(String people, int count, int percent, boolean share) {

        /** @param everybody the list of everybody of the row, which the others narrow */
        static List<Cell> of(String everybody, Funnel funnel) {
            String stage = everybody + (everybody.indexOf('?') < 0 ? "?stage=" : "&stage=");
            return funnel.steps().stream()
                    .map(step -> {
                        boolean all = step.stage() == Stage.ENROLLED;
                        return new Cell(
                                all ? everybody : stage + step.stage().code(), step.count(), step.percent(), !all);
                    })
                    .toList();
        }
    }

    public int ends() {
        return begins + rows.size() - 1;
    }

    /** All of them. */
    static SideBySide of(StageCounts.Side side, List<StageCounts.Part> parts, Choices choices, DashboardQuery query) {
        return new SideBySide(side, rows(side, ordered(side, parts, choices), choices, query), 1, parts.size(), "");
    }

    /** A page of at most so many rows, behind the part that the address names; one that is not there begins anew. */
    static SideBySide page(
            StageCounts.Side side, List<StageCounts.Part> parts, Choices choices, DashboardQuery query, int most) {
        List<StageCounts.Part> all = ordered(side, parts, choices);
        int from = query.partBefore()
                .map(key -> 1 + all.stream().map(StageCounts.Part::key).toList().indexOf(key))
                .orElse(0);
        int to = Math.min(from + most, all.size());
        String next = to < all.size() ? query.rowsAfter(all.get(to - 1).key()) : "";
        return new SideBySide(side, rows(side, all.subList(from, to), choices, query), from + 1, all.size(), next);
    }

    private static List<StageCounts.Part> ordered(
            StageCounts.Side side, List<StageCounts.Part> parts, Choices choices) {
        List<String> names = order(side, choices);
        Map<String, Integer> order = IntStream.range(0, names.size())
                .boxed()
                .collect(Collectors.toMap(names::get, Function.identity(), (first, again) -> first));
        return parts.stream()
                .sorted(Comparator.comparingInt(part -> order.getOrDefault(part.key(), Integer.MAX_VALUE)))
                .toList();
    }

    private static List<Row> rows(
            StageCounts.Side side, List<StageCounts.Part> parts, Choices choices, DashboardQuery query) {
        return parts.stream().map(part -> row(side, part, choices, query)).toList();
    }

    private static Row row(StageCounts.Side side, StageCounts.Part part, Choices choices, DashboardQuery query) {
        String key = part.key();
        if (side == StageCounts.Side.AGE) {
            AgeBand band = AgeBand.values()[Integer.parseInt(key)];
            return Row.of("", Optional.of(band), query.part(side, band.code()), part.funnel());
        }
        String words =
                switch (side) {
                    case COHORT ->
                        id(key).flatMap(choices::cohort).map(one -> one.name()).orElse(key);
                    case VILLAGE ->
                        id(key).flatMap(choices::village)
                                .map(one -> one.town() + " " + one.name())
                                .orElse("");
                    default -> key;
                };
        return Row.of(words, Optional.empty(), query.part(side, key), part.funnel());
    }

    private static List<String> order(StageCounts.Side side, Choices choices) {
        return switch (side) {
            case COHORT ->
                choices.classes().stream().map(one -> one.id().toString()).toList();
            case TOWN -> choices.towns();
            case VILLAGE ->
                choices.villages().stream()
                        .map(VillageChoice::id)
                        .map(UUID::toString)
                        .toList();
            case CATEGORY -> choices.categories();
            default ->
                IntStream.range(0, AgeBand.values().length)
                        .mapToObj(Integer::toString)
                        .toList();
        };
    }

    private static Optional<UUID> id(String key) {
        return Ids.parse(key);
    }
}
