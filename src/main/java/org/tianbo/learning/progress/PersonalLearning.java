package org.tianbo.learning.progress;

import jakarta.enterprise.context.ApplicationScoped;
import java.util.List;
import java.util.UUID;
import org.tianbo.platform.privacy.PersonalData;
import org.tianbo.platform.privacy.PersonalKind;
import org.tianbo.platform.privacy.PersonalRecords;
import org.tianbo.platform.privacy.PersonalRows;

/** What somebody has learned, and what their phone reported of it. */
@ApplicationScoped
class PersonalLearning implements PersonalData {

    private static final String LESSONS =
            """
            select lesson, at from lessons_done where county = ? and trainee = ? order by at
            """;

    private static final String QUIZZES =
            """
            select lesson, tries, best, last, last_at, passed_at from quiz_results
            where county = ? and trainee = ? order by last_at
            """;

    private static final String PHONE_RECORDS =
            """
            select type, at, received_at, data from sync_records where county = ? and person = ? order by at
            """;

    private final PersonalRows rows;

    PersonalLearning(PersonalRows rows) {
        this.rows = rows;
    }

    @Override
    public List<PersonalRecords> records() {
        return List.of(
                new PersonalRecords(PersonalKind.LESSONS, "lessons_done", LESSONS),
                new PersonalRecords(PersonalKind.QUIZZES, "quiz_results", QUIZZES),
                new PersonalRecords(PersonalKind.PHONE_RECORDS, "sync_records", PHONE_RECORDS));
    }

    @Override
    public void erase(UUID person) {
        rows.erase("select erase_from_learning(?, ?)", person);
    }
}
