package org.tianbo.demo;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.quarkus.runtime.StartupEvent;
import jakarta.annotation.Priority;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import java.net.URI;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.jboss.logging.Logger;
import org.tianbo.certification.certificate.CertificateView;
import org.tianbo.certification.certificate.Certification;
import org.tianbo.cohort.MilestoneEvidence;
import org.tianbo.cohort.enrolment.Cohorts;
import org.tianbo.cohort.enrolment.Consent;
import org.tianbo.curriculum.Curriculum;
import org.tianbo.curriculum.LessonSummary;
import org.tianbo.curriculum.Quiz;
import org.tianbo.mentoring.ReviewPublished;
import org.tianbo.people.NewPerson;
import org.tianbo.people.People;
import org.tianbo.platform.data.Ids;
import org.tianbo.platform.embedded.EmbeddedConfig;
import org.tianbo.platform.jobs.Job;
import org.tianbo.platform.jobs.Jobs;
import org.tianbo.platform.security.CurrentCounty;
import org.tianbo.platform.web.PublicAddress;
import org.tianbo.practice.AttemptSubmitted;
import org.tianbo.store.opening.GateStatus;
import org.tianbo.store.opening.Store;
import org.tianbo.store.opening.StoreView;
import org.tianbo.store.opening.SubmittedEvidence;

/**
 * One trainee who is further along than the others: learned, rehearsed, graded, certified, with a store and some months
 * of income. She gets there through the front door, after the start, in two pieces of work: up to the rehearsal, and on
 * from its being ready to grade.
 */
@ApplicationScoped
class DemoJourney implements Job {

    private static final Logger LOG = Logger.getLogger(DemoJourney.class);
    private static final String NAME = "demo.road";
    static final String REHEARSE = "rehearse";
    private static final int AFTER_THE_DATA = 6_000;
    /** Over the day before, as far back as a phone of somebody who joined now may tell. */
    private static final Duration LEARNED_WITHIN = Duration.ofHours(20);

    private static final UUID ATTEMPT = UUID.fromString("019b0000-0000-7000-8000-0000000000a8");

    private final DemoConfig config;
    private final EmbeddedConfig embedded;
    private final PublicAddress address;
    private final DemoClip clip;
    private final Jobs jobs;
    private final CurrentCounty county;
    private final People people;
    private final Cohorts cohorts;
    private final Curriculum curriculum;
    private final Certification certification;
    private final Store store;
    private final ObjectMapper json;
    private final Clock clock;

    DemoJourney(
            DemoConfig config,
            EmbeddedConfig embedded,
            PublicAddress address,
            DemoClip clip,
            Jobs jobs,
            CurrentCounty county,
            People people,
            Cohorts cohorts,
            Curriculum curriculum,
            Certification certification,
            Store store,
            ObjectMapper json,
            Clock clock) {
        this.config = config;
        this.embedded = embedded;
        this.address = address;
        this.clip = clip;
        this.jobs = jobs;
        this.county = county;
        this.people = people;
        this.cohorts = cohorts;
        this.curriculum = curriculum;
        this.certification = certification;
        this.store = store;
        this.json = json;
        this.clock = clock;
    }

    void set(@Observes @Priority(AFTER_THE_DATA) StartupEvent started) {
        if (embedded.demoData() && config.walk()) {
            county.run(DemoPeople.FENGCHENG, this::openHerClass);
            jobs.enqueue(NAME, REHEARSE, DemoPeople.FENGCHENG);
        }
    }

    /** Told in the transaction that hands the rehearsal in. */
    void on(@Observes AttemptSubmitted handedIn) {
        if (embedded.demoData() && handedIn.attempt().equals(ATTEMPT)) {
            jobs.enqueue(NAME, handedIn.trainee().toString(), handedIn.county());
        }
    }

    /** The review has gone out; from here on she can be certified. */
    void on(@Observes ReviewPublished graded) {
        if (embedded.demoData() && graded.attempt().equals(ATTEMPT)) {
            jobs.enqueue(NAME, graded.review().toString(), graded.county());
        }
    }

    @Override
    public String name() {
        return NAME;
    }

    @Override
    public void run(String id) {
        if (id.equals(REHEARSE)) {
            if (certification
                    .certificateOf(her())
                    .filter(CertificateView::valid)
                    .isEmpty()) {
                rehearse();
            }
        } else {
            earn(her());
        }
    }

    @Override
    public void onExhausted(String id) {
        LOG.warnf("The demo's further trainee did not get further than: %s", id);
    }

    void openHerClass() {
        if (!cohorts.isOpen(DemoPeople.EARLIER_CLASS.name())) {
            UUID cohort = cohorts.open(DemoPeople.EARLIER_CLASS);
            MilestoneEvidence evidence = new MilestoneEvidence(MilestoneEvidence.Kind.NOTE, DemoPeople.FURTHER.login());
            cohorts.enrol(cohort, Map.of(her(), evidence), Consent.onPaper(id(DemoPeople.player("coordinator1"))));
        }
        people.assign(id(DemoPeople.player("mentor1")), her());
    }

