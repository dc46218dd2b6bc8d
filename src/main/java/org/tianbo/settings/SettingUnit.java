package org.tianbo.settings;

/** What a number of a setting counts; its word stands in {@code messages/settings*.properties}. */
public enum SettingUnit {
    /** 1 for yes, 0 for no. */
    SWITCH(0),
    TIMES(0),
    POINTS(0),
    YUAN(2),
    SECONDS(1),
    HOURS(0),
    DAYS(0),
    MONTHS(0),
    KILOMETRES(0),
    SYLLABLES_A_SECOND(1),
    DECIBELS(0),
    PERCENT(1);

    private final int decimals;

    SettingUnit(int decimals) {
        this.decimals = decimals;
    }

    /** How many digits after the point are meant seriously. */
    int decimals() {
        return decimals;
    }
}
