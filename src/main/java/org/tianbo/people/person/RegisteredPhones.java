package org.tianbo.people.person;

import jakarta.enterprise.context.ApplicationScoped;
import java.util.List;
import org.tianbo.platform.privacy.PhoneColumns;

/** Where the register keeps phone numbers. */
@ApplicationScoped
class RegisteredPhones implements PhoneColumns {

    @Override
    public List<Column> columns() {
        return List.of(
                new Column("people", "mobile", false),
                new Column("person_corrections", "old_value", true),
                new Column("person_corrections", "new_value", true));
    }
}
