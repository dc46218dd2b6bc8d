package org.tianbo.store.opening;

import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import org.tianbo.people.PersonView;
import org.tianbo.store.StoreState;

/**
 * A store with its papers and its history, earliest first.
 *
 * @param history what the county did about the store as a whole
 */
public record StoreView(
        UUID id,
        PersonView trainee,
        String path,
        StoreState state,
        Instant beganAt,
        DossierStatus status,
        List<Step> history) {

    /**
     * One status change of the store.
     *
     * @param opened false when it was closed
     * @param link where it can be seen; empty when closed
     * @param note what was seen, or the reason for closing
     * @param photo id of the photo taken then; empty for none
     * @param by name of the person
     */
    public record Step(boolean opened, LocalDate day, String link, String note, String photo, String by, Instant at) {}

    /** The last status change; null before the first opening, as templates want it. */
    public Step lastStep() {
        return history.isEmpty() ? null : history.get(history.size() - 1);
    }

    public boolean open() {
        return state == StoreState.OPEN;
    }

    public boolean closed() {
        return state == StoreState.CLOSED;
    }
}
