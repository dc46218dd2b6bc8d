package org.tianbo.privacy.known;

import org.tianbo.platform.privacy.PersonalKind;

/** How many things of one kind are known of somebody. */
public record KnownKind(PersonalKind kind, long count) {}
