package org.tianbo.people;

import java.util.Arrays;
import java.util.Optional;

/** As the register has it. */
public enum Gender {
    FEMALE,
    MALE;

    /** The name, where it is one; else nothing. */
    public static String named(String name) {
        return Arrays.stream(values())
                .map(Gender::name)
                .filter(one -> one.equals(name))
                .findFirst()
                .orElse("");
    }

    public static Optional<Gender> of(String word) {
        return switch (word) {
            case "女", "女性" -> Optional.of(FEMALE);
            case "男", "男性" -> Optional.of(MALE);
            default -> Optional.empty();
        };
    }
}
