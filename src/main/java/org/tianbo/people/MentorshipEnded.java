package org.tianbo.people;

import java.util.UUID;

/** A trainee no longer has this mentor; published within the transaction that takes them away. */
public record MentorshipEnded(String county, UUID mentor, UUID trainee) {}
