package org.tianbo.curriculum.content;

/** What a published document is. The names are stored; never rename one. */
public enum Kind {
    COURSE,
    LESSON,
    RUBRIC,
    RUN_OF_SHOW,
    RULE,
    CHECKLIST
}
