package org.tianbo.curriculum.published;

import java.util.List;
import java.util.stream.Collectors;
import org.tianbo.curriculum.document.ContentFault;

/**
 * A content folder that cannot be published, with all that is wrong in it. Whoever wrote the content reads it, not a
 * web client.
 */
public class BrokenContent extends RuntimeException {

    private static final long serialVersionUID = 1L;

    BrokenContent(List<ContentFault> faults) {
        super(faults.stream().map(ContentFault::toString).collect(Collectors.joining("\n", "Not published:\n", "")));
    }
}
