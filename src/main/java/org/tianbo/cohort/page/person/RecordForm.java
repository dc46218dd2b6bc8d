package org.tianbo.cohort.page.person;

import java.math.BigDecimal;
import java.text.Normalizer;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.regex.Pattern;
import org.jboss.resteasy.reactive.RestForm;
import org.tianbo.cohort.CohortRefused;
import org.tianbo.cohort.enrolment.ClassRecord;
import org.tianbo.cohort.enrolment.RecordField;
import org.tianbo.platform.error.Refused;

/**
 * What somebody typed of a class; a browser may leave any field out.
 *
 * @param version of what they saw
 * @param budget in yuan
 */
record RecordForm(
        @RestForm String version,
        @RestForm String project,
        @RestForm String fund,
        @RestForm String approval,
        @RestForm String venue,
        @RestForm String plan,
        @RestForm String teachers,
        @RestForm String budget,
        @RestForm String reason) {

    private static final Pattern YUAN = Pattern.compile("\\d{1,12}(\\.\\d{1,2})?");
    private static final int FEN = 2;

    static RecordForm of(ClassRecord record, String version) {
        return new RecordForm(
                version,
                record.project(),
                record.fund(),
                record.approval(),
                record.venue(),
                record.plan(),
                record.teachers(),
                record.yuan(),
                "");
    }

    /** The same with an empty text for each field that was left out. */
    RecordForm whole() {
        return new RecordForm(
                text(version),
                text(project),
                text(fund),
                text(approval),
                text(venue),
                text(plan),
                text(teachers),
                text(budget),
                text(reason));
    }

    /** @throws Refused for a budget that cannot be read */
    ClassRecord record() {
        return new ClassRecord(project, fund, approval, venue, plan, teachers, fen());
    }

    /**
     * One field of the form.
     *
     * @param text as typed
     */
    record Input(RecordField field, String text) {

        public String name() {
            return field.name().toLowerCase(Locale.ROOT);
        }

        public boolean isLong() {
            return field == RecordField.PLAN || field == RecordField.TEACHERS;
        }

        public boolean isMoney() {
            return field == RecordField.BUDGET;
        }
    }

    /** In the order of the ledger's columns. */
    public List<Input> inputs() {
        return List.of(
                new Input(RecordField.PROJECT, project),
                new Input(RecordField.FUND, fund),
                new Input(RecordField.APPROVAL, approval),
                new Input(RecordField.VENUE, venue),
                new Input(RecordField.PLAN, plan),
                new Input(RecordField.TEACHERS, teachers),
                new Input(RecordField.BUDGET, budget));
    }

    private Long fen() {
        String yuan = Normalizer.normalize(budget, Normalizer.Form.NFKC)
                .replace(",", "")
                .strip();
        if (yuan.isEmpty()) {
            return null;
        }
        if (!YUAN.matcher(yuan).matches()) {
            throw CohortRefused.because("budget", "cohort.budget-unreadable");
        }
        return new BigDecimal(yuan).movePointRight(FEN).longValueExact();
    }

    /** Browsers send line breaks as two characters, which would look like a change each time. */
    private static String text(String typed) {
        return Objects.toString(typed, "").replace("\r\n", "\n").strip();
    }
}
