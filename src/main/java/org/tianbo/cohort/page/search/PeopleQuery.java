package org.tianbo.cohort.page.search;

import static org.tianbo.platform.web.ListAddress.given;

import jakarta.ws.rs.QueryParam;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Stream;
import org.tianbo.cohort.CohortRefused;
import org.tianbo.cohort.Stage;
import org.tianbo.cohort.search.ListPlace;
import org.tianbo.cohort.search.PeopleFilter;
import org.tianbo.cohort.search.PeopleOrder;
import org.tianbo.cohort.search.SearchWords;
import org.tianbo.platform.data.Ids;
import org.tianbo.platform.error.Refused;
import org.tianbo.platform.web.ListAddress;

/**
 * A list of people, as its address has it: everything is in there, so that a list can be kept, sent and come back to.
 * What is absent or empty filters nothing.
 *
 * @param q what was typed into the search box
 * @param cohort id of a class
 * @param place id of a village, or the name of a town
 * @param mentor id of a mentor; {@code any} and {@code none}
 * @param card {@code yes} or {@code no}
 * @param idle days in which nothing was done
 * @param left {@code yes} or {@code no}
 * @param sort see {@link PeopleOrder#of}
 * @param columns see {@link PeopleColumn#of}; empty for the remembered ones
 * @param rows how many a page has
 * @param after where the page begins
 */
record PeopleQuery(
        @QueryParam("q") String q,
        @QueryParam("cohort") String cohort,
        @QueryParam("place") String place,
        @QueryParam("stage") String stage,
        @QueryParam("mentor") String mentor,
        @QueryParam("card") String card,
        @QueryParam("idle") String idle,
        @QueryParam("left") String left,
        @QueryParam("sort") String sort,
        @QueryParam("columns") List<String> columns,
        @QueryParam("rows") String rows,
        @QueryParam("after") String after) {

    static final String YES = "yes";
    static final String NO = "no";
    static final String ANY = "any";
    static final String NONE = "none";

    private static final int USUAL_ROWS = 50;
    private static final int MOST_ROWS = 1_000;
    private static final int MOST_DAYS = 10_000;
    private static final Set<String> YES_OR_NO = Set.of(YES, NO);

    PeopleQuery {
        columns = columns == null ? List.of() : List.copyOf(columns);
    }

    /** @throws Refused for what can be no filter */
    PeopleFilter filter(boolean mayCall) {
        Optional<UUID> village = given(place).flatMap(Ids::parse);
        return new PeopleFilter(
                SearchWords.of(q),
                mayCall,
                cohortId(),
                given(stage).map(code -> Stage.of(code).orElseThrow(() -> refused("stage", "cohort.stage-unknown"))),
                village.isPresent() ? Optional.empty() : given(place).map(PeopleQuery::withoutControls),
                village,
                mentorId(),
                isAnyMentor() ? Optional.of(ANY.equals(mentor)) : Optional.empty(),
                yes("card", card),
                given(idle).map(days -> number("idle", days, 0, MOST_DAYS)),
                yes("left", left));
    }

    Optional<UUID> cohortId() {
        return id("cohort", cohort);
    }

    /** Empty for anybody and nobody, too. */
    Optional<UUID> mentorId() {
        return isAnyMentor() ? Optional.empty() : id("mentor", mentor);
    }

    private boolean isAnyMentor() {
        return ANY.equals(mentor) || NONE.equals(mentor);
    }

    PeopleOrder order() {
        return given(sort)
                .map(code -> PeopleOrder.of(code).orElseThrow(() -> refused("sort", "cohort.order-unknown")))
                .orElse(PeopleOrder.BY_NAME);
    }

    Optional<ListPlace> start() {
        return given(after).map(code -> ListPlace.parse(code, order()));
    }

    /** How many a page has. */
    public int size() {
        return given(rows).map(most -> number("rows", most, 1, MOST_ROWS)).orElse(USUAL_ROWS);
    }

    /** Whether so many are asked for that it can only be for printing. */
    public boolean isLong() {
        return size() > USUAL_ROWS;
    }

    /** Whether anything is filtered. */
    public boolean isNarrowed() {
        return Stream.of(q, cohort, place, stage, mentor, card, idle, left)
                .anyMatch(value -> given(value).isPresent());
    }

    /** The query of an address, with its question mark; empty for the first page of everybody. */
    public String query() {
        return ListAddress.of("")
                .with("q", q)
                .with("cohort", cohort)
                .with("place", place)
                .with("stage", stage)
                .with("mentor", mentor)
                .with("card", card)
                .with("idle", idle)
                .with("left", left)
                .with("sort", sort)
                .with("columns", String.join(",", columns))
                .with("rows", rows)
                .with("after", after)
                .toString();
    }

    public String address() {
        return "/people" + query();
    }

    PeopleQuery without(String field) {
        return with(field, "");
    }

    PeopleQuery from(ListPlace place) {
        return with("after", place.code());
    }

    PeopleQuery sorted(PeopleOrder wanted) {
        return with("sort", wanted.code());
    }

    /** The same list from its beginning, for printing. */
    PeopleQuery forPrinting() {
        return with("after", "").with("rows", Integer.toString(MOST_ROWS));
    }

    PeopleQuery inPages() {
        return with("after", "").with("rows", "");
    }

    /** The same people in the same order, from the beginning and whatever is shown of them. */
    PeopleQuery list() {
        return inPages().withColumns(List.of());
    }

    PeopleQuery withColumns(List<String> wanted) {
        return new PeopleQuery(q, cohort, place, stage, mentor, card, idle, left, sort, wanted, rows, after);
    }

    private PeopleQuery with(String field, String value) {
        return new PeopleQuery(
                field.equals("q") ? value : q,
                field.equals("cohort") ? value : cohort,
                field.equals("place") ? value : place,
                field.equals("stage") ? value : stage,
                field.equals("mentor") ? value : mentor,
                field.equals("card") ? value : card,
                field.equals("idle") ? value : idle,
                field.equals("left") ? value : left,
                field.equals("sort") ? value : sort,
                columns,
                field.equals("rows") ? value : rows,
                field.equals("after") ? value : List.of("rows", "columns").contains(field) ? after : "");
    }

    private static String withoutControls(String text) {
        return SearchWords.of(text).typed();
    }

    private static Optional<UUID> id(String field, String value) {
        return given(value).map(text -> Ids.parse(text).orElseThrow(() -> refused(field, "cohort.filter-unknown")));
    }

    private static Optional<Boolean> yes(String field, String value) {
        return given(value).map(text -> {
            if (!YES_OR_NO.contains(text)) {
                throw refused(field, "cohort.filter-unknown");
            }
            return YES.equals(text);
        });
    }

    private static int number(String field, String text, int least, int most) {
        try {
            int number = Integer.parseInt(text);
            if (number >= least && number <= most) {
                return number;
            }
        } catch (NumberFormatException noNumber) {
            throw refused(field, "cohort.number-out-of-range");
        }
        throw refused(field, "cohort.number-out-of-range");
    }

    private static RuntimeException refused(String field, String code) {
        return CohortRefused.because(field, code);
    }
}
