package org.tianbo.cohort.enrolment;

import java.math.BigDecimal;
import java.util.EnumMap;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import org.tianbo.platform.error.Fault;

/**
 * What an audit asks of a class beside its name and its days. What nobody wrote yet is empty.
 *
 * @param teachers who teaches and what entitles them to it, a line each
 * @param budgetFen null where nobody wrote one
 */
public record ClassRecord(
        String project, String fund, String approval, String venue, String plan, String teachers, Long budgetFen) {

    /** Of a class of which nothing was written. */
    public static final ClassRecord EMPTY = new ClassRecord("", "", "", "", "", "", null);

    private static final int LONGEST_LINE = 120;
    private static final int LONGEST_TEXT = 1_000;
    private static final int FEN_PLACES = 2;

    /** By field, as people read them: the budget in yuan. */
    public Map<RecordField, String> texts() {
        Map<RecordField, String> texts = new EnumMap<>(RecordField.class);
        texts.put(RecordField.PROJECT, project);
        texts.put(RecordField.FUND, fund);
        texts.put(RecordField.APPROVAL, approval);
        texts.put(RecordField.VENUE, venue);
        texts.put(RecordField.PLAN, plan);
        texts.put(RecordField.TEACHERS, teachers);
        texts.put(RecordField.BUDGET, yuan());
        return texts;
    }

    /** The budget in yuan; empty for none. */
    public String yuan() {
        return budgetFen == null
                ? ""
                : BigDecimal.valueOf(budgetFen, FEN_PLACES).toPlainString();
    }

    public boolean isEmpty() {
        return equals(EMPTY);
    }

    /** The same, held elsewhere. */
    ClassRecord at(String place) {
        return new ClassRecord(project, fund, approval, place, plan, teachers, budgetFen);
    }

    /** Names every field that does not fit. */
    void check(Fault refused) {
        texts().forEach((field, text) -> {
            boolean isLong = field == RecordField.PLAN || field == RecordField.TEACHERS;
            if (text.length() > (isLong ? LONGEST_TEXT : LONGEST_LINE)) {
                refused.field(
                        field.name().toLowerCase(Locale.ROOT),
                        isLong ? "cohort.record-text-too-long" : "cohort.record-line-too-long");
            }
        });
    }

    /** Whether the two say the same of that. */
    boolean differs(RecordField field, ClassRecord other) {
        return !Objects.equals(texts().get(field), other.texts().get(field));
    }
}
