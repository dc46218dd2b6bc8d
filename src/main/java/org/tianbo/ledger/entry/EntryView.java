package org.tianbo.ledger.entry;

import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.tianbo.platform.audit.EntryField;
import org.tianbo.platform.audit.EntryKind;

/**
 * An entry as people read it.
 *
 * @param day it is booked on
 * @param late whether it happened on another day, which was locked by then
 * @param cohort null where it belongs to no class
 * @param person null where it is about nobody alone
 * @param latestClass the class that the person was last taken into, where their file is found; null where the entry
 *     needs no such place or they were in none
 * @param name of the person as they are called today; empty for nobody
 * @param values what it says
 * @param before what of that was different before, in the same order
 * @param amends number of the entry that it corrects; null for what corrects nothing
 * @param hand whether a person corrected the ledger itself
 * @param statedBy name of who did it; empty where nobody is known
 * @param recordedBy name of who was signed in; empty where nobody was
 * @param hash 64 digits of hexadecimal
 */
public record EntryView(
        long seq,
        EntryKind kind,
        LocalDate day,
        Instant at,
        boolean late,
        UUID thing,
        UUID cohort,
        String className,
        UUID person,
        UUID latestClass,
        String name,
        String village,
        List<Value> values,
        List<Value> before,
        String reason,
        Long amends,
        boolean hand,
        String statedBy,
        String recordedBy,
        Instant recordedAt,
        String hash) {

    private static final int SHORT = 16;

    /**
     * One of its values.
     *
     * @param text as people read it; a code of ours, where it is one
     */
    public record Value(EntryField field, String text) {

        public boolean isCode() {
            return field.type() == EntryField.Type.CODE;
        }

        public boolean isEmpty() {
            return text.isEmpty();
        }
    }

    /** The first 16 digits of its hash, for paper. */
    public String shortHash() {
        return hash.substring(0, SHORT);
    }

    /** What it says of that; empty where it says nothing. */
    public String text(EntryField field) {
        return values.stream()
                .filter(value -> value.field() == field)
                .map(Value::text)
                .findFirst()
                .orElse("");
    }

    /** Where what it tells of can be looked at; empty where that needs more than the entry. */
    public Optional<String> evidence() {
        return switch (kind) {
            case CLASS -> Optional.of("/cohorts/" + cohort + "/record");
            case QUIZ ->
                Optional.ofNullable(latestClass).map(one -> "/cohorts/" + one + "/trainees/" + person + "#lessons");
            case ENROLMENT -> Optional.of("/cohorts/" + cohort + "/trainees/" + person);
            case ONLINE -> Optional.of("/attendance/classes/" + thing);
            case SESSION, ATTENDANCE -> Optional.of("/attendance/sessions/" + thing);
            case PRACTICE -> Optional.of("/mentoring/" + thing);
            case CERTIFICATE ->
                Optional.of(text(EntryField.SERIAL))
                        .filter(serial -> !serial.isEmpty())
                        .map(serial -> "/certificates/" + serial);
            case INCOME -> Optional.of("/stores/" + thing);
            case PAYMENT -> Optional.of("/cohorts/" + cohort + "/trainees/" + person);
            case FLAG -> Optional.of("/ledger/flags?decided=true");
            case LOCK -> Optional.of("/ledger/locks/" + thing);
            case FOLLOW_UP, SATISFACTION ->
                Optional.of("/follow-up/" + cohort + "/" + person + "/" + text(EntryField.ROUND));
            case SPOT_CHECK -> Optional.of("/follow-up/spot-checks/" + thing);
            default -> Optional.empty();
        };
    }
}
