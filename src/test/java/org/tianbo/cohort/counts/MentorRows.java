package org.tianbo.cohort.counts;

import java.sql.SQLException;
import java.util.UUID;
import org.tianbo.testsupport.OwnCounty;

/** Mentors of a county of a test's own: whom they have, and what they grade. */
record MentorRows(OwnCounty county) {

    /** The people before the mentors. */
    static final int TRAINEES = 40;

    /** Comes from another mentor, and ends at once unless it stays. */
    void mentored(int trainee, int mentor, boolean stays) throws SQLException {
        UUID id = UUID.randomUUID();
        county.row(
                "mentorships (id, mentor, trainee)", "'%s', '%2$s', '%2$s'".formatted(id, OwnCounty.person(trainee)));
        county.execute((stays ? "update mentorships set mentor = '" + id(mentor) + "'" : "delete from mentorships")
                + " where id = '" + id + "'");
    }

    void review(int trainee, int mentor, boolean published, boolean late, boolean old) throws SQLException {
        String when = "now() - interval '" + (old ? 200 : 10) + " days'";
        String due = published
                ? when + (late ? " - interval '1 hour'" : " + interval '1 hour'")
                : late ? "now() - interval '1 hour'" : "now() + interval '3 days'";
        county.row(
                "reviews (id, trainee, attempt, attempt_no, title, format, submitted_at, due_at, state, mentor,"
                        + " lease_until, rubric_version, draft, published_at, score, version)",
                "gen_random_uuid(), '%s', gen_random_uuid(), 1, 't', 'f', %s - interval '2 days', %s, '%s', '%s',"
                                .formatted(
                                        OwnCounty.person(trainee),
                                        when,
                                        due,
                                        published ? "PUBLISHED" : waiting(trainee),
                                        id(mentor))
                        + " now(), 'r', '{}', " + (published ? when + ", 70" : "null, null") + ", 0");
    }

    /** Waiting is both what nobody has begun and what somebody has. */
    private static String waiting(int trainee) {
        return trainee % 2 == 0 ? "WAITING" : "CLAIMED";
    }

    static UUID id(int mentor) {
        return OwnCounty.person(TRAINEES + mentor);
    }

    static String name(int mentor) {
        return "p%03d".formatted(TRAINEES + mentor);
    }
}
