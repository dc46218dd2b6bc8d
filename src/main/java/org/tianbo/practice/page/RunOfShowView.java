package org.tianbo.practice.page;

import java.util.List;
import java.util.Locale;
import org.tianbo.curriculum.RunOfShow;

/** A run of show to choose and to follow, in the reader's language. */
public record RunOfShowView(String slug, String version, String title, int seconds, boolean chosen, List<Step> steps) {

    public record Step(String id, String title, String say, String tip, int seconds) {}

    /** @param chosen slug of the one that is chosen; the first where none is published under it */
    static List<RunOfShowView> all(List<RunOfShow> shows, String chosen, Locale locale) {
        boolean published = shows.stream().anyMatch(show -> show.slug().equals(chosen));
        return shows.stream()
                .map(show -> of(show, published ? show.slug().equals(chosen) : show == shows.get(0), locale))
                .toList();
    }

    static RunOfShowView of(RunOfShow show, boolean chosen, Locale locale) {
        return new RunOfShowView(
                show.slug(),
                show.version(),
                show.title().in(locale),
                show.seconds(),
                chosen,
                show.steps().stream()
                        .map(step -> new Step(
                                step.id(),
                                step.title().in(locale),
                                step.say().in(locale),
                                step.tip().in(locale),
                                step.seconds()))
                        .toList());
    }

    public int minutes() {
        return Math.max(1, Math.round(seconds / 60f));
    }
}
