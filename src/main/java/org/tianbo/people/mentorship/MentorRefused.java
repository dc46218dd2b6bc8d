package org.tianbo.people.mentorship;

import org.tianbo.platform.error.Fault;

/** Trainees cannot be given that way. */
public class MentorRefused extends Fault {

    private static final long serialVersionUID = 1L;

    private MentorRefused(String code) {
        super(Kind.INVALID, code);
    }

    /** The person is no mentor of this county. */
    public static MentorRefused noMentor() {
        return (MentorRefused) new MentorRefused("people.no-mentor").field("mentor", "people.no-mentor");
    }

    /** The county has nobody with the mentor role. */
    public static MentorRefused nobodyMentors() {
        return new MentorRefused("people.nobody-mentors");
    }

    /** There is no such batch, or it was undone before. */
    public static MentorRefused nothingToUndo() {
        return new MentorRefused("people.nothing-to-undo");
    }
}
