package org.tianbo.mentoring.feedback;

import jakarta.enterprise.context.ApplicationScoped;
import java.util.List;
import java.util.UUID;
import org.tianbo.platform.privacy.PersonalData;
import org.tianbo.platform.privacy.PersonalKind;
import org.tianbo.platform.privacy.PersonalRecords;
import org.tianbo.platform.privacy.PersonalRows;

/** What mentors said of somebody's attempts. */
@ApplicationScoped
class PersonalReviews implements PersonalData {

    private static final String REVIEWS =
            """
            select r.attempt, r.title, r.state, r.submitted_at, r.published_at, r.score, r.vetoed, m.name as mentor,
                case when r.state = 'PUBLISHED' then r.draft end as said
            from reviews r left join people m on m.county = r.county and m.id = r.mentor
            where r.county = ? and r.trainee = ? order by r.submitted_at
            """;

    private final PersonalRows rows;

    PersonalReviews(PersonalRows rows) {
        this.rows = rows;
    }

    @Override
    public List<PersonalRecords> records() {
        return List.of(new PersonalRecords(PersonalKind.REVIEWS, "reviews", REVIEWS));
    }

    @Override
    public void erase(UUID person) {
        rows.erase("select erase_from_mentoring(?, ?)", person);
    }
}
