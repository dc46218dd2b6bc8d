package org.tianbo.people;

import java.util.Optional;

/** As the register has it. */
public enum Gender {
    FEMALE,
    MALE;

    public static Optional<Gender> of(String word) {
        return switch (word) {
            case "女", "女性" -> Optional.of(FEMALE);
            case "男", "男性" -> Optional.of(MALE);
            default -> Optional.empty();
        };
    }
}
