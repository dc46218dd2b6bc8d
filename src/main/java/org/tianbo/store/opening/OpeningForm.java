package org.tianbo.store.opening;

import java.time.LocalDate;
import java.util.Optional;
import org.tianbo.store.StoreRefused;

/**
 * What somebody of the county writes down on seeing a store open.
 *
 * @param link where it can be seen
 * @param day when they saw it
 * @param photo id of a photo kept before; empty for none
 */
public record OpeningForm(String link, Optional<LocalDate> day, String note, String photo) {

    private static final int LONGEST_NOTE = 1_000;

    /** No platform of ours is older. */
    private static final int EARLIEST_YEAR = 2000;

    public OpeningForm {
        link = link == null ? "" : link.strip();
        note = note == null ? "" : note.strip();
        photo = photo == null ? "" : photo;
    }

    void check(LocalDate today) {
        if (!EvidenceForm.isWebAddress(link)) {
            throw StoreRefused.wrong("link", link.isEmpty() ? "store.link-missing" : "store.link-unreadable");
        }
        LocalDate date = day.orElseThrow(() -> StoreRefused.wrong("day", "store.day-missing"));
        if (date.isAfter(today)) {
            throw StoreRefused.wrong("day", "store.day-ahead");
        }
        if (date.getYear() < EARLIEST_YEAR) {
            throw StoreRefused.wrong("day", "store.day-too-early");
        }
        if (note.isEmpty()) {
            throw StoreRefused.wrong("note", "store.note-missing");
        }
        if (note.length() > LONGEST_NOTE) {
            throw StoreRefused.wrong("note", "store.words-too-long");
        }
    }
}
