package org.tianbo.curriculum;

import java.util.List;
import java.util.Objects;
import java.util.Optional;

/**
 * A scripted audience: who speaks to the host of a rehearsal, when and why.
 *
 * @param goods what is sold, e.g. {@code eggs}; {@code any} fits everything
 * @param level 1 is gentle, 5 rough
 * @param formats slugs of the runs of show it fits
 * @param seed of the chance in it: the same seed gives the same audience on every phone
 */
public record Scenario(
        String slug,
        String version,
        Text title,
        Text summary,
        String goods,
        int level,
        List<String> formats,
        int seed,
        List<Person> people,
        List<Event> timeline) {

    /** Somebody in the audience; the name is a nickname. */
    public record Person(String id, Text name, String mood) {}

    /**
     * What happens. Either {@code at} or {@code on} is present.
     *
     * @param chance per cent
     * @param who id of the person; empty for notices
     * @param says one of these is chosen
     * @param cut seconds of a lost network on the screen
     * @param never what a good host does not do here
     * @param rules ids of the rules at stake
     */
    public record Event(
            String id,
            String kind,
            Optional<At> at,
            Optional<On> on,
            int chance,
            Optional<String> who,
            List<Text> says,
            Optional<Integer> orders,
            Optional<Integer> stockLeft,
            Optional<Integer> cut,
            Answer answer,
            Optional<Text> never,
            List<String> rules) {

        private static final int ALWAYS = 100;

        public Event {
            chance = chance == 0 ? ALWAYS : chance;
            rules = Objects.requireNonNullElse(rules, List.of());
        }
    }

    /** A second of the recording, give or take the spread. */
    public record At(int second, int spread) {}

    /** So many seconds after a step began, or after an event was answered or was not. */
    public record On(Optional<String> step, Optional<String> event, Optional<Boolean> answered, int after) {}

    /**
     * What a good answer does, for the host and the mentor.
     *
     * @param within seconds
     * @param criteria ids of the rubric's criteria it shows
     */
    public record Answer(int within, Text does, List<String> criteria) {}
}
