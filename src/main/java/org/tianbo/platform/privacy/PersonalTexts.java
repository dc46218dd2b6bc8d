package org.tianbo.platform.privacy;

import java.util.Collection;
import java.util.UUID;

/**
 * Seals words about people where they are written once and never changed. Each person has a key; when it is destroyed,
 * what was sealed under it can be read by nobody, though its bytes and every hash over them stay.
 */
public interface PersonalTexts {

    /** With the keys of these people, read at once; whoever has none yet gets one. Within the caller's transaction. */
    Texts of(Collection<UUID> people);

    /** As {@link #of}, to read only. */
    Texts readable(Collection<UUID> people);

    /** Words of the people whose keys are at hand. */
    interface Texts {

        /** Whether the person has a key, or had one that is destroyed. */
        boolean has(UUID person);

        /**
         * The same words of the same person are sealed alike, so that what did not change looks unchanged.
         *
         * @return empty where the person is erased: nothing more is written about them
         */
        String seal(UUID person, String words);

        /** What was sealed; words that never were as they are; empty where the key is destroyed. */
        String open(UUID person, String sealed);
    }
}
