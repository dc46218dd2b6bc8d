package org.tianbo.ledger.entry;

import jakarta.enterprise.context.ApplicationScoped;
import java.util.List;
import org.tianbo.platform.privacy.PersonalData;
import org.tianbo.platform.privacy.PersonalKind;
import org.tianbo.platform.privacy.PersonalRecords;

/** What the county's ledger says of somebody. */
@ApplicationScoped
class PersonalEntries implements PersonalData {

    private static final String LEDGER =
            """
            select seq, kind, day, at, content, reason from ledger_entries where county = ? and person = ? order by seq
            """;

    @Override
    public List<PersonalRecords> records() {
        return List.of(new PersonalRecords(PersonalKind.LEDGER, "ledger_entries", LEDGER));
    }
}
