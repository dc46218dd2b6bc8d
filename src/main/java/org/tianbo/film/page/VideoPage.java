package org.tianbo.film.page;

import java.util.List;
import java.util.Locale;
import java.util.UUID;
import org.tianbo.curriculum.LessonView;
import org.tianbo.film.Film;
import org.tianbo.film.captions.CaptionFault;
import org.tianbo.platform.time.DateTexts;

/**
 * One video and what goes along with it.
 *
 * @param vtt its captions, or what was just put in and has faults
 * @param saved whether there are captions that trainees get
 */
record VideoPage(
        UUID id,
        String lesson,
        String title,
        String length,
        String vtt,
        boolean saved,
        List<CaptionFault> faults,
        VideoQuestions questions,
        boolean mayChange) {

    static VideoPage of(
            Film film,
            LessonView lesson,
            String vtt,
            List<CaptionFault> faults,
            VideoQuestions questions,
            boolean mayChange,
            Locale locale) {
        return new VideoPage(
                film.id(),
                lesson.slug(),
                lesson.title().in(locale),
                DateTexts.clock(film.length()),
                vtt,
                film.captions(),
                faults,
                questions,
                mayChange);
    }

    public String address() {
        return "/videos/" + id;
    }
}
