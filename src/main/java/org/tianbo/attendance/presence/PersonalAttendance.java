package org.tianbo.attendance.presence;

import jakarta.enterprise.context.ApplicationScoped;
import java.util.List;
import java.util.UUID;
import org.tianbo.platform.privacy.PersonalData;
import org.tianbo.platform.privacy.PersonalKind;
import org.tianbo.platform.privacy.PersonalRecords;
import org.tianbo.platform.privacy.PersonalRows;

/** When somebody came to class. */
@ApplicationScoped
class PersonalAttendance implements PersonalData {

    private static final String ATTENDANCE =
            """
            select s.title, s.begins_at, s.place, e.mark, e.method, e.at, e.reason
            from attendance_entries e join class_sessions s on s.county = e.county and s.id = e.session
            where e.county = ? and e.trainee = ? order by e.at
            """;

    private final PersonalRows rows;

    PersonalAttendance(PersonalRows rows) {
        this.rows = rows;
    }

    @Override
    public List<PersonalRecords> records() {
        return List.of(new PersonalRecords(PersonalKind.ATTENDANCE, "attendance_entries", ATTENDANCE));
    }

    @Override
    public void erase(UUID person) {
        rows.erase("select erase_from_attendance(?, ?)", person);
    }
}
