package org.tianbo.practice.page;

import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.ws.rs.core.HttpHeaders;
import java.util.Collections;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.SortedMap;
import org.tianbo.curriculum.Curriculum;
import org.tianbo.curriculum.Scenario;
import org.tianbo.curriculum.Text;
import org.tianbo.curriculum.WordFlag;
import org.tianbo.platform.web.assets.PreparedPage;
import org.tianbo.platform.web.assets.PreparedPages;

/**
 * What a phone needs of the published content to plan and rehearse without a network: the runs of show, the scripted
 * audiences and the phrases to avoid, as one JSON for each language. It is the same for every reader, so it is written
 * and compressed once for each edition of the content, and named by its digest.
 */
@ApplicationScoped
class PhonePacks {

    private static final SortedMap<String, String> SAME_FOR_ALL = Collections.emptySortedMap();

    private record Pack(List<Show> shows, List<ViewerScript> audiences, List<Phrase> phrases) {}

    private record Show(String slug, String version, List<RunOfShowView.Step> steps) {}

    private record Phrase(
            Map<String, String> pattern,
            WordFlag.Context only,
            List<WordFlag.Context> unless,
            WordFlag.Severity severity,
            String why,
            String better) {

        static Phrase of(WordFlag.Phrase phrase, Locale locale) {
            return new Phrase(
                    phrase.pattern(),
                    phrase.only().orElse(null),
                    phrase.unless(),
                    phrase.severity(),
                    phrase.why().in(locale),
                    phrase.better().in(locale));
        }
    }

    /** A scripted audience as a phone plays it: in one language, with what the phone needs and no more. */
    private record ViewerScript(
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

        static ViewerScript of(Scenario scenario, Locale locale) {
            return new ViewerScript(
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

        record Viewer(String id, String name, String mood) {}

        @JsonInclude(JsonInclude.Include.NON_NULL)
        record Event(
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
                        event.says().stream()
                                .map((Text words) -> words.in(locale))
                                .toList(),
                        event.cut().orElse(null),
                        event.answer().within(),
                        event.answer().does().in(locale));
            }
        }

        @JsonInclude(JsonInclude.Include.NON_NULL)
        record On(String step, String event, Boolean answered, int after) {

            static On of(Scenario.On on) {
                return new On(
                        on.step().orElse(null),
                        on.event().orElse(null),
                        on.answered().orElse(null),
                        on.after());
            }
        }
    }

    /** All that a pack depends on. */
    private record PackKey(String edition, String language) {}

    /** @param digest 16 hexadecimal digits that change with every byte of it */
    record Prepared(String digest, PreparedPage page) {

        PreparedPage.Sent in(HttpHeaders headers) {
            return page.in(headers, SAME_FOR_ALL);
        }
    }

    private final Curriculum curriculum;
    private final PreparedPages pages;
    private final ObjectMapper json;

    PhonePacks(Curriculum curriculum, PreparedPages pages, ObjectMapper json) {
        this.curriculum = curriculum;
        this.pages = pages;
        this.json = json;
    }

    Prepared in(Locale locale) {
        PreparedPage page = pages.ofEdition(
                curriculum::edition,
                edition -> new PackKey(edition, locale.getLanguage()),
                () -> written(pack(locale)));
        return new Prepared(page.tag(SAME_FOR_ALL).substring(0, 16), page);
    }

    /** Where a page of that language finds it. */
    String address(Locale locale) {
        return PhonePackResource.PATH + "/" + locale.getLanguage() + "-"
                + in(locale).digest() + ".json";
    }

    private Pack pack(Locale locale) {
        return new Pack(
                curriculum.runsOfShow().stream()
                        .map(show -> RunOfShowView.of(show, false, locale))
                        .map(show -> new Show(show.slug(), show.version(), show.steps()))
                        .toList(),
                curriculum.scenarios().stream()
                        .map(scenario -> ViewerScript.of(scenario, locale))
                        .toList(),
                curriculum.phrasesToAvoid().stream()
                        .map(phrase -> Phrase.of(phrase, locale))
                        .toList());
    }

    private String written(Pack pack) {
        try {
            return json.writeValueAsString(pack);
        } catch (JsonProcessingException impossible) {
            throw new IllegalStateException(impossible);
        }
    }
}
