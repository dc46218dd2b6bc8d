package org.tianbo.privacy.looks;

import jakarta.enterprise.context.ApplicationScoped;
import java.util.List;
import org.tianbo.platform.privacy.PersonalData;
import org.tianbo.platform.privacy.PersonalKind;
import org.tianbo.platform.privacy.PersonalRecords;

/** Who looked at somebody, for themselves. */
@ApplicationScoped
class PersonalLookData implements PersonalData {

    private static final String LOOKS =
            """
            select p.name as viewer, l.what, l.day, l.times, l.last_at
            from personal_looks l left join people p on p.county = l.county and p.id = l.viewer
            where l.county = ? and l.person = ? order by l.day
            """;

    @Override
    public List<PersonalRecords> records() {
        return List.of(new PersonalRecords(PersonalKind.LOOKS, "personal_looks", LOOKS));
    }
}
