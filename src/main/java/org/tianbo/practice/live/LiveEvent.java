package org.tianbo.practice.live;

import com.fasterxml.jackson.annotation.JsonInclude;
import java.util.Locale;
import java.util.Optional;
import java.util.UUID;

/**
 * Something a page of a live is told.
 *
 * @param number of what is kept and can be sent again; 0 for what only holds now
 * @param kind {@code state}, {@code gone}, or the word of a {@link Kind}
 * @param data as JSON
 */
public record LiveEvent(long number, String kind, Object data) {

    /** Nothing happened; whoever does not take it has gone. */
    static final LiveEvent STILL_HERE = new LiveEvent(0, "", "");

    /** What is kept. */
    enum Kind {
        COMMENT(true),
        REMOVAL(true),
        STEP(true),
        /** Which product is spoken of; its words are the number, from 1. */
        PRODUCT(true),
        /** From a mentor to the host alone. */
        WHISPER(false),
        MARKER(false);

        private final boolean forViewers;

        Kind(boolean forViewers) {
            this.forViewers = forViewers;
        }

        String word() {
            return name().toLowerCase(Locale.ROOT);
        }
    }

    /**
     * As it is kept.
     *
     * @param viewer who said it; empty for what the host did
     * @param name of the viewer; may be empty
     * @param about number of the comment that was removed
     */
    record Stored(long number, Kind kind, Optional<UUID> viewer, String name, String words, Optional<Long> about) {

        boolean isFor(Optional<UUID> reader) {
            return reader.isEmpty() || kind.forViewers;
        }

        /** @param reader the viewer; empty for the host, who may send its viewer away */
        LiveEvent shownTo(Optional<UUID> reader) {
            boolean own = reader.isPresent() && reader.equals(viewer);
            return new LiveEvent(
                    number,
                    kind.word(),
                    new Line(
                            number,
                            name,
                            words,
                            about.orElse(null),
                            own ? Boolean.TRUE : null,
                            reader.isEmpty() ? viewer.orElse(null) : null));
        }
    }

    @JsonInclude(JsonInclude.Include.NON_NULL)
    record Line(long number, String name, String words, Long about, Boolean own, UUID viewer) {}

    record State(String phase, int watching) {}

    record Gone(String why) {}

    static LiveEvent state(State state) {
        return new LiveEvent(0, "state", state);
    }

    /** The last one. @param why code of the sentence */
    static LiveEvent gone(String why) {
        return new LiveEvent(0, "gone", new Gone(why));
    }

    public boolean isEmpty() {
        return kind.isEmpty();
    }
}
