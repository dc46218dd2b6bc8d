package org.tianbo.cohort.joining;

import jakarta.enterprise.context.ApplicationScoped;
import java.util.List;
import org.tianbo.platform.privacy.PhoneColumns;

/** Where those who ask to join and those who go to another county leave their phone numbers, and who looks for them. */
@ApplicationScoped
class PhonesOfClasses implements PhoneColumns {

    @Override
    public List<Column> columns() {
        return List.of(
                new Column("join_requests", "mobile", false),
                new Column("transfers", "mobile", false),
                new Column("saved_lists", "list", true),
                new Column("people_exports", "list", true));
    }
}
