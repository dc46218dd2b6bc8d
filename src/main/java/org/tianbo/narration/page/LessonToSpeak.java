package org.tianbo.narration.page;

import java.util.List;
import java.util.Locale;
import org.tianbo.narration.voice.NarrationDesk;
import org.tianbo.narration.voice.NarrationDesk.Sheet;
import org.tianbo.narration.voice.State;

/**
 * A lesson that is spoken.
 *
 * @param language of its words, whatever language the page is in
 * @param heard whether villagers hear it now, possibly as it was published before
 * @param missing sentences of the text that are not spoken yet; without them nothing is published
 * @param missingAsked questions and choices that are not spoken yet; without them the quiz is not published
 */
record LessonToSpeak(
        String slug,
        String language,
        String title,
        String state,
        boolean heard,
        String dialect,
        int spoken,
        int missing,
        int missingAsked,
        List<NarrationDesk.Line> lines) {

    static LessonToSpeak of(Sheet sheet, String language) {
        Locale spoken = language.equals("en") ? Locale.ENGLISH : Locale.SIMPLIFIED_CHINESE;
        return new LessonToSpeak(
                sheet.lesson().slug(),
                language,
                sheet.lesson().title().in(spoken),
                sheet.state().name().toLowerCase(Locale.ROOT),
                sheet.heard(),
                sheet.dialect(),
                sheet.spoken(),
                sheet.missing(false),
                sheet.missing(true),
                sheet.lines());
    }

    public String address() {
        return "/narration/" + language + "/" + slug;
    }

    /** Where its sentences are heard one by one. */
    public String sounds() {
        return "/api/narrations/" + language + "/" + slug;
    }

    public String list() {
        return "/narration/" + language;
    }

    /** Whether villagers hear it, or will shortly. */
    public boolean published() {
        return state.equals(State.PUBLISHED.name().toLowerCase(Locale.ROOT));
    }
}
