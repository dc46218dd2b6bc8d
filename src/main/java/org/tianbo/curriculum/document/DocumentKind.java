package org.tianbo.curriculum.document;

import java.util.Locale;

/** What a published document is. The names are stored; never rename one. */
public enum DocumentKind {
    COURSE,
    LESSON,
    RUBRIC,
    RUN_OF_SHOW,
    RULE,
    CHECKLIST,
    GLOSSARY,
    PATHS,
    SCENARIO,
    WORDS,
    CALIBRATION;

    /** Name of its JSON Schema, where a file is a document. */
    public String schema() {
        return name().toLowerCase(Locale.ROOT).replace('_', '-');
    }
}
