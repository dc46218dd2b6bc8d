package org.tianbo.platform.privacy;

import static org.tianbo.platform.privacy.PersonalKind.Erasure.REMOVED;
import static org.tianbo.platform.privacy.PersonalKind.Erasure.UNNAMED;

import java.util.Locale;

/** A kind of things that are held of people, in the order in which they are shown. */
public enum PersonalKind {
    PERSON(UNNAMED),
    CORRECTIONS(REMOVED),
    CARDS(UNNAMED),
    SIGN_INS(REMOVED),
    MENTORS(REMOVED),
    HELPERS(REMOVED),
    MESSAGES(REMOVED),
    LESSONS(UNNAMED),
    QUIZZES(UNNAMED),
    PHONE_RECORDS(UNNAMED),
    ATTEMPTS(UNNAMED),
    SELF_REVIEWS(REMOVED),
    LIVE_WORDS(REMOVED),
    REVIEWS(UNNAMED),
    CERTIFICATES(UNNAMED),
    STORE(UNNAMED),
    STORE_EVIDENCE(UNNAMED),
    ORDERS(UNNAMED),
    PHOTOS(REMOVED),
    ATTENDANCE(UNNAMED),
    ENROLMENTS(UNNAMED),
    JOIN_REQUESTS(REMOVED),
    MILESTONES(UNNAMED),
    CALLS(UNNAMED),
    VISITS(UNNAMED),
    CONSENTS(UNNAMED),
    LOOKS(UNNAMED),
    REQUESTS(UNNAMED),
    LEDGER(UNNAMED),
    STATEMENTS(REMOVED);

    /** What becomes of it when the person is erased. */
    public enum Erasure {
        /** All of it is deleted. */
        REMOVED,
        /** What counts stays; names, phones, words and files of it go. */
        UNNAMED
    }

    private final Erasure erasure;

    PersonalKind(Erasure erasure) {
        this.erasure = erasure;
    }

    public Erasure erasure() {
        return erasure;
    }

    /** Its name in files: {@code store-evidence}. */
    public String code() {
        return name().toLowerCase(Locale.ROOT).replace('_', '-');
    }
}
