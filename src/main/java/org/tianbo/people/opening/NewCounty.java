package org.tianbo.people.opening;

import java.util.Objects;
import java.util.regex.Pattern;
import org.tianbo.platform.error.Refused;

/**
 * A county to be opened, as somebody typed it.
 *
 * @param id short, in small letters, in addresses and keys; never changed later
 * @param code of GB/T 2260, six digits
 */
public record NewCounty(String id, String code, String nameZh, String nameEn) {

    private static final Pattern ID = Pattern.compile("[a-z][a-z0-9-]{1,39}");
    private static final int LONGEST_NAME = 60;

    public NewCounty {
        id = text(id);
        code = text(code);
        nameZh = text(nameZh);
        nameEn = text(nameEn);
    }

    /** What is wrong with it, each beside its field. */
    void check(Refused faults) {
        if (!ID.matcher(id).matches()) {
            faults.field("id", "opening.id-shape");
        }
        if (GbCode.county(code).isEmpty()) {
            faults.field("code", "opening.code-shape");
        }
        if (nameZh.isEmpty() || nameZh.length() > LONGEST_NAME) {
            faults.field("nameZh", "opening.name-missing");
        }
        if (nameEn.isEmpty() || nameEn.length() > LONGEST_NAME) {
            faults.field("nameEn", "opening.name-missing");
        }
    }

    private static String text(String typed) {
        return Objects.requireNonNullElse(typed, "").strip();
    }
}
