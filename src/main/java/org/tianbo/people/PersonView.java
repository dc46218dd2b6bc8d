package org.tianbo.people;

import java.util.UUID;

/** A trainee as others see them; village and town are empty for people who have none. */
public record PersonView(UUID id, String name, String village, String town, String login, String mobile) {}
