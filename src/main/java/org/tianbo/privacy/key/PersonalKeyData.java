package org.tianbo.privacy.key;

import jakarta.enterprise.context.ApplicationScoped;
import java.util.List;
import java.util.UUID;
import org.tianbo.platform.privacy.PersonalData;
import org.tianbo.platform.privacy.PersonalRecords;

/** Destroys somebody's key when they are erased; what it sealed cannot be read from then on. */
@ApplicationScoped
class PersonalKeyData implements PersonalData {

    private final PersonalKeys keys;

    PersonalKeyData(PersonalKeys keys) {
        this.keys = keys;
    }

    /** None: a key says nothing of anybody. */
    @Override
    public List<PersonalRecords> records() {
        return List.of();
    }

    @Override
    public void erase(UUID person) {
        keys.destroy(person);
    }
}
