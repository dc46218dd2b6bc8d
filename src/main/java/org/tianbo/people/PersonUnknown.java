package org.tianbo.people;

import org.tianbo.platform.error.NotFound;

/** Nobody of that id in this county. */
public class PersonUnknown extends NotFound {

    private static final long serialVersionUID = 1L;

    public PersonUnknown() {
        super("people.person-unknown");
    }
}
