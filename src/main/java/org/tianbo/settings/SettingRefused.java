package org.tianbo.settings;

import org.tianbo.platform.error.NotFound;
import org.tianbo.platform.error.Refused;

/** A change of a setting that was not made. */
public final class SettingRefused {

    private SettingRefused() {}

    /** What somebody typed; the faults stand beside the fields. */
    public static Refused wrong() {
        return Refused.invalid("settings.invalid");
    }

    /** Somebody else was faster; the page shows what stands now. */
    public static Refused changedMeanwhile() {
        return Refused.conflict("settings.changed-meanwhile");
    }

    /** It is set so already. */
    public static Refused nothingChanged() {
        return Refused.invalid("settings.nothing-changed");
    }

    public static NotFound unknown() {
        return new NotFound("settings.not-found");
    }
}
