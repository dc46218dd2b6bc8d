package org.tianbo.curriculum.county;

import java.util.List;
import org.tianbo.curriculum.document.Document;

/**
 * What one county teaches of its own now.
 *
 * @param edition changes with any of it; empty where there is none
 * @param documents changed lessons, and courses with all their lessons
 * @param bytes about as many as the documents take
 * @param ever whether anything was ever published, so that an older version may be asked for
 */
public record OwnContent(String edition, List<Document> documents, boolean ever, long bytes) {

    static final OwnContent NONE = new OwnContent("", List.of(), false, 0);

    /** Nobody can tell now. */
    static final OwnContent UNKNOWN = new OwnContent("", List.of(), true, 0);
}
