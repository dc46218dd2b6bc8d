package org.tianbo.platform.audit;

import java.util.Arrays;
import java.util.Locale;
import java.util.Optional;

/** One value of an entry. Its name is part of what is hashed: never change it, nor how its values are written. */
public enum EntryField {
    NAME(Type.TEXT),
    FROM(Type.DAY),
    TO(Type.DAY),
    PROJECT(Type.TEXT),
    FUND(Type.TEXT),
    APPROVAL(Type.TEXT),
    VENUE(Type.TEXT),
    BUDGET(Type.MONEY),
    CONSENT(Type.CODE),
    LEFT(Type.TIME),
    TITLE(Type.TEXT),
    SORT(Type.CODE),
    BEGINS(Type.TIME),
    ENDS(Type.TIME),
    TEACHER(Type.PERSON),
    GUEST(Type.TEXT),
    CREDENTIALS(Type.TEXT),
    PLACE(Type.TEXT),
    PLAN(Type.TEXT),
    CANCELLED(Type.TEXT),
    CAME(Type.TIME),
    WENT(Type.TIME),
    MINUTES(Type.NUMBER),
    METHOD(Type.CODE),
    DOUBTS(Type.NUMBER),
    LESSON(Type.TEXT),
    BEST(Type.NUMBER),
    LAST(Type.NUMBER),
    TRIES(Type.NUMBER),
    PASSED(Type.TIME),
    ATTEMPT(Type.NUMBER),
    FORMAT(Type.TEXT),
    SCORE(Type.NUMBER),
    VETO(Type.CODE),
    RUBRIC(Type.TEXT),
    SERIAL(Type.TEXT),
    REVOKED(Type.TIME),
    MONTH(Type.TEXT),
    SETTLED(Type.MONEY),
    CLAIM(Type.CODE),
    /** After so many months. */
    MONTHS(Type.NUMBER),
    STORE(Type.CODE),
    INCOME(Type.MONEY),
    HELP(Type.TEXT),
    ANSWERED(Type.CODE),
    CONFIRMED(Type.CODE),
    /** From which a sample can be drawn again. */
    SEED(Type.TEXT),
    MILESTONE(Type.CODE),
    AMOUNT(Type.MONEY),
    VOUCHER(Type.TEXT),
    PAID(Type.DAY),
    /** Came back after having left. */
    RETURNED(Type.TIME),
    /** The first, second or third time that somebody is visited after a class. */
    ROUND(Type.NUMBER),
    OUTCOME(Type.CODE),
    /** What was found odd. */
    ODD(Type.CODE),
    DECISION(Type.CODE),
    /** Tries at which somebody helped. */
    HELPED(Type.NUMBER),
    /** Who teaches and what entitles them to it, a line each. */
    TEACHERS(Type.TEXT),
    /** The last digits of an identity number. */
    IDENTITY(Type.REGISTER),
    /** A phone number without its middle. */
    PHONE(Type.REGISTER),
    CATEGORY(Type.REGISTER),
    /** Classes and courses before this one. */
    EARLIER(Type.TEXT),
    /** Minutes that a session was held, as whoever confirms says. */
    ACTUAL(Type.NUMBER),
    /** Who confirmed that a session was held. */
    SIGNED_BY(Type.PERSON),
    SIGNED_AT(Type.TIME),
    PHOTOS(Type.NUMBER),
    /** When the first photo was taken, by its phone's clock; else when it came. */
    PHOTO_AT(Type.TIME),
    /** Where the first photo was taken of which the phone said so: latitude and longitude. */
    PHOTO_PLACE(Type.TEXT);

    /** How a value is written down. */
    public enum Type {
        /** As people wrote it. */
        TEXT,
        /** A word of ours in lower case, {@code theory}. */
        CODE,
        /** Whole, in decimal digits. */
        NUMBER,
        /** In fen, as a whole number. */
        MONEY,
        /** {@code 2026-09-12}. */
        DAY,
        /** {@code 2026-09-12T01:30:00Z}. */
        TIME,
        /** Somebody's id. */
        PERSON,
        /**
         * What the county's register says of the person today. It is shown beside an entry, as their name is, and never
         * written into one: it outlives them.
         */
        REGISTER
    }

    private final Type type;

    EntryField(Type type) {
        this.type = type;
    }

    public Type type() {
        return type;
    }

    /** Its name in what is hashed, in files and addresses. */
    public String code() {
        return name().toLowerCase(Locale.ROOT);
    }

    public static Optional<EntryField> of(String code) {
        return Arrays.stream(values())
                .filter(field -> field.code().equals(code))
                .findFirst();
    }
}
