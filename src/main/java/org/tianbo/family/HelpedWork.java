package org.tianbo.family;

import java.util.List;
import java.util.Map;
import java.util.UUID;

/** What was done by somebody who helped a trainee. */
public interface HelpedWork {

    /**
     * The names of those who helped with the attempt, as they gave them; empty where nobody did.
     *
     * @param trainee whose attempt it is
     */
    List<String> helpersWith(UUID attempt, UUID trainee);

    /** Everybody who ever helped this trainee, by the help under which records are kept; as they gave their names. */
    Map<UUID, String> helpers(UUID trainee);
}
