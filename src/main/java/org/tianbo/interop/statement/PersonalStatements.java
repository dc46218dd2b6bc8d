package org.tianbo.interop.statement;

import jakarta.enterprise.context.ApplicationScoped;
import java.util.List;
import java.util.UUID;
import org.tianbo.platform.privacy.PersonalData;
import org.tianbo.platform.privacy.PersonalKind;
import org.tianbo.platform.privacy.PersonalRecords;
import org.tianbo.platform.privacy.PersonalRows;

/** What other systems may have been told of somebody. Where they are erased, those systems are told that too. */
@ApplicationScoped
class PersonalStatements implements PersonalData {

    private static final String STATEMENTS =
            """
            select verb, object, score, happened_at, stored_at from statements
            where county = ? and person = ? order by happened_at
            """;

    private final PersonalRows rows;

    PersonalStatements(PersonalRows rows) {
        this.rows = rows;
    }

    @Override
    public List<PersonalRecords> records() {
        return List.of(new PersonalRecords(PersonalKind.STATEMENTS, "statements", STATEMENTS));
    }

    @Override
    public void erase(UUID person) {
        rows.erase("select erase_from_interop(?, ?)", person);
    }
}
