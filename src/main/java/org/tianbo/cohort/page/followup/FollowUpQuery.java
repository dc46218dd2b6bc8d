package org.tianbo.cohort.page.followup;

import jakarta.ws.rs.QueryParam;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.time.DateTimeException;
import java.time.LocalDate;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.tianbo.cohort.CohortRefused;
import org.tianbo.cohort.followup.Assignments;
import org.tianbo.cohort.followup.DueFilter;
import org.tianbo.cohort.followup.DueState;
import org.tianbo.cohort.followup.DueVisit;
import org.tianbo.platform.data.Ids;
import org.tianbo.platform.error.Refused;

/**
 * Which list is asked for, as the address has it.
 *
 * @param state a {@link DueState}'s code; empty for the first list that has anybody on it
 * @param cohort a class's id, empty for all, as are the village's and the visitor's; {@code none} for nobody's visits
 * @param after the last line of the page before: day, trainee and round between slashes
 */
record FollowUpQuery(
        @QueryParam("state") String state,
        @QueryParam("cohort") String cohort,
        @QueryParam("village") String village,
        @QueryParam("visitor") String visitor,
        @QueryParam("after") String after) {

    private static final String NONE = "none";
    private static final String ME = "me";
    private static final int PARTS = 3;
    private static final int LAST = 2;

    FollowUpQuery whole() {
        return new FollowUpQuery(text(state), text(cohort), text(village), text(visitor), text(after));
    }

    /** @throws Refused for what can be no filter */
    DueFilter filter(boolean mayCall, UUID reader) {
        return new DueFilter(
                Optional.empty(),
                cohortId(),
                villageId().map(Set::of),
                visitor.equals(ME) ? Optional.of(reader) : visitorId(),
                visitor.equals(NONE),
                mayCall);
    }

    Optional<UUID> cohortId() {
        return id("cohort", cohort);
    }

    Optional<UUID> villageId() {
        return id("village", village);
    }

    /** Empty for nobody's and one's own visits, too. */
    Optional<UUID> visitorId() {
        return visitor.equals(ME) || visitor.equals(NONE) ? Optional.empty() : id("visitor", visitor);
    }

    private static Optional<UUID> id(String field, String value) {
        return Optional.of(value).filter(text -> !text.isEmpty()).map(text -> Ids.parse(text)
                .orElseThrow(() -> CohortRefused.because(field, "cohort.filter-unknown")));
    }

    /** The list that was asked for, else the most urgent one that has anybody on it. */
    DueState stateOr(Map<DueState, Integer> counts) {
        return DueState.of(state)
                .orElseGet(() -> counts.keySet().stream().findFirst().orElse(DueState.DUE));
    }

    DueFilter in(DueState wanted, DueFilter filter) {
        return new DueFilter(
                Optional.of(wanted),
                filter.cohort(),
                filter.villages(),
                filter.visitor(),
                filter.unassigned(),
                filter.mayCall());
    }

    Optional<DueVisit.Position> position() {
        String[] parts = after.split("/", PARTS);
        try {
            return parts.length < PARTS || !parts[LAST].matches("\\d")
                    ? Optional.empty()
                    : Ids.parse(parts[1])
                            .map(trainee -> new DueVisit.Position(
                                    LocalDate.parse(parts[0]), trainee, Integer.parseInt(parts[LAST])));
        } catch (DateTimeException unreadable) {
            return Optional.empty();
        }
    }

    /** The same filters on another list. */
    String address(DueState wanted) {
        return "/follow-up?state=" + wanted.code() + "&cohort=" + encoded(cohort) + "&village=" + encoded(village)
                + "&visitor=" + encoded(visitor);
    }

    String after(DueState wanted, DueVisit.Position last) {
        return address(wanted) + "&after=" + encoded(last.due() + "/" + last.trainee() + "/" + last.round());
    }

    /** A class, a trainee and a round between slashes. */
    static Optional<Assignments.Round> round(String typed) {
        String[] parts = typed.split("/", PARTS);
        if (parts.length < PARTS || !parts[LAST].matches("[1-3]")) {
            return Optional.empty();
        }
        return Ids.parse(parts[0]).flatMap(cohort -> Ids.parse(parts[1])
                .map(trainee -> new Assignments.Round(cohort, trainee, Integer.parseInt(parts[LAST]))));
    }

    private static String encoded(String text) {
        return URLEncoder.encode(text, StandardCharsets.UTF_8);
    }

    private static String text(String typed) {
        return Objects.toString(typed, "").strip();
    }
}
