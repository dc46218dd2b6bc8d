package org.tianbo.people.mentorship;

import org.tianbo.platform.error.Refused;

/** Trainees cannot be given that way. */
public final class MentorRefused {

    private MentorRefused() {}

    /** The person is no mentor of this county. */
    public static Refused noMentor() {
        return Refused.ofField("mentor", "people.no-mentor");
    }

    /** The county has nobody with the mentor role. */
    public static Refused nobodyMentors() {
        return Refused.invalid("people.nobody-mentors");
    }

    /** There is no such batch, or it was undone before. */
    public static Refused nothingToUndo() {
        return Refused.invalid("people.nothing-to-undo");
    }
}
