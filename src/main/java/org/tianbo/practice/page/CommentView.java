package org.tianbo.practice.page;

import java.time.Duration;
import java.util.Locale;
import org.tianbo.platform.time.DateTexts;
import org.tianbo.practice.ViewerComment;

/** What a scripted viewer said, in the reader's language. */
public record CommentView(
        long atMs, String at, String viewer, String says, String does, String outcome, String seconds, boolean named) {

    static CommentView of(ViewerComment comment, Locale locale) {
        return new CommentView(
                comment.atMs(),
                DateTexts.clock(Duration.ofMillis(comment.atMs())),
                comment.viewer().map(name -> name.in(locale)).orElse(""),
                comment.says().in(locale),
                comment.does().in(locale),
                comment.outcome(),
                Long.toString(comment.seconds()),
                comment.named());
    }
}
