package org.tianbo.settings;

import java.math.BigDecimal;
import java.text.Normalizer;
import java.util.regex.Pattern;
import org.tianbo.platform.error.Refused;

/**
 * One number of a setting.
 *
 * @param name as its text and its form field are named
 * @param usual what counts where the county has set nothing
 */
public record SettingField(String name, SettingUnit unit, BigDecimal lowest, BigDecimal highest, BigDecimal usual) {

    private static final Pattern NUMBER = Pattern.compile("-?(?:\\d{1,3}(?:,\\d{3})+|\\d{1,12})(?:\\.\\d{1,6})?");

    /** From numbers as they are written: {@code "5.5"}. */
    public static SettingField of(String name, SettingUnit unit, String lowest, String highest, String usual) {
        return new SettingField(name, unit, new BigDecimal(lowest), new BigDecimal(highest), new BigDecimal(usual));
    }

    public static SettingField whole(String name, SettingUnit unit, long lowest, long highest, long usual) {
        return new SettingField(
                name, unit, BigDecimal.valueOf(lowest), BigDecimal.valueOf(highest), BigDecimal.valueOf(usual));
    }

    /**
     * The number as somebody typed it, full-width digits and commas between thousands included; null, and a fault at
     * this field, when it is none that may be set.
     */
    BigDecimal parse(String typed, Refused faults) {
        String text = Normalizer.normalize(typed, Normalizer.Form.NFKC).strip();
        if (!NUMBER.matcher(text).matches()) {
            faults.field(name, "settings.no-number");
            return null;
        }
        BigDecimal number = new BigDecimal(text.replace(",", "")).stripTrailingZeros();
        if (number.scale() > unit.decimals()) {
            faults.field(name, unit.decimals() == 0 ? "settings.not-whole" : "settings.too-exact");
            return null;
        }
        if (number.compareTo(lowest) < 0 || number.compareTo(highest) > 0) {
            faults.field(name, "settings.out-of-range");
            return null;
        }
        return number;
    }
}
