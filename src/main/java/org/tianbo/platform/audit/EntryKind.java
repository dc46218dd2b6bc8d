package org.tianbo.platform.audit;

import static org.tianbo.platform.audit.EntryField.*;

import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/** What an entry of the ledger is about, and what it says of it, in the order of the ledger's columns. */
public enum EntryKind {
    CLASS(NAME, FROM, TO, PROJECT, FUND, APPROVAL, VENUE, PLAN, TEACHERS, BUDGET),
    ENROLMENT(IDENTITY, PHONE, CATEGORY, CONSENT, EARLIER, LEFT, RETURNED),
    SESSION(
            TITLE,
            SORT,
            BEGINS,
            ENDS,
            MINUTES,
            ACTUAL,
            TEACHER,
            GUEST,
            CREDENTIALS,
            PLACE,
            PLAN,
            SIGNED_BY,
            SIGNED_AT,
            PHOTOS,
            PHOTO_AT,
            PHOTO_PLACE,
            CANCELLED),
    ATTENDANCE(CAME, WENT, MINUTES, METHOD, DOUBTS),
    /** What a trainee of a class that is over has watched on the phone while it ran. */
    ONLINE(MINUTES),
    QUIZ(LESSON, BEST, LAST, TRIES, HELPED, PASSED),
    PRACTICE(ATTEMPT, TITLE, FORMAT, SCORE, VETO, RUBRIC),
    CERTIFICATE(SERIAL, REVOKED),
    INCOME(MONTH, SETTLED, CLAIM),
    FOLLOW_UP(ROUND, MONTHS, METHOD, OUTCOME, STORE, MONTH, EntryField.INCOME, CLAIM, HELP, CANCELLED),
    SATISFACTION(ROUND, SCORE),
    SPOT_CHECK(SEED, TRIES, ANSWERED, CONFIRMED),
    PAYMENT(MILESTONE, AMOUNT, VOUCHER, PAID),
    /** What a person decided about something that was found odd. */
    FLAG(ODD, DECISION),
    /** Days that no more entries are written for. */
    LOCK(NAME, FROM, TO);

    private final List<EntryField> fields;

    EntryKind(EntryField... fields) {
        this.fields = List.of(fields);
    }

    public List<EntryField> fields() {
        return fields;
    }

    /** Its name in what is hashed, in files and addresses: {@code follow-up}. */
    public String code() {
        return name().toLowerCase(Locale.ROOT).replace('_', '-');
    }

    public static Optional<EntryKind> of(String code) {
        return Arrays.stream(values()).filter(kind -> kind.code().equals(code)).findFirst();
    }
}
