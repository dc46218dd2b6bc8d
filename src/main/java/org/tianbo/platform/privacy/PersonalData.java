package org.tianbo.platform.privacy;

import java.util.List;
import java.util.UUID;

/** What one feature holds of people; each feature that holds something answers with a bean, for the county at hand. */
public interface PersonalData {

    /** All kinds it holds. */
    List<PersonalRecords> records();

    /** Keys of the stored files that a person takes along: what they recorded, spoke or photographed. */
    default List<String> files(UUID person) {
        return List.of();
    }

    /** Keys of all files that are stored of a person; none once they are erased. */
    default List<String> stored(UUID person) {
        return files(person);
    }

    /** Whether nothing stands against erasing this person: the work of the county's staff is audited. */
    default boolean isErasable(UUID person) {
        return true;
    }

    /**
     * Erases what it holds of somebody, as {@link PersonalKind#erasure()} says of each kind. Called outside a
     * transaction, and again after a stop: what is erased already is no fault.
     */
    default void erase(UUID person) {}
}
