package org.tianbo.notification;

import jakarta.enterprise.context.ApplicationScoped;
import java.util.List;
import java.util.UUID;
import org.tianbo.platform.privacy.PersonalData;
import org.tianbo.platform.privacy.PersonalKind;
import org.tianbo.platform.privacy.PersonalRecords;
import org.tianbo.platform.privacy.PersonalRows;

/** What the inbox holds of somebody. */
@ApplicationScoped
class PersonalInbox implements PersonalData {

    private static final String MESSAGES =
            """
            select kind, title, about_at, link, created_at, seen_at from inbox_messages
            where county = ? and person = ? order by created_at
            """;

    private static final String ERASE = "delete from inbox_messages where county = ? and person = ? returning id";

    private final PersonalRows rows;

    PersonalInbox(PersonalRows rows) {
        this.rows = rows;
    }

    @Override
    public List<PersonalRecords> records() {
        return List.of(new PersonalRecords(PersonalKind.MESSAGES, "inbox_messages", MESSAGES));
    }

    @Override
    public void erase(UUID person) {
        rows.erase(ERASE, person);
    }
}
