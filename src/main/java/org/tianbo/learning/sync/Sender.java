package org.tianbo.learning.sync;

import java.util.UUID;

/**
 * Whose records they are, and from which phone; {@code device} is null for what was submitted on a page without a
 * script.
 */
public record Sender(String county, UUID person, String device) {}