    private void rehearse() {
        DemoClient her = door(DemoPeople.FURTHER.login());
        her.post("/api/sync", Map.of("device", Ids.next(), "records", learned()));
        Instant began = clock.instant();
        DemoClip.ClipFile file = clip.recording();
        String attempt = "/api/attempts/" + ATTEMPT;
        her.put(attempt, Map.of("title", "演示·冻米糖", "format", "product-loop", "products", List.of("冻米糖")), Map.of());
        her.put(attempt + "/takes/1/chunks/0", "video/mp4", file.bytes(), file.digest());
        String ended = began.plus(DemoClip.LENGTH).toString();
        Map<String, Object> take = Map.of("take", 1, "chunks", 1, "startedAt", began.toString(), "endedAt", ended);
        Map<String, Object> hook = Map.of("at", began.toString(), "kind", "step", "ref", "hook");
        her.post(attempt + "/finish", Map.of("takes", List.of(take), "marks", List.of(hook)));
        her.post(attempt + "/submit", Map.of());
    }

    private List<Map<String, Object>> learned() {
        List<Map<String, Object>> records = new ArrayList<>();
        List<LessonSummary> lessons = curriculum.courses().stream()
                .flatMap(course -> course.lessons().stream())
                .toList();
        Duration pace = LEARNED_WITHIN.dividedBy(Math.max(1, lessons.size()));
        Instant at = clock.instant().minus(LEARNED_WITHIN);
        for (LessonSummary lesson : lessons) {
            at = at.plus(pace);
            records.add(record("lesson.completed", at, lesson, Map.of()));
            Map<String, List<String>> answers = new HashMap<>();
            for (Quiz.Item item : curriculum.quiz(lesson.slug()).items()) {
                answers.put(item.id(), item.answers());
            }
            records.add(record("quiz.submitted", at, lesson, Map.of("answers", answers)));
        }
        return records;
    }

    private Map<String, Object> record(String type, Instant at, LessonSummary lesson, Map<String, ?> more) {
        Map<String, Object> data = new HashMap<>(more);
        data.put("lesson", lesson.slug());
        data.put("version", lesson.version());
        return Map.of("id", Ids.next(), "type", type, "at", at.toString(), "data", data);
    }

    private void earn(UUID her) {
        if (certification.certificateOf(her).filter(CertificateView::valid).isEmpty()) {
            if (!certification.readiness(her).ready()) {
                grade();
                return;
            }
            door("officer1").form("/certification/" + her + "/pass", Map.of());
        }
        openHerStore(her);
        String orders = DemoOrders.ofTheLastMonths(clock);
        door("coordinator1").post("/api/stores/" + hers(her).id() + "/orders?platform=douyin", "text/csv", orders);
        LOG.info("The demo's further trainee has come as far as a steady income");
    }

    private void grade() {
        DemoClient mentor = door("mentor1");
        JsonNode claimed = mentor.post("/api/reviews/claim", Map.of("attempt", ATTEMPT));
        String review = "/api/reviews/" + claimed.get("id").textValue();
        Map<String, Integer> scores = new HashMap<>();
        curriculum.rubric().criteria().forEach(criterion -> scores.put(criterion.id(), 4));
        List<Map<String, Object>> moments =
                List.of(moment("well-done", 1_000, "一上来就说清楚是谁、哪个村的。"), moment("change", 2_000, "先报重量和价钱，再讲怎么做的。"));
        Map<String, Object> draft = Map.of("marks", scores, "compliance", Map.of("broken", false), "moments", moments);
        String version = "\"" + claimed.get("version").longValue() + "\"";
        mentor.put(review, draft, Map.of("If-Match", version));
        mentor.post(review + "/publish", Map.of());
    }

    private static Map<String, Object> moment(String kind, long atMs, String text) {
        return Map.of("id", Ids.next(), "fromMs", atMs, "criterion", "opening", "kind", kind, "words", text);
    }

    private void openHerStore(UUID trainee) {
        DemoClient her = door(DemoPeople.FURTHER.login());
        DemoClient officer = door("officer1");
        her.form("/my-store", Map.of());
        StoreView begun = hers(trainee);
        if (begun.open()) {
            return;
        }
        for (GateStatus gate : begun.status().gates()) {
            if (gate.isTraineesTurn()) {
                her.form(
                        "/my-store/gates/" + gate.gate().rule(),
                        Map.of("words", "演示：当面看", "link", "https://shop.example/demo"));
            }
        }
        for (GateStatus gate : hers(trainee).status().gates()) {
            if (!gate.passed()) {
                officer.form(
                        "/stores/" + begun.id() + "/gates/" + gate.gate().rule(),
                        Map.of(
                                "evidence",
                                gate.submitted()
                                        .map(SubmittedEvidence::id)
                                        .map(UUID::toString)
                                        .orElse(""),
                                "confirmed",
                                "true",
                                "note",
                                "演示：看过"));
            }
        }
        officer.form(
                "/stores/" + begun.id() + "/open",
                Map.of(
                        "link",
                        "https://shop.example/demo",
                        "day",
                        DemoOrders.firstDay(clock).toString(),
                        "note",
                        "演示：店里三样货"));
    }

    private StoreView hers(UUID trainee) {
        return store.storeOf(trainee).orElseThrow();
    }

    UUID her() {
        return id(DemoPeople.FURTHER);
    }

    /** The person's id; joining twice finds them. */
    private UUID id(DemoPeople.Account account) {
        return people.join(new NewPerson(
                account.login(),
                account.name(),
                null,
                null,
                null,
                null,
                account.town(),
                account.village(),
                null,
                "demo"));
    }

    private DemoClient door(String login) {
        URI home = address.all().get(0);
        return new DemoClient(json, home, login);
    }
}
