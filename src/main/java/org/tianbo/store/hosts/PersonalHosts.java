package org.tianbo.store.hosts;

import jakarta.enterprise.context.ApplicationScoped;
import java.util.List;
import java.util.UUID;
import org.tianbo.platform.privacy.PersonalData;
import org.tianbo.platform.privacy.PersonalRecords;
import org.tianbo.platform.privacy.PersonalRows;

/** Through which accounts somebody's store sold. */
@ApplicationScoped
class PersonalHosts implements PersonalData {

    private final PersonalRows rows;

    PersonalHosts(PersonalRows rows) {
        this.rows = rows;
    }

    /** None of its own: all is worked out from the order lines. */
    @Override
    public List<PersonalRecords> records() {
        return List.of();
    }

    @Override
    public void erase(UUID person) {
        rows.erase("select erase_hosts(?, ?)", person);
    }
}
