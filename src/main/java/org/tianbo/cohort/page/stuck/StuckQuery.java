package org.tianbo.cohort.page.stuck;

import static org.tianbo.platform.web.ListAddress.given;

import jakarta.ws.rs.QueryParam;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Stream;
import org.tianbo.cohort.CohortRefused;
import org.tianbo.cohort.Stage;
import org.tianbo.cohort.search.SearchWords;
import org.tianbo.cohort.stuck.StuckFilter;
import org.tianbo.cohort.stuck.StuckPlace;
import org.tianbo.cohort.stuck.StuckReason;
import org.tianbo.platform.data.Ids;
import org.tianbo.platform.error.Refused;
import org.tianbo.platform.web.ListAddress;

/**
 * A list of those who stand still, as its address has it. What is absent or empty filters nothing.
 *
 * @param cohort id of a class
 * @param place id of a village, or the name of a town
 * @param stage code of the furthest stage held
 * @param reason code of why
 * @param resting {@code yes} for those who need not be called before an agreed day
 * @param after where the page begins
 */
record StuckQuery(
        @QueryParam("cohort") String cohort,
        @QueryParam("place") String place,
        @QueryParam("stage") String stage,
        @QueryParam("reason") String reason,
        @QueryParam("resting") String resting,
        @QueryParam("after") String after) {

    static final String YES = "yes";

    /** @throws Refused for what can be no filter */
    StuckFilter filter(Optional<Set<UUID>> villages) {
        Optional<UUID> village = given(place).flatMap(Ids::parse);
        return new StuckFilter(
                villages,
                cohortId(),
                village.isPresent()
                        ? Optional.empty()
                        : given(place).map(town -> SearchWords.of(town).typed()),
                village,
                given(stage).map(code -> Stage.of(code).orElseThrow(() -> refused("stage", "cohort.stage-unknown"))),
                given(reason).map(code -> StuckReason.of(code)
                        .orElseThrow(() -> refused("reason", "cohort.filter-unknown"))),
                isResting(),
                false);
    }

    Optional<UUID> cohortId() {
        return given(cohort).map(id -> Ids.parse(id).orElseThrow(() -> refused("cohort", "cohort.filter-unknown")));
    }

    Optional<StuckPlace> start() {
        return given(after).map(StuckPlace::parse);
    }

    public boolean isResting() {
        return YES.equals(resting);
    }

    /** Whether anything is filtered besides the reason. */
    public boolean isNarrowed() {
        return Stream.of(cohort, place, stage).anyMatch(value -> given(value).isPresent());
    }

    /** The address of the page behind that place. */
    String from(StuckPlace last) {
        return address("/stuck", reason, resting, last.code());
    }

    /** The address of the list of one reason. */
    public String ofReason(StuckReason one) {
        return address("/stuck", one.code(), resting, "");
    }

    /** The address of the list of every reason. */
    public String ofAnyReason() {
        return address("/stuck", "", resting, "");
    }

    public String ofResting() {
        return address("/stuck", "", YES, "");
    }

    public String ofDue() {
        return address("/stuck", "", "", "");
    }

    /** The same people as a list of calls. */
    public String calls() {
        return address("/calls", reason, "", "");
    }

    private String address(String path, String why, String rest, String from) {
        return ListAddress.of(path)
                .with("cohort", cohort)
                .with("place", place)
                .with("stage", stage)
                .with("reason", why)
                .with("resting", rest)
                .with("after", from)
                .toString();
    }

    private static RuntimeException refused(String field, String code) {
        return CohortRefused.because(field, code);
    }
}
