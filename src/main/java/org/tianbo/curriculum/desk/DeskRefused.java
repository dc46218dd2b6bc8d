package org.tianbo.curriculum.desk;

import org.tianbo.platform.error.NotFound;
import org.tianbo.platform.error.Refused;

/** What a writer asked for was not done; nothing was changed. */
final class DeskRefused {

    private DeskRefused() {}

    /** What somebody typed; the faults stand beside the fields. */
    static Refused wrong() {
        return Refused.invalid("curriculum.form-invalid");
    }

    static Refused savedMeanwhile() {
        return Refused.conflict("curriculum.saved-meanwhile");
    }

    /** Of a draft that was to be thrown away. */
    static Refused draftSavedMeanwhile() {
        return Refused.conflict("curriculum.draft-saved-meanwhile");
    }

    /** Of lessons that were looked at to be brought in. */
    static Refused folderSavedMeanwhile() {
        return Refused.conflict("curriculum.folder-saved-meanwhile");
    }

    /** The checks found something. */
    static Refused faulty(int faults) {
        return Refused.invalid("curriculum.lesson-faulty", faults);
    }

    /** Trainees see exactly this already. */
    static Refused nothingChanged() {
        return Refused.invalid("curriculum.nothing-changed");
    }

    /** It was shipped once: published, it would stand in no course. */
    static Refused removed() {
        return Refused.conflict("curriculum.lesson-removed");
    }

    /** @param most characters of all files together */
    static Refused tooLong(int most) {
        return Refused.tooLarge("curriculum.lesson-too-long", most);
    }

    static Refused fileName(String name) {
        return Refused.invalid("curriculum.file-name", name);
    }

    /** A county has as many of its own as there is room for. */
    static Refused tooMany(int most) {
        return Refused.invalid("curriculum.too-many", most);
    }

    static NotFound noCourse() {
        return new NotFound("curriculum.course-not-found");
    }

    static NotFound noLesson() {
        return new NotFound("curriculum.lesson-not-found");
    }
}
