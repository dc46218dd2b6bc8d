package org.tianbo.cohort.page.search;

import java.util.List;
import java.util.UUID;
import org.tianbo.cohort.search.FoundPerson;

/**
 * What a list says of somebody in one column. It is put into words here and not in the template: a page has fifty
 * people and ten columns, and a template that chooses for each cell makes up three quarters of the page's work.
 *
 * @param head the column's, for phones, where each person is a card
 * @param style its classes; empty for none
 * @param words empty where there is nothing to say
 * @param href where they lead; empty for nowhere
 * @param hint what the link does, where its words do not say so; empty otherwise
 * @param quiet whether it says that something is not there
 */
record PersonCell(String head, String style, String words, String href, String hint, boolean quiet) {

    private static final String NOWRAP = "nowrap";
    private static final String NOTHING = "nowrap bare";

    /**
     * Somebody as listed.
     *
     * @param here whether they have not left their class
     */
    record Listed(String name, UUID id, UUID cohort, boolean here, List<PersonCell> cells) {}

    static Listed listed(FoundPerson person, List<ListHead> heads, PeopleWords words) {
        return new Listed(
                person.name(),
                person.id(),
                person.cohort(),
                person.leftAt().isEmpty(),
                heads.stream()
                        .filter(head -> head.column() != null)
                        .map(head -> of(head, person, words))
                        .toList());
    }

    private static PersonCell of(ListHead head, FoundPerson person, PeopleWords words) {
        SearchMessages own = words.own();
        String said = head.column().cell(person, words).toString();
        return switch (head.column()) {
            case VILLAGE, STAGE -> new PersonCell(head.words(), "", said, "", "", false);
            case CLASS -> new PersonCell(head.words(), "", said, "/cohorts/" + person.cohort(), "", false);
            case PHONE ->
                said.isEmpty()
                        ? inOneLine(head, said)
                        : new PersonCell(head.words(), NOWRAP, said, "tel:" + said, own.callHint(person.name()), false);
            case MENTOR ->
                new PersonCell(head.words(), "", said.isEmpty() ? own.withoutMentor() : said, "", "", said.isEmpty());
            case CARD -> new PersonCell(head.words(), "", said, "", "", !person.card());
            case IDLE ->
                inOneLine(head, person.idleDays().map(days -> own.days(days)).orElse(""));
            case ACTIVE, ENROLLED, LEFT -> inOneLine(head, said);
        };
    }

    private static PersonCell inOneLine(ListHead head, String words) {
        return new PersonCell(head.words(), words.isEmpty() ? NOTHING : NOWRAP, words, "", "", false);
    }
}
