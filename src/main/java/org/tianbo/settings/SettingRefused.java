package org.tianbo.settings;

import org.tianbo.platform.error.Fault;
import org.tianbo.platform.error.NotFound;

/** A change of a setting that was not made. */
public final class SettingRefused extends Fault {

    private static final long serialVersionUID = 1L;

    private SettingRefused(Kind kind, String code) {
        super(kind, code);
    }

    /** What somebody typed; the faults stand beside the fields. */
    public static SettingRefused wrong() {
        return new SettingRefused(Kind.INVALID, "settings.invalid");
    }

    /** Somebody else was faster; the page shows what stands now. */
    public static SettingRefused changedMeanwhile() {
        return new SettingRefused(Kind.CONFLICT, "settings.changed-meanwhile");
    }

    /** It is set so already. */
    public static SettingRefused nothingChanged() {
        return new SettingRefused(Kind.INVALID, "settings.nothing-changed");
    }

    public static NotFound unknown() {
        return new NotFound("settings.not-found");
    }
}
