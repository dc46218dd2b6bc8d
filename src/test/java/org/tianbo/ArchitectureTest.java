package org.tianbo;

import static java.util.Map.entry;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.tianbo.House.Use;

/** The house plan: arrows between features end at a feature's root; inside, they run from {@code page} to the root. */
class ArchitectureTest {

    /** What each feature may use besides itself and {@code platform}. */
    private static final Map<String, Set<String>> FEATURES = Map.ofEntries(
            entry(House.PLATFORM, Set.of()),
            entry("media", Set.of()),
            entry("people", Set.of()),
            entry("family", Set.of("people")),
            entry("curriculum", Set.of()),
            entry("notification", Set.of()),
            entry("settings", Set.of("people")),
            entry("narration", Set.of("media", "people", "curriculum")),
            entry("learning", Set.of("people", "settings", "curriculum", "narration")),
            entry("film", Set.of("media", "curriculum", "learning")),
            entry("authoring", Set.of("people", "curriculum", "learning")),
            entry("practice", Set.of("media", "people", "settings", "curriculum", "notification")),
            entry("mentoring", Set.of("family", "people", "settings", "curriculum", "learning", "practice")),
            entry("certification", Set.of("people", "settings", "learning", "mentoring")),
            entry("store", Set.of("media", "people", "settings", "curriculum", "practice")),
            entry("attendance", Set.of("people")),
            entry(
                    "cohort",
                    Set.of(
                            "attendance",
                            "family",
                            "media",
                            "notification",
                            "people",
                            "settings",
                            "curriculum",
                            "learning",
                            "practice",
                            "mentoring",
                            "certification",
                            "store")),
            entry(
                    "ledger",
                    Set.of("attendance", "people", "learning", "mentoring", "certification", "store", "cohort")),
            entry("privacy", Set.of("media", "people", "settings")),
            entry("interop", Set.of("people", "learning", "practice", "mentoring", "certification", "store", "cohort")),
            entry(
                    "home",
                    Set.of(
                            "attendance",
                            "people",
                            "curriculum",
                            "notification",
                            "learning",
                            "practice",
                            "mentoring",
                            "certification",
                            "store",
                            "privacy",
                            "cohort")));

