package org.tianbo.mentoring.review;

import java.time.Instant;
import java.util.UUID;

/** A place in a queue: the last one before it, and when that is due. */
public record QueuePosition(Instant dueAt, UUID review) {

    static final QueuePosition START = new QueuePosition(Instant.EPOCH, new UUID(0, 0));
}
