package org.tianbo.cohort.page.search;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.UUID;
import org.tianbo.cohort.Stage;
import org.tianbo.cohort.search.PeopleFilter;
import org.tianbo.cohort.search.PeopleOrder;
import org.tianbo.cohort.search.PeopleSearch;

/**
 * What one can choose on the list of people, and what is chosen.
 *
 * @param chips what is chosen, in words, each with the address of the list without it
 * @param everybody the address of the list of everybody
 */
record PeopleForm(
        List<Chip> chips,
        List<Option> classes,
        List<Town> towns,
        List<StageOption> stages,
        List<Option> mentors,
        List<Option> cards,
        List<Option> leaving,
        List<ColumnOption> columns,
        List<Option> orders,
        String everybody) {

    /** One thing that is chosen. */
    record Chip(String words, String without) {}

    record Option(String value, String words, boolean chosen) {}

    record StageOption(Stage stage, boolean chosen) {}

    record ColumnOption(PeopleColumn column, boolean chosen) {}

    record Town(Option whole, List<Option> villages) {}

    static PeopleForm of(
            PeopleQuery query,
            PeopleSearch.Choices choices,
            PeopleWords words,
            List<PeopleColumn> shown,
            boolean mayCall) {
        SearchMessages own = words.own();
        return new PeopleForm(
                chips(query, choices, words),
                choices.classes().stream()
                        .map(one -> option(one, query.cohort()))
                        .toList(),
                choices.towns().stream()
                        .map(town -> new Town(
                                new Option(town, own.wholeTown(town), town.equals(query.place())),
                                choices.villages().stream()
                                        .filter(village -> village.town().equals(town))
                                        .map(village -> new Option(
                                                village.id().toString(),
                                                village.name(),
                                                village.id().toString().equals(query.place())))
                                        .toList()))
                        .toList(),
                Arrays.stream(Stage.values())
                        .map(stage -> new StageOption(stage, stage.code().equals(query.stage())))
                        .toList(),
                mentors(query, choices, own),
                List.of(
                        new Option(PeopleQuery.YES, own.withCard(), PeopleQuery.YES.equals(query.card())),
                        new Option(PeopleQuery.NO, own.withoutCard(), PeopleQuery.NO.equals(query.card()))),
                List.of(
                        new Option(PeopleQuery.NO, own.whoIsHere(), PeopleQuery.NO.equals(query.left())),
                        new Option(PeopleQuery.YES, own.whoLeft(), PeopleQuery.YES.equals(query.left()))),
                Arrays.stream(PeopleColumn.values())
                        .filter(column -> mayCall || column != PeopleColumn.PHONE)
                        .map(column -> new ColumnOption(column, shown.contains(column)))
                        .toList(),
                orders(query, own),
                "/people");
    }

    private static List<Option> orders(PeopleQuery query, SearchMessages own) {
        List<Option> orders = new ArrayList<>();
        for (ListHead head : ListHead.of(query, List.of(PeopleColumn.values()), own)) {
            if (head.column() != PeopleColumn.IDLE && !head.href().isEmpty()) {
                PeopleOrder order = head.column() == null
                        ? PeopleOrder.BY_NAME
                        : head.column().order();
                boolean chosen = order.key() == query.order().key();
                orders.add(new Option(chosen ? query.order().code() : order.code(), head.words(), chosen));
            }
        }
        return orders;
    }

    private static List<Option> mentors(PeopleQuery query, PeopleSearch.Choices choices, SearchMessages own) {
        List<Option> mentors = new ArrayList<>();
        mentors.add(new Option(PeopleQuery.NONE, own.withoutMentor(), PeopleQuery.NONE.equals(query.mentor())));
        mentors.add(new Option(PeopleQuery.ANY, own.withMentor(), PeopleQuery.ANY.equals(query.mentor())));
        choices.mentors().forEach(one -> mentors.add(option(one, query.mentor())));
        return mentors;
    }

    private static Option option(PeopleSearch.Choice choice, String chosen) {
        String id = choice.id().toString();
        return new Option(id, choice.name(), id.equals(chosen));
    }

    private static List<Chip> chips(PeopleQuery query, PeopleSearch.Choices choices, PeopleWords words) {
        SearchMessages own = words.own();
        PeopleFilter filter = query.filter(true);
        List<Chip> chips = new ArrayList<>();
        if (!filter.words().typed().isEmpty()) {
            chips.add(new Chip(own.chipWords(filter.words().typed()), without(query, "q")));
        }
        filter.cohort()
                .ifPresent(
                        id -> chips.add(new Chip(name(choices.classes(), id, own.gone()), without(query, "cohort"))));
        filter.town().ifPresent(town -> chips.add(new Chip(own.wholeTown(town), without(query, "place"))));
        filter.village()
                .ifPresent(id -> chips.add(new Chip(
                        choices.village(id)
                                .map(village -> village.town() + " " + village.name())
                                .orElse(own.place() + " " + own.gone()),
                        without(query, "place"))));
        filter.stage().ifPresent(stage -> chips.add(new Chip(words.stage(stage), without(query, "stage"))));
        filter.mentor()
                .ifPresent(id -> chips.add(new Chip(
                        own.mentor() + " " + name(choices.mentors(), id, own.gone()), without(query, "mentor"))));
        filter.mentored()
                .ifPresent(any ->
                        chips.add(new Chip(any ? own.withMentor() : own.withoutMentor(), without(query, "mentor"))));
        filter.card()
                .ifPresent(
                        any -> chips.add(new Chip(any ? own.withCard() : own.withoutCard(), without(query, "card"))));
        filter.idleDays().ifPresent(days -> chips.add(new Chip(own.idleDays(days), without(query, "idle"))));
        filter.left()
                .ifPresent(gone -> chips.add(new Chip(gone ? own.whoLeft() : own.whoIsHere(), without(query, "left"))));
        return chips;
    }

    private static String name(List<PeopleSearch.Choice> choices, UUID id, String otherwise) {
        return choices.stream()
                .filter(one -> one.id().equals(id))
                .map(PeopleSearch.Choice::name)
                .findFirst()
                .orElse(otherwise);
    }

    private static String without(PeopleQuery query, String field) {
        return query.without(field).address();
    }
}
