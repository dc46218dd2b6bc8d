package org.tianbo.people;

import org.tianbo.platform.error.Missing;

/** Nobody of that id in this county. */
public class PersonUnknown extends Missing {

    private static final long serialVersionUID = 1L;

    public PersonUnknown() {
        super("people.person-unknown");
    }
}
