package org.tianbo.settings.page;

import java.math.BigDecimal;
import java.time.Instant;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.tianbo.settings.Setting;
import org.tianbo.settings.SettingField;
import org.tianbo.settings.SettingUnit;
import org.tianbo.settings.SettingValues;
import org.tianbo.settings.history.SettingChange;

/**
 * A setting as it stands.
 *
 * @param past what a change means for what was before it
 * @param last how it came to be so; empty while nobody has ever changed it
 */
record SettingView(
        String key, String name, String what, String past, List<NumberView> numbers, Optional<ChangeView> last) {

    /**
     * One of its numbers.
     *
     * @param value what counts now
     */
    record NumberView(
            String name, String label, SettingUnit unit, String value, String usual, String lowest, String highest) {

        public boolean isSwitch() {
            return unit == SettingUnit.SWITCH;
        }

        static NumberView of(SettingField field, String label, SettingValues values) {
            return new NumberView(
                    field.name(),
                    label,
                    field.unit(),
                    written(values.byName().get(field.name())),
                    written(field.usual()),
                    written(field.lowest()),
                    written(field.highest()));
        }
    }

    /**
     * A change of it.
     *
     * @param own whether the county's own numbers counted from then on, not the usual ones
     * @param by name of who changed it; empty for what was set before that was recorded
     * @param reason empty for what was set before reasons were recorded
     */
    record ChangeView(long version, boolean own, List<NumberView> numbers, String by, String reason, Instant at) {}

    static SettingView of(Setting setting, SettingTexts texts, Optional<ChangeView> last) {
        List<NumberView> numbers =
                last.map(ChangeView::numbers).orElseGet(() -> numbers(setting, setting.usual(), texts));
        return new SettingView(
                setting.key(), texts.name(setting), texts.what(setting), texts.past(setting), numbers, last);
    }

    static ChangeView change(Setting setting, SettingChange change, String by, SettingTexts texts) {
        SettingValues values = change.values().map(setting::completed).orElse(setting.usual());
        return new ChangeView(
                change.version(),
                change.values().isPresent(),
                numbers(setting, values, texts),
                by,
                change.reason(),
                change.at());
    }

    /** Whether the county has numbers of its own. */
    public boolean own() {
        return last.filter(ChangeView::own).isPresent();
    }

    /** Of what is seen; 0 while nobody has ever changed it. */
    public long version() {
        return last.map(ChangeView::version).orElse(0L);
    }

    private static List<NumberView> numbers(Setting setting, SettingValues values, SettingTexts texts) {
        return setting.fields().stream()
                .map(field -> NumberView.of(field, texts.field(setting, field), values))
                .toList();
    }

    /** 1,000 and 5.5; thousands are parted, as the form takes them. */
    private static String written(BigDecimal number) {
        BigDecimal plain = number.stripTrailingZeros();
        return String.format(Locale.ROOT, "%,." + Math.max(0, plain.scale()) + "f", plain);
    }
}
