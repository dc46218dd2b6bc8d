package org.tianbo.curriculum.document;

import java.util.regex.Pattern;

/**
 * A paragraph, heading or line of a list that a learner reads.
 *
 * @param part whether it is taught, asked, or a wrong answer, which may say what nobody should
 */
public record Passage(String file, int line, String zh, Role part) {

    public enum Role {
        LESSON,
        QUIZ,
        WRONG_ANSWER
    }

    private static final Pattern QUOTED = Pattern.compile("“[^”]*”|「[^」]*」");

    /** Without what is only quoted, such as a bad example. */
    public String unquoted() {
        return QUOTED.matcher(zh).replaceAll("");
    }
}
