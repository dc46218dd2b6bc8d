package org.tianbo.cohort.page.search;

import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.stream.Stream;
import org.tianbo.cohort.search.FoundPerson;
import org.tianbo.cohort.search.PeopleOrder;

/** What is shown of people beside their names. */
public enum PeopleColumn {
    VILLAGE,
    PHONE,
    CLASS,
    STAGE,
    MENTOR,
    CARD,
    ACTIVE,
    IDLE,
    ENROLLED,
    LEFT;

    /** What fits a laptop and is asked for daily. */
    static final List<PeopleColumn> USUAL = List.of(VILLAGE, PHONE, CLASS, STAGE, MENTOR, IDLE);

    /** In the address: no column but the name. */
    private static final String NONE = "name";

    /** As addresses have it. */
    public String code() {
        return name().toLowerCase(Locale.ROOT);
    }

    /** The order a click on its head asks for; null where people are not sorted by it. */
    public PeopleOrder order() {
        return switch (this) {
            case VILLAGE -> new PeopleOrder(PeopleOrder.Key.VILLAGE, false);
            case STAGE -> new PeopleOrder(PeopleOrder.Key.STAGE, false);
            case ACTIVE, IDLE -> new PeopleOrder(PeopleOrder.Key.ACTIVE, false);
            case ENROLLED -> new PeopleOrder(PeopleOrder.Key.ENROLLED, true);
            default -> null;
        };
    }

    /** Those of the codes that are columns, in the columns' own order; what is none is left out. */
    static List<PeopleColumn> of(List<String> codes) {
        List<String> all =
                codes.stream().flatMap(code -> Stream.of(code.split(","))).toList();
        return Arrays.stream(values())
                .filter(column -> all.contains(column.code()))
                .toList();
    }

    static String codes(List<PeopleColumn> columns) {
        return columns.isEmpty()
                ? NONE
                : String.join(",", columns.stream().map(PeopleColumn::code).toList());
    }

    /** As a file has it: a text, a number or a day. */
    Object cell(FoundPerson person, PeopleWords words) {
        return switch (this) {
            case VILLAGE -> (person.town() + " " + person.village()).strip();
            case PHONE -> person.mobile();
            case CLASS -> person.className();
            case STAGE -> words.stage(person.stage());
            case MENTOR -> person.mentors();
            case CARD -> words.yesOrNo(person.card());
            case ACTIVE -> PeopleWords.day(person.lastActive());
            case IDLE -> person.idleDays().<Object>map(days -> days).orElse("");
            case ENROLLED -> PeopleWords.day(person.enrolledAt());
            case LEFT -> person.leftAt().<Object>map(PeopleWords::day).orElse("");
        };
    }
}
