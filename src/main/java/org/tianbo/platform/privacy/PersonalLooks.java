package org.tianbo.platform.privacy;

import java.util.Collection;
import java.util.UUID;

/** Notes who looked at whose personal data, so that the person can see it. */
public interface PersonalLooks {

    /** What was looked at. */
    enum What {
        /** All that an office knows of one person. */
        FILE,
        /** A recording and its review. */
        PRACTICE,
        /** A list with incomes, or one that was taken along as a file. */
        LIST
    }

    /** Whoever is signed in looks at it now; looking at oneself is not noted. */
    void note(What what, Collection<UUID> people);
}
