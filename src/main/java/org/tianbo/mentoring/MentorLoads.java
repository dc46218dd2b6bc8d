package org.tianbo.mentoring;

import java.util.List;

/** How much mentors have to grade and how soon they do, for the county's desk. */
public interface MentorLoads {

    /** For how many days back it is looked at what was published. */
    int DAYS = 90;

    /** Of every mentor of the county who has trainees or published a review of late, by name. */
    List<MentorLoad> loads();
}
