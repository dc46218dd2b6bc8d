package org.tianbo.attendance;

import java.time.Instant;
import java.util.UUID;

/** What proves a session became more: it was confirmed, or a picture was added. */
public record SessionDocumented(String county, UUID session, Instant at) {}
