package org.tianbo.cohort.followup;

import java.math.BigDecimal;
import java.time.Instant;
import java.time.LocalDate;
import java.time.YearMonth;
import java.util.Locale;
import java.util.regex.Pattern;
import org.tianbo.cohort.FollowUpRefused;
import org.tianbo.platform.data.Sha256;
import org.tianbo.platform.error.Refused;

/**
 * What a visitor tells of one visit. Absent is null, texts are empty.
 *
 * @param on the day, as told
 * @param begun when the form was opened and finished by the phone's clock; null for what was typed at a desk
 * @param why the store is not open
 * @param income null where none was told
 * @param satisfaction 1 to 5; null where it was not asked
 * @param words the trainee's own, about what they are content with
 * @param place null without the trainee's consent
 */
public record VisitReport(
        Method method,
        Outcome outcome,
        LocalDate on,
        Instant begun,
        Instant ended,
        StoreState store,
        String why,
        Income income,
        String help,
        String next,
        Integer satisfaction,
        String words,
        Place place) {

    /** Letters of a long text. */
    public static final int LONG = 500;

    /** Letters of a short text. */
    public static final int SHORT = 200;

    /** Fewer letters are alike by chance. */
    private static final int TELLING = 12;

    private static final int MOST_SATISFIED = 5;
    private static final Pattern UNSEEN = Pattern.compile("[\\p{Cntrl}&&[^\\n]]");
    private static final Pattern NO_LETTER = Pattern.compile("[^\\p{L}\\p{N}]+");

    /** How the trainee was spoken to. */
    public enum Method {
        PHONE,
        IN_PERSON
    }

    /** Whether the trainee was spoken to. */
    public enum Outcome {
        MET,
        NOT_REACHED,
        /** They were reached and would not answer; nobody asks again in this round. */
        REFUSED
    }

    /** How the store stands, as the visitor found it. */
    public enum StoreState {
        OPEN,
        PAUSED,
        CLOSED,
        NONE
    }

    /** What the visitor saw of the income. */
    public enum Seen {
        PLATFORM_SCREEN,
        BANK_NOTICE,
        TOLD
    }

    /** How far an income can be believed; a platform's own file says more than both. */
    public enum Claim {
        VERIFIED,
        SELF_REPORTED
    }

    /** The income of one month. */
    public record Income(long fen, YearMonth month, Seen seen) {

        public BigDecimal yuan() {
            return BigDecimal.valueOf(fen, 2);
        }
    }

    /** Where the phone was, in degrees, within so many metres. */
    public record Place(double latitude, double longitude, double accuracy) {

        private static final double NORTH = 90;
        private static final double EAST = 180;
        private static final double EARTH_KM = 6_371;

        /** Whole metres, for people. */
        public String metres() {
            return Long.toString(Math.round(accuracy));
        }

        boolean isPossible() {
            return Math.abs(latitude) <= NORTH && Math.abs(longitude) <= EAST && accuracy >= 0;
        }

        /** As the crow flies. */
        double kilometresTo(Place other) {
            double north = Math.toRadians(other.latitude - latitude);
            double east = Math.toRadians(other.longitude - longitude);
            double chord = Math.pow(Math.sin(north / 2), 2)
                    + Math.cos(Math.toRadians(latitude))
                            * Math.cos(Math.toRadians(other.latitude))
                            * Math.pow(Math.sin(east / 2), 2);
            return 2 * EARTH_KM * Math.asin(Math.min(1, Math.sqrt(chord)));
        }
    }

    /**
     * The same, with nothing in it that was not asked for: of somebody who was not met there is no store and no income.
     *
     * @param today the latest day that somebody can have typed
     * @throws Refused naming each field that does not fit
     */
    VisitReport checked(LocalDate today) {
        Refused wrong = FollowUpRefused.wrong();
        require(method != null, wrong, "method", "followup.method-missing");
        require(outcome != null, wrong, "outcome", "followup.outcome-missing");
        if (on == null) {
            wrong.field("on", "followup.day-missing");
        } else if (on.isAfter(today)) {
            wrong.field("on", "followup.day-to-come");
        }
        boolean met = outcome == Outcome.MET;
        if (met) {
            require(store != null, wrong, "store", "followup.store-missing");
            require(store == null || store == StoreState.OPEN || !why.isBlank(), wrong, "why", "followup.why-missing");
            require(
                    satisfaction == null || (satisfaction >= 1 && satisfaction <= MOST_SATISFIED),
                    wrong,
                    "satisfaction",
                    "followup.satisfaction-unknown");
            require(
                    income == null || !income.month().isAfter(YearMonth.from(today)),
                    wrong,
                    "month",
                    "followup.month-to-come");
        }
        require(place == null || place.isPossible(), wrong, "place", "followup.place-impossible");
        requireShort(wrong);
        wrong.throwIfAny();
        return new VisitReport(
                method,
                outcome,
                on,
                begun,
                ended,
                met ? store : null,
                met && store != StoreState.OPEN ? clean(why) : "",
                met ? income : null,
                met ? clean(help) : "",
                clean(next),
                met ? satisfaction : null,
                met ? clean(words) : "",
                place);
    }

    private void requireShort(Refused wrong) {
        require(why.length() <= SHORT, wrong, "why", "followup.text-too-long");
        require(help.length() <= LONG, wrong, "help", "followup.text-too-long");
        require(next.length() <= LONG, wrong, "next", "followup.text-too-long");
        require(words.length() <= LONG, wrong, "words", "followup.text-too-long");
    }

    /** Of the words that the visitor wrote, however they are set; null where they say too little to tell. */
    String textDigest() {
        String letters =
                NO_LETTER.matcher(why + help + next + words).replaceAll("").toLowerCase(Locale.ROOT);
        return letters.length() < TELLING ? null : Sha256.hex(letters);
    }

    /** What was seen face to face by somebody of the county's office is verified, all else is only told. */
    Claim claim(boolean ofOffice) {
        boolean seen = income != null && income.seen() != Seen.TOLD && method == Method.IN_PERSON;
        return seen && ofOffice ? Claim.VERIFIED : Claim.SELF_REPORTED;
    }

    private static void require(boolean fits, Refused wrong, String field, String code) {
        if (!fits) {
            wrong.field(field, code);
        }
    }

    private static String clean(String text) {
        return UNSEEN.matcher(text).replaceAll(" ").strip();
    }
}
