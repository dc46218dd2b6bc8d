package org.tianbo.settings;

import java.math.BigDecimal;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.tianbo.platform.error.Refused;

/**
 * What a county decides in one go: one number, or a few that belong together and are changed together. Its texts stand
 * in {@code messages/settings/<feature>*.properties}.
 *
 * @param key feature and name: {@code practice.pace}
 * @param rising names of fields of which each must be greater than the one before
 */
public record Setting(String key, List<SettingField> fields, List<String> rising) {

    public Setting {
        fields = List.copyOf(fields);
        rising = List.copyOf(rising);
    }

    public Setting(String key, SettingField... fields) {
        this(key, List.of(fields), List.of());
    }

    /** The same setting, in which these numbers must rise. */
    public Setting rising(String... names) {
        return new Setting(key, fields, List.of(names));
    }

    /** The feature that owns it. */
    public String feature() {
        return key.substring(0, key.indexOf('.'));
    }

    /** Its name within the feature. */
    public String name() {
        return key.substring(key.indexOf('.') + 1);
    }

    /** What counts where the county has set nothing. */
    public SettingValues usual() {
        return new SettingValues(fields.stream().collect(Collectors.toMap(SettingField::name, SettingField::usual)));
    }

    /** Stored values; a field that came later than they did has its usual one. */
    public SettingValues completed(Map<String, BigDecimal> stored) {
        Map<String, BigDecimal> all = new LinkedHashMap<>(usual().byName());
        all.replaceAll((name, usual) -> stored.getOrDefault(name, usual));
        return new SettingValues(all);
    }

    /** What somebody typed, by field; what is wrong with it is added to the faults, each beside its field. */
    public SettingValues parse(Map<String, String> typed, Refused faults) {
        Map<String, BigDecimal> numbers = new LinkedHashMap<>();
        fields.forEach(field -> numbers.put(field.name(), field.parse(typed.getOrDefault(field.name(), ""), faults)));
        for (int index = 1; index < rising.size(); index++) {
            BigDecimal before = numbers.get(rising.get(index - 1));
            BigDecimal next = numbers.get(rising.get(index));
            if (before != null && next != null && next.compareTo(before) <= 0) {
                faults.field(rising.get(index), "settings.not-rising");
            }
        }
        return faults.fields().isEmpty() ? new SettingValues(numbers) : usual();
    }
}
