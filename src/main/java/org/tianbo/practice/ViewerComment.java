package org.tianbo.practice;

import java.util.List;
import java.util.Optional;
import org.tianbo.curriculum.Text;

/**
 * What a scripted viewer said in a rehearsal, and what the host did.
 *
 * @param atMs where on the recording
 * @param viewer nickname; empty for what the room itself shows, such as a wave of orders
 * @param does what a good answer does
 * @param within seconds in which a good answer begins
 * @param criteria ids of the rubric's criteria that a good answer shows
 * @param heard whether the phone could tell when the host spoke; if not, nothing is known of an answer
 * @param answeredAfterMs until an answer began; empty where none was heard
 * @param named whether the host greeted the viewer by name
 * @param reminders how often the viewer asked again
 */
public record ViewerComment(
        long atMs,
        String kind,
        Optional<Text> viewer,
        Text says,
        Text does,
        int within,
        List<String> criteria,
        boolean heard,
        Optional<Long> answeredAfterMs,
        boolean named,
        int reminders) {

    /** What became of it: {@code answered}, {@code late}, {@code missed}, or {@code unheard} where nobody can know. */
    public String outcome() {
        return answeredAfterMs
                .map(ms -> ms <= within * 1000L ? "answered" : "late")
                .orElse(heard ? "missed" : "unheard");
    }

    /** Seconds until an answer began; 0 where none was heard. */
    public long seconds() {
        return Math.round(answeredAfterMs.orElse(0L) / 1000.0);
    }
}