    /** What each room may use besides its feature's root; {@code page} may use every room of its feature. */
    static final Map<String, Map<String, Set<String>>> ROOMS = Map.ofEntries(
            entry(
                    House.PLATFORM,
                    Map.ofEntries(
                            entry("audit", Set.of("data")),
                            entry("data", Set.of("error")),
                            entry("embedded", Set.of("web")),
                            entry("error", Set.of()),
                            entry("jobs", Set.of("error", "security")),
                            entry("paper", Set.of("error", "web")),
                            entry("privacy", Set.of("security")),
                            entry("readiness", Set.of()),
                            entry("search", Set.of()),
                            entry("security", Set.of("data", "error", "web", "web.edge")),
                            entry("session", Set.of("data", "jobs", "security", "time")),
                            entry("signin", Set.of("data", "security", "web", "web.fault")),
                            entry("table", Set.of("error")),
                            entry("table.csv", Set.of("table")),
                            entry("table.rows", Set.of("error", "table", "table.csv", "table.xlsx")),
                            entry("table.xlsx", Set.of("table")),
                            entry("time", Set.of()),
                            entry("waiting", Set.of("data")),
                            entry("web", Set.of("error", "table.csv", "table.xlsx")),
                            entry("web.assets", Set.of("data")),
                            entry("web.edge", Set.of("error", "web")),
                            entry("web.fault", Set.of("data", "error", "session", "web", "web.edge")))),
            entry("media", Map.of("playback", Set.of("storage"), "quota", Set.of(), "storage", Set.of())),
            entry(
                    "people",
                    Map.ofEntries(
                            entry("account", Set.of()),
                            entry("mentorship", Set.of("account", "person")),
                            entry("person", Set.of("account")),
                            entry("roster", Set.of("account", "person")),
                            entry("staff", Set.of("account", "person")),
                            entry("opening", Set.of("person", "staff")))),
            entry(
                    "curriculum",
                    Map.ofEntries(
                            entry("checks", Set.of("document", "lesson")),
                            entry("content", Set.of("checks", "document", "lesson")),
                            entry("county", Set.of("document")),
                            entry("desk", Set.of("checks", "content", "county", "document", "published")),
                            entry("document", Set.of()),
                            entry("lesson", Set.of("document")),
                            entry("published", Set.of("checks", "content", "county", "document", "lesson")))),
            entry("narration", Map.of("voice", Set.of())),
            entry("family", Map.of("helping", Set.of())),
            entry("settings", Map.of("history", Set.of())),
            entry(
                    "learning",
                    Map.ofEntries(
                            entry("items", Set.of()),
                            entry("page.quiz", Set.of("items", "page.voice", "progress", "video")),
                            entry("page.search", Set.of("search")),
                            entry("page.voice", Set.of()),
                            entry("progress", Set.of("sync")),
                            entry("search", Set.of()),
                            entry("sync", Set.of()),
                            entry("video", Set.of("sync")))),
            entry(
                    "film",
                    Map.ofEntries(
                            entry("captions", Set.of()),
                            entry("making", Set.of("upload")),
                            entry("publishing", Set.of()),
                            entry("upload", Set.of()))),
            entry(
                    "practice",
                    Map.ofEntries(
                            entry("attempt", Set.of("plan")),
                            entry("audience", Set.of()),
                            entry("lifecycle", Set.of("attempt", "lookback", "plan")),
                            entry("hls", Set.of("upload")),
                            entry("invitation", Set.of("attempt", "hls")),
                            entry("live", Set.of("attempt", "hls", "invitation", "plan")),
                            entry("lookback", Set.of("attempt", "audience", "plan")),
                            entry("page.live", Set.of("invitation", "live", "plan")),
                            entry("page.messages", Set.of()),
                            entry("phonelost", Set.of("attempt")),
                            entry("plan", Set.of()),
                            entry("preparation", Set.of("attempt", "lifecycle", "lookback", "plan")),
                            entry("push", Set.of("attempt", "upload")),
                            entry("recording", Set.of("attempt", "lifecycle", "take", "upload")),
                            entry("take", Set.of("attempt", "upload")),
                            entry("upload", Set.of("attempt", "audience", "lifecycle", "plan")))),
            entry(
                    "mentoring",
                    Map.ofEntries(
                            entry("calibration", Set.of()),
                            entry("draft", Set.of()),
                            entry("feedback", Set.of("draft", "review", "rubric")),
                            entry("overdue", Set.of("review")),
                            entry("review", Set.of("draft", "rubric")),
                            entry("rubric", Set.of()))),
            entry(
                    "certification",
                    Map.ofEntries(
                            entry("badge", Set.of("certificate", "criteria")),
                            entry("certificate", Set.of("criteria")),
                            entry("criteria", Set.of()))),
            entry(
                    "store",
                    Map.ofEntries(
                            entry("hosts", Set.of("opening")),
                            entry("income", Set.of("opening", "orderfile")),
                            entry("opening", Set.of("photo")),
                            entry("orderfile", Set.of()),
                            entry("orders", Set.of("hosts", "income", "opening", "orderfile")),
                            entry("photo", Set.of()))),
            entry(
                    "interop",
                    Map.ofEntries(
                            entry("connection", Set.of()),
                            entry("delivery", Set.of("connection", "statement")),
                            entry("oneroster", Set.of()),
                            entry("statement", Set.of()))),
            entry("attendance", Map.of("presence", Set.of("schedule"), "schedule", Set.of())),
            entry(
                    "cohort",
                    Map.ofEntries(
                            entry("audit", Set.of()),
                            entry("cards", Set.of("enrolment")),
                            entry("counts", Set.of("progress")),
                            entry("enrolment", Set.of()),
                            entry("followup", Set.of("enrolment")),
                            entry("joining", Set.of("enrolment")),
                            entry("milestone", Set.of("enrolment")),
                            entry("outcome", Set.of("enrolment", "followup")),
                            entry("page.dashboard", Set.of("counts", "enrolment", "outcome", "page", "progress")),
                            entry("page.followup", Set.of("enrolment", "followup", "outcome", "search", "spotcheck")),
                            entry("page.person", Set.of("enrolment", "joining", "transfer")),
                            entry("page.search", Set.of("enrolment", "page", "search")),
                            entry("page.start", Set.of()),
                            entry("page.stuck", Set.of("enrolment", "search", "stuck")),
                            entry("progress", Set.of("enrolment", "milestone")),
                            entry("roster", Set.of("enrolment")),
                            entry("search", Set.of()),
                            entry("sessions", Set.of("enrolment")),
                            entry("spotcheck", Set.of()),
                            entry("stuck", Set.of("enrolment")),
                            entry("transfer", Set.of("enrolment", "joining")))),
            entry(
                    "privacy",
                    Map.ofEntries(
                            entry("consent", Set.of()),
                            entry("copy", Set.of("known", "retention")),
                            entry("correction", Set.of("known")),
                            entry("erasure", Set.of("key", "known", "retention")),
                            entry("key", Set.of()),
                            entry("known", Set.of()),
                            entry("looks", Set.of()),
                            entry("retention", Set.of()))),
            entry(
                    "ledger",
                    Map.ofEntries(
                            entry("chain", Set.of()),
                            entry("entry", Set.of("chain")),
                            entry("export", Set.of("chain", "entry")),
                            entry("flag", Set.of()))));

