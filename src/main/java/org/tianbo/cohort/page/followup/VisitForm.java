package org.tianbo.cohort.page.followup;

import java.math.BigDecimal;
import java.text.Normalizer;
import java.time.DateTimeException;
import java.time.Instant;
import java.time.LocalDate;
import java.time.YearMonth;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.regex.Pattern;
import org.jboss.resteasy.reactive.RestForm;
import org.tianbo.cohort.FollowUpRefused;
import org.tianbo.cohort.followup.VisitReport;
import org.tianbo.platform.error.Refused;

/**
 * A visit as it was typed, at a desk or on a phone; any field may be left out.
 *
 * @param income yuan
 * @param month of the income, {@code 2026-09}
 * @param place latitude, longitude and metres of accuracy between commas, as a phone told them
 */
record VisitForm(
        @RestForm String method,
        @RestForm String outcome,
        @RestForm String on,
        @RestForm String begun,
        @RestForm String ended,
        @RestForm String store,
        @RestForm String why,
        @RestForm String income,
        @RestForm String month,
        @RestForm String seen,
        @RestForm String help,
        @RestForm String next,
        @RestForm String satisfaction,
        @RestForm String words,
        @RestForm String place) {

    private static final Pattern YUAN = Pattern.compile("\\d{1,9}(\\.\\d{1,2})?");
    private static final Pattern PLACE = Pattern.compile("(-?\\d{1,3}(\\.\\d{1,12})?,){2}\\d{1,7}(\\.\\d{1,12})?");
    private static final int ACCURACY = 2;

    public List<VisitReport.Outcome> outcomes() {
        return List.of(VisitReport.Outcome.values());
    }

    public List<VisitReport.Method> methods() {
        return List.of(VisitReport.Method.IN_PERSON, VisitReport.Method.PHONE);
    }

    public List<VisitReport.StoreState> stores() {
        return List.of(VisitReport.StoreState.values());
    }

    public List<VisitReport.Seen> seens() {
        return List.of(VisitReport.Seen.values());
    }

    /** From very content down. */
    public List<Integer> points() {
        return List.of(5, 4, 3, 2, 1);
    }

    /** With what was told before, to be corrected. */
    static VisitForm of(VisitReport report) {
        VisitReport.Income income = report.income();
        return new VisitForm(
                report.method().name(),
                report.outcome().name(),
                report.on().toString(),
                "",
                "",
                report.store() == null ? "" : report.store().name(),
                report.why(),
                income == null ? "" : income.yuan().toPlainString(),
                income == null ? "" : income.month().toString(),
                income == null ? "" : income.seen().name(),
                report.help(),
                report.next(),
                Objects.toString(report.satisfaction(), ""),
                report.words(),
                "");
    }

    /** An empty one for a visit of today. */
    static VisitForm empty(LocalDate today) {
        return new VisitForm("IN_PERSON", "MET", today.toString(), "", "", "", "", "", "", "", "", "", "", "", "");
    }

    /** The same with an empty text for each field that was left out. */
    VisitForm whole() {
        return new VisitForm(
                text(method),
                text(outcome),
                text(on),
                text(begun),
                text(ended),
                text(store),
                text(why),
                text(income),
                text(month),
                text(seen),
                text(help),
                text(next),
                text(satisfaction),
                text(words),
                text(place));
    }

    /** @throws Refused for an income or a place that cannot be read */
    VisitReport report() {
        VisitForm all = whole();
        return new VisitReport(
                one(VisitReport.Method.class, all.method),
                one(VisitReport.Outcome.class, all.outcome),
                date(all.on),
                instant(all.begun),
                instant(all.ended),
                one(VisitReport.StoreState.class, all.store),
                all.why,
                all.told(),
                all.help,
                all.next,
                all.satisfaction.matches("\\d") ? Integer.valueOf(all.satisfaction) : null,
                all.words,
                all.where());
    }

    /** The same report as one that replaces another: where the phone was then is not typed again. */
    VisitReport correcting(VisitReport before) {
        VisitReport now = report();
        return new VisitReport(
                now.method(),
                now.outcome(),
                now.on(),
                before.begun(),
                before.ended(),
                now.store(),
                now.why(),
                now.income(),
                now.help(),
                now.next(),
                now.satisfaction(),
                now.words(),
                before.place());
    }

    private VisitReport.Income told() {
        if (income.isEmpty()) {
            return null;
        }
        String yuan = Normalizer.normalize(income, Normalizer.Form.NFKC).replace(",", "");
        if (!YUAN.matcher(yuan).matches()) {
            throw FollowUpRefused.because("income", "followup.income-unreadable");
        }
        VisitReport.Seen how = one(VisitReport.Seen.class, seen);
        if (how == null) {
            throw FollowUpRefused.because("seen", "followup.seen-missing");
        }
        return new VisitReport.Income(new BigDecimal(yuan).movePointRight(2).longValueExact(), monthOf(month), how);
    }

    private VisitReport.Place where() {
        if (place.isEmpty()) {
            return null;
        }
        if (!PLACE.matcher(place).matches()) {
            throw FollowUpRefused.because("place", "followup.place-impossible");
        }
        String[] numbers = place.split(",");
        return new VisitReport.Place(
                Double.parseDouble(numbers[0]), Double.parseDouble(numbers[1]), Double.parseDouble(numbers[ACCURACY]));
    }

    private static YearMonth monthOf(String typed) {
        try {
            return YearMonth.parse(typed);
        } catch (DateTimeException unreadable) {
            throw FollowUpRefused.because("month", "followup.month-missing");
        }
    }

    private static LocalDate date(String typed) {
        try {
            return LocalDate.parse(typed);
        } catch (DateTimeException unreadable) {
            return null;
        }
    }

    private static Instant instant(String typed) {
        try {
            return Instant.parse(typed);
        } catch (DateTimeException unreadable) {
            return null;
        }
    }

    private static <E extends Enum<E>> E one(Class<E> of, String typed) {
        try {
            return Enum.valueOf(of, typed.toUpperCase(Locale.ROOT));
        } catch (IllegalArgumentException unknown) {
            return null;
        }
    }

    private static String text(String typed) {
        return Objects.toString(typed, "").strip();
    }
}
