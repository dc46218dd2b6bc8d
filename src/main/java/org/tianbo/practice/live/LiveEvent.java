package org.tianbo.practice.live;

/**
 * Something a viewer's page is told.
 *
 * @param number of what is kept and can be sent again; 0 for what only holds now
 * @param data as JSON
 */
public record LiveEvent(long number, String kind, Object data) {

    /** Nothing happened; whoever does not take it has gone. */
    static final LiveEvent STILL_HERE = new LiveEvent(0, "", "");

    record State(String phase) {}

    record Gone(String why) {}

    static LiveEvent state(LiveSnapshot.Phase phase) {
        return new LiveEvent(0, "state", new State(phase.word()));
    }

    /** The last one. @param why code of the sentence */
    static LiveEvent gone(String why) {
        return new LiveEvent(0, "gone", new Gone(why));
    }

    public boolean isEmpty() {
        return kind.isEmpty();
    }
}
