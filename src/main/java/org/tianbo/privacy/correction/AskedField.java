package org.tianbo.privacy.correction;

import java.util.Arrays;
import java.util.Optional;
import org.tianbo.people.Corrections.PersonField;

/** What somebody may say is wrong about them. */
public enum AskedField {
    /** Theirs to correct: it changes at once. */
    PHONE(PersonField.PHONE),
    NAME(PersonField.NAME),
    GENDER(PersonField.GENDER),
    /** Told in words; the desk corrects it in the register itself. */
    VILLAGE(null),
    OTHER(null);

    private final PersonField field;

    AskedField(PersonField field) {
        this.field = field;
    }

    /** Empty for what the desk corrects by hand. */
    Optional<PersonField> inRegister() {
        return Optional.ofNullable(field);
    }

    public boolean isTheirs() {
        return this == PHONE;
    }

    public static Optional<AskedField> of(String name) {
        return Arrays.stream(values()).filter(one -> one.name().equals(name)).findFirst();
    }
}
