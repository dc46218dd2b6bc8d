package org.tianbo.practice.page;

import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.List;
import java.util.Locale;
import org.tianbo.curriculum.Curriculum;
import org.tianbo.curriculum.Scenario;
import org.tianbo.curriculum.Text;

/**
 * The scripted audiences as the plan page hands them to the phone, which plays them without network: JSON of one
 * language, with what the phone needs and no more.
 */
@ApplicationScoped
class ViewerScripts {

    private final Curriculum curriculum;
    private final ObjectMapper json;

    ViewerScripts(Curriculum curriculum, ObjectMapper json) {
        this.curriculum = curriculum;
        this.json = json;
    }

    private record Script(
            String slug,
            String version,
            String title,
            String summary,
            String goods,
            int level,
            List<String> formats,
            int seed,
            List<Viewer> people,
            List<Event> timeline) {

        static Script of(Scenario scenario, Locale locale) {
            return new Script(
                    scenario.slug(),
                    scenario.version(),
                    scenario.title().in(locale),
                    scenario.summary().in(locale),
                    scenario.goods(),
                    scenario.level(),
                    scenario.formats(),
                    scenario.seed(),
                    scenario.people().stream()
                            .map(person -> new Viewer(person.id(), person.name().in(locale), person.mood()))
                            .toList(),
                    scenario.timeline().stream()
                            .map(event -> Event.of(event, locale))
                            .toList());
        }
    }

    private record Viewer(String id, String name, String mood) {}

    @JsonInclude(JsonInclude.Include.NON_NULL)
    private record Event(
            String id,
            String kind,
            Scenario.At at,
            On on,
            int chance,
            String who,
            List<String> says,
            Integer cut,
            int within,
            String does) {

        static Event of(Scenario.Event event, Locale locale) {
            return new Event(
                    event.id(),
                    event.kind(),
                    event.at().orElse(null),
                    event.on().map(On::of).orElse(null),
                    event.chance(),
                    event.who().orElse(null),
                    event.says().stream().map((Text words) -> words.in(locale)).toList(),
                    event.cut().orElse(null),
                    event.answer().within(),
                    event.answer().does().in(locale));
        }
    }

    @JsonInclude(JsonInclude.Include.NON_NULL)
    private record On(String step, String event, Boolean answered, int after) {

        static On of(Scenario.On on) {
            return new On(
                    on.step().orElse(null),
                    on.event().orElse(null),
                    on.answered().orElse(null),
                    on.after());
        }
    }

    /** One of each scenario. */
    List<String> in(Locale locale) {
        return curriculum.scenarios().stream()
                .map(scenario -> written(Script.of(scenario, locale)))
                .toList();
    }

    private String written(Script script) {
        try {
            return json.writeValueAsString(script);
        } catch (JsonProcessingException impossible) {
            throw new IllegalStateException(impossible);
        }
    }
}
