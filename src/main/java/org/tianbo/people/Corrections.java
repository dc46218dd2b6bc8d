package org.tianbo.people;

import java.util.List;
import java.util.UUID;

/** Corrects people by a roster that somebody has compared and confirmed; what stood there before is kept. */
public interface Corrections {

    /** Where the roster differs from what the county has of those whom it knows by their identity number. */
    RosterChanges wanted(Roster roster);

    /**
     * Takes over what the roster says.
     *
     * @param fileSha256 of the roster's file
     * @param by who has seen the changes and confirmed them
     */
    void take(RosterChanges changes, String fileSha256, UUID by);

    /** What rosters have corrected about the person, the latest first. */
    List<PersonCorrectionView> of(UUID person);
}
