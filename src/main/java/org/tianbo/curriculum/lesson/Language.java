package org.tianbo.curriculum.lesson;

/** The languages a lesson is written in, and the headings that open its last two sections in each. */
public enum Language {
    ZH("zh", "举个例子", "轮到你", ""),
    EN("en", "For example", "Now you", "\n");

    private final String tag;
    private final String example;
    private final String task;
    private final String softBreak;

    Language(String tag, String example, String task, String softBreak) {
        this.tag = tag;
        this.example = example;
        this.task = task;
        this.softBreak = softBreak;
    }

    public String tag() {
        return tag;
    }

    /** What a line's end inside a paragraph becomes: Chinese has no space there. */
    String softBreak() {
        return softBreak;
    }

    SectionKind partUnder(String heading) {
        if (heading.startsWith(example)) {
            return SectionKind.EXAMPLE;
        }
        return heading.startsWith(task) ? SectionKind.TASK : SectionKind.STEP;
    }
}
