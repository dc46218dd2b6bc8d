package org.tianbo.cohort.stuck;

import java.util.Arrays;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.Collectors;

/**
 * Why somebody stands still, what can be changed quickest first: what the office does itself, then what one call can
 * do, then what takes longer.
 */
public enum StuckReason {
    WANTS_TO_LEAVE(false),
    NO_CARD(false),
    NO_MENTOR(false),
    REVIEW_WAITING(false),
    CERTIFICATE_WAITING(false),
    PAPERS_WAITING(false),
    WRONG_NUMBER(false),
    NOT_HANDED_IN(true),
    RECORDING_FAILED(true),
    UPLOAD_UNFINISHED(true),
    FEEDBACK_UNREAD(true),
    NEVER_SIGNED_IN(true),
    NOT_BEGUN(true),
    LESSONS_STOPPED(true),
    PRACTICE_NOT_BEGUN(true),
    PRACTISE_AGAIN(true),
    STORE_NOT_BEGUN(true),
    PAPERS_MISSING(true),
    FILE_MISSING(true),
    NO_SALES(true);

    private final boolean solvedByCall;

    StuckReason(boolean solvedByCall) {
        this.solvedByCall = solvedByCall;
    }

    /** Whether a call to the trainee is what helps; else the office has to do something first. */
    public boolean isSolvedByCall() {
        return solvedByCall;
    }

    /** As addresses have it: {@code no-card}. */
    public String code() {
        return name().toLowerCase(Locale.ROOT).replace('_', '-');
    }

    public static Optional<StuckReason> of(String code) {
        return Arrays.stream(values()).filter(one -> one.code().equals(code)).findFirst();
    }

    /** Names as a list of SQL's, in order. */
    static String names(boolean onlySolvedByCall) {
        return Arrays.stream(values())
                .filter(one -> one.solvedByCall || !onlySolvedByCall)
                .map(one -> "'" + one + "'")
                .collect(Collectors.joining(", "));
    }
}
