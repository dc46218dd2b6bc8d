package org.tianbo.cohort.page.dashboard;

import java.util.Arrays;
import java.util.List;
import java.util.stream.Stream;
import org.tianbo.cohort.counts.AgeBand;
import org.tianbo.cohort.counts.CountChoices;
import org.tianbo.cohort.counts.CountChoices.Choices;
import org.tianbo.people.StaffVillages;

/**
 * What the numbers can be narrowed by, and what is chosen.
 *
 * @param whole whether the reader sees the whole county
 */
record DashboardForm(
        List<Option> classes, List<Town> towns, List<AgeOption> ages, List<Option> categories, boolean whole) {

    /** No list is longer that somebody chooses a class from: those that began last. */
    private static final int MOST_CLASSES = 500;

    record Option(String value, String words, boolean chosen) {}

    record AgeOption(AgeBand band, boolean chosen) {}

    record Town(Option whole, List<Option> villages) {}

    /** @param seen whose villages alone are offered */
    static DashboardForm of(DashboardQuery query, Choices choices, StaffVillages.Villages seen) {
        return new DashboardForm(
                classes(query, choices),
                choices.villages().stream()
                        .filter(village -> sees(seen, village))
                        .map(CountChoices.VillageChoice::town)
                        .distinct()
                        .map(town -> new Town(
                                option(town, town, query.place()),
                                choices.villages().stream()
                                        .filter(village -> village.town().equals(town) && sees(seen, village))
                                        .map(village -> option(village.id().toString(), village.name(), query.place()))
                                        .toList()))
                        .toList(),
                Arrays.stream(AgeBand.values())
                        .map(band -> new AgeOption(band, band.code().equals(query.age())))
                        .toList(),
                choices.categories().stream()
                        .map(category ->
                                option(category.isEmpty() ? DashboardQuery.NONE : category, category, query.category()))
                        .toList(),
                seen.all());
    }

    /** The one that is chosen among them, however long ago it began. */
    private static List<Option> classes(DashboardQuery query, Choices choices) {
        List<Option> all = choices.classes().stream()
                .map(one -> option(one.id().toString(), one.name(), query.cohort()))
                .toList();
        return Stream.concat(
                        all.stream().limit(MOST_CLASSES),
                        all.stream().skip(MOST_CLASSES).filter(Option::chosen))
                .toList();
    }

    private static boolean sees(StaffVillages.Villages seen, CountChoices.VillageChoice village) {
        return seen.all() || seen.ids().contains(village.id());
    }

    private static Option option(String value, String words, String chosen) {
        return new Option(value, words, value.equals(chosen));
    }
}
