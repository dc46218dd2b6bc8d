package org.tianbo.curriculum.desk;

import org.tianbo.platform.error.Fault;
import org.tianbo.platform.error.NotFound;

/** What a writer asked for was not done; nothing was changed. */
final class DeskRefused extends Fault {

    private static final long serialVersionUID = 1L;

    private DeskRefused(Kind kind, String code, Object... arguments) {
        super(kind, code, arguments);
    }

    /** What somebody typed; the faults stand beside the fields. */
    static DeskRefused wrong() {
        return new DeskRefused(Kind.INVALID, "curriculum.form-invalid");
    }

    static DeskRefused savedMeanwhile() {
        return new DeskRefused(Kind.CONFLICT, "curriculum.saved-meanwhile");
    }

    /** Of lessons that were looked at to be brought in. */
    static DeskRefused folderSavedMeanwhile() {
        return new DeskRefused(Kind.CONFLICT, "curriculum.folder-saved-meanwhile");
    }

    /** The checks found something. */
    static DeskRefused faulty(int faults) {
        return new DeskRefused(Kind.INVALID, "curriculum.lesson-faulty", faults);
    }

    /** Trainees see exactly this already. */
    static DeskRefused nothingChanged() {
        return new DeskRefused(Kind.INVALID, "curriculum.nothing-changed");
    }

    /** It was shipped once: published, it would stand in no course. */
    static DeskRefused removed() {
        return new DeskRefused(Kind.CONFLICT, "curriculum.lesson-removed");
    }

    /** @param most characters of all files together */
    static DeskRefused tooLong(int most) {
        return new DeskRefused(Kind.TOO_LARGE, "curriculum.lesson-too-long", most);
    }

    static DeskRefused fileName(String name) {
        return new DeskRefused(Kind.INVALID, "curriculum.file-name", name);
    }

    /** A county has as many of its own as there is room for. */
    static DeskRefused tooMany(int most) {
        return new DeskRefused(Kind.INVALID, "curriculum.too-many", most);
    }

    static NotFound noCourse() {
        return new NotFound("curriculum.course-not-found");
    }

    static NotFound noLesson() {
        return new NotFound("curriculum.lesson-not-found");
    }
}