    /** Uses against the plan that wait to be mended; one that is mended must go from here. */
    private static final Set<String> AGAINST_THE_PLAN = Set.of();

    private static final Path DIAGRAM = Path.of("src/docs/house.md");

    private static final House HOUSE = new House(MainClasses.ALL);

    @Test
    void everyFeatureIsPlanned() {
        assertThat(HOUSE.features()).isEqualTo(new TreeSet<>(FEATURES.keySet()));
    }

    @Test
    void everyRoomIsPlanned() {
        Map<String, Set<String>> planned = new TreeMap<>();
        ROOMS.forEach((feature, rooms) -> planned.put(feature, new TreeSet<>(rooms.keySet())));
        assertThat(HOUSE.roomsByFeature()).isEqualTo(planned);
    }

    @Test
    void whatIsUsedIsAllowed() {
        List<String> found = againstThePlan().map(Use::toString).sorted().toList();
        assertThat(found)
                .as("uses against the plan, who uses at the left; FEATURES and ROOMS say what is allowed")
                .containsExactlyInAnyOrderElementsOf(AGAINST_THE_PLAN);
    }

    @Test
    void whatIsAllowedIsUsed() {
        List<String> unused = HOUSE.untaken(FEATURES, ROOMS);
        assertThat(unused).as("allowed arrows that nobody takes: strike them").isEmpty();
    }

    @Test
    void nothingGoesRoundInCircles() {
        List<String> circles = new ArrayList<>(House.onCircles("", FEATURES));
        ROOMS.forEach((feature, rooms) -> circles.addAll(House.onCircles(feature + "/", rooms)));
        assertThat(circles).as("features and rooms on a circle of the plan").isEmpty();
    }

    /** {@code -Dhouse=print} prints the diagram with numbers of files, {@code -Dhouse=write} renews the file. */
    @Test
    void theDiagramShowsTheHouse() throws IOException {
        String text = HOUSE.drawing(DIAGRAM, System.getProperty("house", ""));
        assertThat(Files.exists(DIAGRAM) && Files.readString(DIAGRAM).equals(text))
                .as("%s no longer shows the house; renew it: mvn test -Dtest=ArchitectureTest -Dhouse=write", DIAGRAM)
                .isTrue();
    }

    private static Stream<Use> againstThePlan() {
        return HOUSE.uses(use -> !House.isAllowed(use, FEATURES, ROOMS)).stream();
    }
}
