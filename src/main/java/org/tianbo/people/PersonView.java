package org.tianbo.people;

import java.util.Objects;
import java.util.UUID;

/** A trainee as others see them; village, town and mobile are empty for people who have none. */
public record PersonView(UUID id, String name, String village, String town, String login, String mobile) {

    /** @param mobile null for none */
    public PersonView {
        mobile = Objects.requireNonNullElse(mobile, "");
    }
}
