package org.tianbo.cohort.page.dashboard;

import static org.tianbo.platform.web.ListAddress.given;

import jakarta.ws.rs.QueryParam;
import java.time.YearMonth;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.tianbo.cohort.CohortRefused;
import org.tianbo.cohort.Stage;
import org.tianbo.cohort.counts.AgeBand;
import org.tianbo.cohort.counts.CountFilter;
import org.tianbo.cohort.counts.CountedPeople;
import org.tianbo.cohort.counts.StageCounts;
import org.tianbo.platform.data.Ids;
import org.tianbo.platform.error.Refused;
import org.tianbo.platform.web.ListAddress;

/**
 * Which numbers are asked for, as the address has it. What is absent or empty narrows nothing.
 *
 * @param cohort id of a class
 * @param place id of a village, or the name of a town; {@link #NOWHERE} for people without a village
 * @param age see {@link AgeBand#of}
 * @param category as the roster has it; {@value #NONE} for people without one
 * @param by what is put side by side, see {@link StageCounts.Side#code}; the classes where it is absent
 * @param stage of a list of people: those who hold it
 * @param left of a list of people: {@code true} for those alone who left
 * @param after where a page begins: of the list a trainee and a class, of what is put side by side the part before
 * @param month of a list of people: as of the end of that month, {@code 2026-05}; absent for today
 */
