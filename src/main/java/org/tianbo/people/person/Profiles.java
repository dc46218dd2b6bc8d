package org.tianbo.people.person;

import jakarta.enterprise.context.ApplicationScoped;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.Optional;
import java.util.UUID;
import org.tianbo.people.Counties.CountyView;
import org.tianbo.people.PersonUnknown;
import org.tianbo.platform.security.CountyReads;

/** Where people live, as each of them is told. */
@ApplicationScoped
public class Profiles {

    private static final String PROFILE =
            """
            select c.id, c.name_zh, c.name_en, p.id is not null as known, v.town, v.name
            from counties c
            left join people p on p.county = c.id and p.id = ?
            left join villages v on v.county = p.county and v.id = p.village
            where c.id = ?
            """;

    private final CountyReads reads;

    Profiles(CountyReads reads) {
        this.reads = reads;
    }

    /** The person's county, and their town and village; both are empty for people who have none. */
    public record Profile(CountyView county, String town, String village) {}

    /** Empty when nobody serves that county; {@link PersonUnknown} when it does not know the person. */
    public Optional<Profile> of(String county, UUID person) {
        return reads.rows(PROFILE, Profiles::profile, person, county).stream().findFirst();
    }

    private static Profile profile(ResultSet row) throws SQLException {
        if (!row.getBoolean("known")) {
            throw new PersonUnknown();
        }
        return new Profile(
                new CountyView(row.getString("id"), row.getString("name_zh"), row.getString("name_en")),
                text(row, "town"),
                text(row, "name"));
    }

    private static String text(ResultSet row, String column) throws SQLException {
        return Optional.ofNullable(row.getString(column)).orElse("");
    }
}
