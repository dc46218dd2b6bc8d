package org.tianbo.family.helping;

import jakarta.enterprise.context.ApplicationScoped;
import java.util.List;
import java.util.UUID;
import org.tianbo.platform.privacy.PersonalData;
import org.tianbo.platform.privacy.PersonalKind;
import org.tianbo.platform.privacy.PersonalRecords;
import org.tianbo.platform.security.CountyWrites;
import org.tianbo.platform.security.CurrentCounty;

/** Who helped somebody, and when. */
@ApplicationScoped
class PersonalHelp implements PersonalData {

    private static final String HELPERS =
            """
            select helper, begun_at, ended_at from helpings
            where county = ? and trainee = ? and begun_at is not null order by begun_at
            """;

    private final CountyWrites writes;
    private final CurrentCounty county;

    PersonalHelp(CountyWrites writes, CurrentCounty county) {
        this.writes = writes;
        this.county = county;
    }

    @Override
    public List<PersonalRecords> records() {
        return List.of(new PersonalRecords(PersonalKind.HELPERS, "helpings", HELPERS));
    }

    @Override
    public void erase(UUID person) {
        writes.returning("select erase_from_helpings(?, ?)", row -> person, county.id(), person);
    }
}
