package org.tianbo.home;

import java.time.Instant;
import java.time.LocalDate;
import java.time.ZonedDateTime;
import java.util.List;
import java.util.Locale;
import org.tianbo.learning.Sizes;
import org.tianbo.platform.time.Zones;

/** What a trainee's home shows. */
record TraineeHome(
        String name,
        Daytime daytime,
        List<Stone.Laid> road,
        Today today,
        boolean begun,
        long done,
        long left,
        int unread) {

    enum Daytime {
        MORNING,
        NOON,
        AFTERNOON,
        EVENING;

        static Daytime at(int hour) {
            if (hour >= 5 && hour < 11) {
                return MORNING;
            }
            if (hour >= 11 && hour < 13) {
                return NOON;
            }
            return hour >= 13 && hour < 18 ? AFTERNOON : EVENING;
        }
    }

    /**
     * Today's one thing, in the reader's words.
     *
     * @param keep addresses to be fetched ahead, so that it can be done without network
     */
    record Today(NextStep.Kind kind, String title, String idea, int minutes, String size, String address, String keep) {

        static Today of(NextStep step, Locale locale) {
            if (step.feedback().isPresent()) {
                String address = "/practice/" + step.feedback().get().attempt() + "/feedback";
                return new Today(step.kind(), step.feedback().get().title(), "", 0, "", address, address);
            }
            return step.lesson()
                    .map(lesson -> {
                        String page = "/learn/" + lesson.course() + "/" + lesson.slug();
                        return new Today(
                                step.kind(),
                                lesson.title().in(locale),
                                lesson.idea().in(locale),
                                lesson.minutes(),
                                Sizes.of(lesson.bytes().in(locale)),
                                step.kind() == NextStep.Kind.QUIZ ? page + "/quiz" : page,
                                page + " " + page + "/quiz");
                    })
                    .orElseGet(() -> step.kind() == NextStep.Kind.STORE
                            ? new Today(step.kind(), "", "", 0, "", "/my-store", "")
                            : new Today(step.kind(), "", "", 0, "", "/practice/new", ""));
        }
    }

    static TraineeHome of(String name, Trail trail, Instant now, Locale locale) {
        ZonedDateTime here = now.atZone(Zones.SHANGHAI);
        return new TraineeHome(
                name,
                Daytime.at(here.getHour()),
                Stone.road(trail.reached()),
                Today.of(NextStep.of(trail, LocalDate.from(here)), locale),
                !trail.attempts().isEmpty(),
                trail.progress().done(),
                trail.progress().left(),
                trail.unreadCount());
    }
}
