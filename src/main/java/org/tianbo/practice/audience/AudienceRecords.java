package org.tianbo.practice.audience;

import io.quarkus.hibernate.orm.panache.PanacheRepositoryBase;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.Collectors;
import org.tianbo.curriculum.Curriculum;
import org.tianbo.curriculum.Scenario;
import org.tianbo.platform.error.Refused;
import org.tianbo.practice.RecordingMarker;
import org.tianbo.practice.ViewerComment;

/** What the scripted audiences of attempts asked. All of it runs in the caller's transaction. */
@ApplicationScoped
public class AudienceRecords implements PanacheRepositoryBase<AudienceRecord, UUID> {

    /** Kind of the markers that say where on the recording something was asked; their ref is the event. */
    public static final String MARKER = "viewer";

    private final Curriculum curriculum;

    AudienceRecords(Curriculum curriculum) {
        this.curriculum = curriculum;
    }

    /** @throws Refused when nobody ever published what it says was asked */
    public void check(AudienceReport report) {
        Scenario scenario = curriculum
                .findScenario(report.scenario(), report.version())
                .orElseThrow(AudienceRefused::unknownScenario);
        Map<String, Integer> sentences = scenario.timeline().stream()
                .collect(Collectors.toMap(
                        Scenario.Event::id, event -> event.says().size()));
        if (report.asked().stream().anyMatch(one -> one.says() >= sentences.getOrDefault(one.event(), 0))) {
            throw AudienceRefused.notInScenario();
        }
    }

    public void put(UUID attempt, AudienceReport report) {
        persist(AudienceRecord.of(attempt, report));
    }

    /**
     * What viewers said in an attempt and what the host did, in the order of the recording; none where nobody watched
     * or no document has the scenario.
     *
     * @param markers of its recording
     */
    public List<ViewerComment> of(UUID attempt, List<RecordingMarker> markers) {
        Map<String, Long> places = markers.stream()
                .filter(marker -> marker.kind().equals(MARKER))
                .collect(Collectors.toMap(RecordingMarker::ref, RecordingMarker::atMs, Math::min));
        if (places.isEmpty()) {
            return List.of();
        }
        return find("attempt", attempt)
                .singleResultOptional()
                .map(record -> comments(record, places))
                .orElse(List.of());
    }

    private List<ViewerComment> comments(AudienceRecord record, Map<String, Long> places) {
        return curriculum
                .findScenario(record.scenario, record.scenarioVersion)
                .map(scenario -> comments(record, scenario, places))
                .orElse(List.of());
    }

    private static List<ViewerComment> comments(AudienceRecord record, Scenario scenario, Map<String, Long> places) {
        Map<String, Scenario.Event> events =
                scenario.timeline().stream().collect(Collectors.toMap(Scenario.Event::id, event -> event));
        return record.asked.stream()
                .filter(one -> places.containsKey(one.event()))
                .map(one -> comment(one, places.get(one.event()), scenario, events.get(one.event())))
                .sorted(Comparator.comparing(ViewerComment::atMs))
                .toList();
    }

    private static ViewerComment comment(AudienceReport.Asked one, long atMs, Scenario scenario, Scenario.Event event) {
        Optional<Scenario.Person> viewer = event.who().flatMap(who -> scenario.people().stream()
                .filter(person -> person.id().equals(who))
                .findFirst());
        return new ViewerComment(
                atMs,
                event.kind(),
                viewer.map(Scenario.Person::name),
                event.says().get(one.says()),
                event.answer().does(),
                event.answer().within(),
                event.answer().criteria(),
                one.heard(),
                Optional.ofNullable(one.answeredAfterMs()),
                one.namedAfterMs() != null,
                one.reminders());
    }
}
