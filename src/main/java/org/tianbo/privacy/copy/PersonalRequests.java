package org.tianbo.privacy.copy;

import jakarta.enterprise.context.ApplicationScoped;
import java.util.List;
import java.util.UUID;
import org.tianbo.platform.privacy.PersonalData;
import org.tianbo.platform.privacy.PersonalKind;
import org.tianbo.platform.privacy.PersonalRecords;
import org.tianbo.platform.privacy.PersonalRows;

/** What somebody asked for about their data. */
@ApplicationScoped
class PersonalRequests implements PersonalData {

    private static final String REQUESTS =
            """
            select field, old_value, new_value, reason, asked_at, state, words from correction_requests
            where county = ? and person = ? order by asked_at
            """;

    private final DataCopies copies;
    private final PersonalRows rows;

    PersonalRequests(DataCopies copies, PersonalRows rows) {
        this.copies = copies;
        this.rows = rows;
    }

    @Override
    public List<PersonalRecords> records() {
        return List.of(new PersonalRecords(PersonalKind.REQUESTS, "correction_requests", REQUESTS));
    }

    @Override
    public void erase(UUID person) {
        copies.endAll(person);
        rows.erase("select erase_from_requests(?, ?)", person);
    }
}
