package org.tianbo.platform.table.rows;

import com.fasterxml.jackson.annotation.JsonInclude;
import java.util.List;
import java.util.Locale;
import org.tianbo.platform.error.FaultTexts;
import org.tianbo.platform.table.CellFault;

/**
 * A row left out, as reports tell it: its first fault, and all of them.
 *
 * @param value what stood in the cell; left out of the answer where it was empty
 * @param message the reason in the reader's language
 */
public record RejectedRowView(
        int line,
        String field,
        String code,
        @JsonInclude(JsonInclude.Include.NON_EMPTY) String value,
        String message,
        List<Fault> faults) {

    /** One cell that is wrong. */
    public record Fault(
            String field, String code, @JsonInclude(JsonInclude.Include.NON_EMPTY) String value, String message) {

        static Fault of(CellFault fault, Locale locale) {
            return new Fault(fault.field(), fault.code(), fault.value(), FaultTexts.of(fault.code(), locale));
        }
    }

    public static RejectedRowView of(RejectedRow row, Locale locale) {
        List<Fault> faults =
                row.faults().stream().map(fault -> Fault.of(fault, locale)).toList();
        Fault first = faults.get(0);
        return new RejectedRowView(row.line(), first.field, first.code, first.value, first.message, faults);
    }
}
