package org.tianbo.narration.voice;

import java.time.Instant;

/**
 * A lesson that is to be published, and when that was asked for. Each time it is work of its own, so that none is lost
 * while the one before ends.
 */
record Asked(Place place, Instant at) {

    /** The name of the work. */
    String id() {
        return place.id() + "/" + at;
    }

    static Asked parse(String id) {
        int end = id.lastIndexOf('/');
        return new Asked(Place.parse(id.substring(0, end)), Instant.parse(id.substring(end + 1)));
    }
}
