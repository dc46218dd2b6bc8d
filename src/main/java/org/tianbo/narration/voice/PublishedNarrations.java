package org.tianbo.narration.voice;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import jakarta.enterprise.context.ApplicationScoped;
import java.net.URI;
import java.time.Duration;
import java.util.HashMap;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.Collectors;
import org.tianbo.media.Media;
import org.tianbo.narration.Narration;
import org.tianbo.narration.Narration.Sound;
import org.tianbo.narration.Narrations;
import org.tianbo.narration.voice.NarrationTable.Part;
import org.tianbo.people.People;
import org.tianbo.platform.error.Refused;
import org.tianbo.platform.security.CurrentCounty;

/** What a county publishes, held in memory for the pages of lessons, which are opened all day. */
@ApplicationScoped
public class PublishedNarrations implements Narrations {

    /** How long another replica may go on showing what was published before. */
    private static final Duration FRESH = Duration.ofSeconds(10);

    private static final int COUNTIES = 3_000;

    private static final Duration LINK_VALID = Duration.ofHours(6);

    private final Cache<String, Map<Place, Narration>> counties =
            Caffeine.newBuilder().expireAfterWrite(FRESH).maximumSize(COUNTIES).build();

    private final NarrationTable table;
    private final People people;
    private final Media media;
    private final CurrentCounty county;

    PublishedNarrations(NarrationTable table, People people, Media media, CurrentCounty county) {
        this.table = table;
        this.people = people;
        this.media = media;
        this.county = county;
    }

    @Override
    public Optional<Narration> published(String lesson, Locale locale) {
        return Optional.ofNullable(all().get(Place.of(lesson, locale)));
    }

    /**
     * A link that plays one of the files for a while.
     *
     * @param file its name with the ending
     * @throws Refused when the county at hand publishes no such sound
     */
    public URI link(String file) {
        String name = file.substring(0, Math.max(0, file.lastIndexOf('.')));
        boolean known = all().values().stream()
                .anyMatch(narration -> narration.text().name().equals(name)
                        || narration
                                .quiz()
                                .filter(quiz -> quiz.name().equals(name))
                                .isPresent());
        if (!known) {
            throw NarrationRefused.soundUnknown();
        }
        return media.link(Narration.key(county.id(), file), LINK_VALID);
    }

    void changed(String id) {
        counties.invalidate(id);
    }

    private Map<Place, Narration> all() {
        return counties.get(county.id(), id -> read());
    }

    private Map<Place, Narration> read() {
        Map<Place, Map<Part, Sound>> sounds = table.sounds();
        if (sounds.isEmpty()) {
            return Map.of();
        }
        Map<Place, NarrationTable.Row> rows = table.all();
        Map<UUID, String> names = people.names(
                rows.values().stream().map(NarrationTable.Row::speaker).collect(Collectors.toSet()));
        Map<Place, Narration> all = new HashMap<>();
        sounds.forEach((place, parts) -> {
            NarrationTable.Row row = rows.get(place);
            if (row != null && parts.containsKey(Part.TEXT)) {
                all.put(
                        place,
                        new Narration(
                                names.getOrDefault(row.speaker(), ""),
                                row.dialect(),
                                parts.get(Part.TEXT),
                                Optional.ofNullable(parts.get(Part.QUIZ))));
            }
        });
        return all;
    }
}
