package org.tianbo.practice.preparation;

import org.tianbo.platform.error.Fault;

/** Nobody rehearses then. */
class BookingRefused extends Fault {

    private static final long serialVersionUID = 1L;

    BookingRefused() {
        super(Kind.INVALID, "practice.booked-at-no-time");
        field("at", "practice.booked-at-no-time");
    }
}