record DashboardQuery(
        @QueryParam("cohort") String cohort,
        @QueryParam("place") String place,
        @QueryParam("age") String age,
        @QueryParam("category") String category,
        @QueryParam("by") String by,
        @QueryParam("stage") String stage,
        @QueryParam("left") boolean left,
        @QueryParam("after") String after,
        @QueryParam("month") String month) {

    static final String NONE = "-";

    /** Stands in the counts where somebody has no village, and thereby no town. */
    static final String NOWHERE = new UUID(0, 0).toString();

    private static final Pattern MONTH = Pattern.compile("20\\d\\d-(0[1-9]|1[0-2])");

    private static final String UNKNOWN = "cohort.filter-unknown";

    /** @param among the villages whose numbers the reader may see; empty for all */
    CountFilter filter(Optional<List<UUID>> among) {
        Optional<UUID> village = given(place).flatMap(Ids::parse);
        return new CountFilter(
                cohortId(),
                village.isPresent() ? Optional.empty() : given(place),
                village,
                among,
                given(age).map(code -> AgeBand.of(code).orElseThrow(() -> refused("age", UNKNOWN))),
                given(category).map(text -> text.equals(NONE) ? "" : text));
    }

    Optional<UUID> cohortId() {
        return given(cohort).map(text -> Ids.parse(text).orElseThrow(() -> refused("cohort", UNKNOWN)));
    }

    StageCounts.Side side() {
        return given(by)
                .map(code -> Arrays.stream(StageCounts.Side.values())
                        .filter(side -> side.code().equals(code))
                        .findFirst()
                        .orElseThrow(() -> refused("by", UNKNOWN)))
                .filter(side -> side != StageCounts.Side.NONE)
                .orElse(StageCounts.Side.COHORT);
    }

    CountedPeople.Wanted people(Optional<List<UUID>> among) {
        return new CountedPeople.Wanted(filter(among), wantedStage(), left, monthEnd());
    }

    /** @throws Refused for what is no month */
    private Optional<YearMonth> monthEnd() {
        return given(month).map(text -> {
            if (!MONTH.matcher(text).matches()) {
                throw refused("month", UNKNOWN);
            }
            return YearMonth.parse(text);
        });
    }

    /** The same as of the end of a month. */
    public DashboardQuery inMonth(YearMonth end) {
        return new DashboardQuery(cohort, place, age, category, by, stage, left, after, end.toString());
    }

    Stage wantedStage() {
        return given(stage)
                .map(code -> Stage.of(code).orElseThrow(() -> refused("stage", "cohort.stage-unknown")))
                .orElse(Stage.ENROLLED);
    }

    /** A stage that somebody came to from another. */
    Stage timedStage() {
        Stage wanted = wantedStage();
        if (wanted == Stage.ENROLLED) {
            throw refused("stage", "cohort.stage-unknown");
        }
        return wanted;
    }

    Optional<CountedPeople.Place> start() {
        return given(after).map(text -> {
            String[] parts = text.split("_", 2);
            Optional<UUID> trainee = Ids.parse(parts[0]);
            Optional<UUID> inClass = parts.length < 2 ? Optional.empty() : Ids.parse(parts[1]);
            if (trainee.isEmpty() || inClass.isEmpty()) {
                throw refused("after", UNKNOWN);
            }
            return new CountedPeople.Place(trainee.get(), inClass.get());
        });
    }

    /** Whether anything narrows the numbers. */
    public boolean isNarrowed() {
        return Stream.of(cohort, place, age, category)
                .anyMatch(value -> given(value).isPresent());
    }

    /** Whether these are the numbers of people without a village. */
    public boolean isNowhere() {
        return NOWHERE.equals(place);
    }

    /** The address of a page of these numbers. */
    public String at(String page) {
        return narrowed("/dashboards" + page, by, "", false, "").toString();
    }

    /** The page of what is put side by side that begins behind this part. */
    String rowsAfter(String key) {
        return narrowed("/dashboards", by, "", false, key.isEmpty() ? NONE : key)
                .toString();
    }

    /** Behind which part the page begins; empty for the first. */
    Optional<String> partBefore() {
        return given(after).map(key -> key.equals(NONE) ? "" : key);
    }

    /** The list of those of the class behind an income. @param kind as the address of the list has it */
    public String incomes(int round, String kind) {
        return "/dashboards/income/people?round=" + round + "&kind=" + kind
                + cohortId().map(id -> "&cohort=" + id).orElse("");
    }

    /** The list of those of these numbers who hold a stage. */
    public String people(Stage holding) {
        return list(holding == Stage.ENROLLED ? "" : holding.code(), false, "");
    }

    /** The list of those of these numbers who came from the stage before to this one, by how long that took. */
    public String timed(Stage reached) {
        return narrowed("/dashboards/times/people", "", reached.code(), false, "")
                .toString();
    }

    /** The list of those of these numbers who left. */
    public String whoLeft() {
        return list("", true, "");
    }

    String from(CountedPeople.Place last) {
        return list(stage, left, last.trainee() + "_" + last.cohort());
    }

    /** Narrowed by the class and nothing else. */
    public DashboardQuery byClassAlone() {
        return new DashboardQuery(cohort, "", "", "", by, "", false, "", "");
    }

    public DashboardQuery sideBySide(String side) {
        return new DashboardQuery(cohort, place, age, category, side, stage, left, "", "");
    }

    /** The numbers of one part of what is put side by side. */
    DashboardQuery part(StageCounts.Side side, String key) {
        return new DashboardQuery(
                side == StageCounts.Side.COHORT ? key : cohort,
                switch (side) {
                    case TOWN -> given(place).orElse(key.isEmpty() ? NOWHERE : key);
                    case VILLAGE -> key;
                    default -> place;
                },
                side == StageCounts.Side.AGE ? key : age,
                side == StageCounts.Side.CATEGORY ? (key.isEmpty() ? NONE : key) : category,
                by,
                stage,
                left,
                "",
                month);
    }

    private String list(String holding, boolean gone, String start) {
        return narrowed("/dashboards/people", "", holding, gone, start)
                .with("month", month)
                .toString();
    }

    private ListAddress narrowed(String path, String side, String holding, boolean gone, String start) {
        return ListAddress.of(path)
                .with("cohort", cohort)
                .with("place", place)
                .with("age", age)
                .with("category", category)
                .with("by", side)
                .with("stage", holding)
                .with("left", gone ? "true" : "")
                .with("after", start);
    }

    private static RuntimeException refused(String field, String code) {
        return CohortRefused.because(field, code);
    }
}
