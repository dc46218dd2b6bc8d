package org.tianbo.people;

import java.util.Collection;
import java.util.Set;
import java.util.UUID;

/**
 * Which villages' people a member of staff sees. Officers and auditors see all of their county, mentors their own
 * trainees; a coordinator may be given villages, and then whoever lives elsewhere, or in no known village, is not there
 * for them.
 */
public interface StaffVillages {

    /** Of a member of staff of the current county. */
    Villages of(UUID person);

    /** Of whoever is signed in; all where nobody is, and for whoever is not bound to villages. */
    Villages mine();

    /** Those of the people whom the one who is signed in sees; everybody, unless they are bound to villages. */
    Set<UUID> seen(Collection<UUID> people);

    /** Whether the one who is signed in sees this person. */
    boolean sees(UUID person);

    /**
     * All villages of the county, or some.
     *
     * @param ids of the villages; empty where it is all of them
     */
    record Villages(boolean all, Set<UUID> ids) {

        public static final Villages ALL = new Villages(true, Set.of());

        public Villages {
            ids = Set.copyOf(ids);
        }

        public static Villages only(Set<UUID> ids) {
            return new Villages(false, ids);
        }

        /** For {@code any(?)} of a statement. */
        public UUID[] array() {
            return ids.toArray(UUID[]::new);
        }
    }
}
