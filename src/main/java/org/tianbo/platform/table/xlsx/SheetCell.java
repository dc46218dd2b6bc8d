package org.tianbo.platform.table.xlsx;

import java.math.BigDecimal;
import java.math.MathContext;
import java.time.LocalDateTime;
import java.time.LocalTime;
import java.time.format.DateTimeFormatter;
import java.time.temporal.ChronoUnit;
import java.util.Locale;
import java.util.Set;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import org.dhatim.fastexcel.reader.Cell;
import org.dhatim.fastexcel.reader.CellType;

/** What a reader of the sheet would see in a cell, as a text. */
final class SheetCell {

    /** A spreadsheet keeps 15 digits of a number; what stands behind them is made up. */
    private static final MathContext PRECISION = new MathContext(15);

    private static final int INTEGER_DIGITS = 15;
    private static final int FRACTION_DIGITS = 20;

    private static final DateTimeFormatter DAY = DateTimeFormatter.ofPattern("uuuu-MM-dd", Locale.ROOT);
    private static final DateTimeFormatter SECOND = DateTimeFormatter.ofPattern("uuuu-MM-dd HH:mm:ss", Locale.ROOT);

    /**
     * ECMA-376 part 1, 18.8.30: the formats of dates that are not spelled out, 27-36 and 50-58 those of Chinese Excel.
     */
    private static final Set<Integer> BUILT_IN_DATES = Set.of(
            14, 15, 16, 17, 18, 19, 20, 21, 22, 27, 28, 29, 30, 31, 32, 33, 34, 35, 36, 45, 46, 47, 50, 51, 52, 53, 54,
            55, 56, 57, 58);

    private static final Pattern LITERALS = Pattern.compile("\"[^\"]*\"|\\\\.|_.|\\[[^\\]]*\\]");
    private static final Pattern DATE_LETTERS = Pattern.compile("[ydh]|m+:?s");
    private static final Set<String> NO_DATES = Set.of("general", "standard");

    /** ECMA-376 part 1, 22.9.2.19: how control characters are written. */
    private static final Pattern ESCAPED = Pattern.compile("_x00([01][0-9A-Fa-f])_");

    private SheetCell() {}

    static String text(Cell cell) {
        if (cell == null) {
            return "";
        }
        if (cell.getValue() == null) {
            // A formula that nobody has computed yet: shown as it is, for there is nothing to guess.
            return cell.getFormula() == null || cell.getFormula().isEmpty() ? "" : "=" + cell.getFormula();
        }
        if (cell.getType() == CellType.ERROR) {
            return cell.getRawValue();
        }
        if (cell.getValue() instanceof BigDecimal number) {
            return isDate(cell) ? date(cell.asDate()) : number(number);
        }
        return unescaped(cell.getValue().toString());
    }

    /**
     * {@code 1}, not {@code 1.0}; what is too long to be kept stays {@code 6.93E+18}, so that nobody takes it for
     * whole.
     */
    private static String number(BigDecimal number) {
        BigDecimal rounded = number.round(PRECISION);
        if (rounded.signum() == 0) {
            return "0";
        }
        rounded = rounded.stripTrailingZeros();
        boolean plain = rounded.precision() - rounded.scale() <= INTEGER_DIGITS && rounded.scale() <= FRACTION_DIGITS;
        return plain ? rounded.toPlainString() : scientific(rounded);
    }

    private static String scientific(BigDecimal number) {
        int exponent = number.precision() - number.scale() - 1;
        BigDecimal mantissa = new BigDecimal(number.unscaledValue(), number.precision() - 1);
        return mantissa.toPlainString() + (exponent < 0 ? "E" : "E+") + exponent;
    }

    private static boolean isDate(Cell cell) {
        Integer id = cell.getDataFormatId();
        if (id == null) {
            return false;
        }
        String format = cell.getDataFormatString();
        if (format == null) {
            return BUILT_IN_DATES.contains(id);
        }
        String letters = LITERALS.matcher(format).replaceAll("").toLowerCase(Locale.ROOT);
        return !NO_DATES.contains(letters.strip())
                && DATE_LETTERS.matcher(letters).find();
    }

    private static String date(LocalDateTime exact) {
        LocalDateTime time = exact.plus(500, ChronoUnit.MILLIS).truncatedTo(ChronoUnit.SECONDS);
        return (time.toLocalTime().equals(LocalTime.MIDNIGHT) ? DAY : SECOND).format(time);
    }

    private static String unescaped(String text) {
        return text.contains("_x00") ? ESCAPED.matcher(text).replaceAll(SheetCell::control) : text;
    }

    private static String control(MatchResult escaped) {
        char c = (char) Integer.parseInt(escaped.group(1), 16);
        return Character.isWhitespace(c) ? String.valueOf(c) : "";
    }
}
