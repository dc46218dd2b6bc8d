package org.tianbo.practice.lookback;

import jakarta.enterprise.context.ApplicationScoped;
import java.util.List;
import java.util.UUID;
import org.tianbo.media.Media;
import org.tianbo.platform.privacy.PersonalData;
import org.tianbo.platform.privacy.PersonalKind;
import org.tianbo.platform.privacy.PersonalRecords;
import org.tianbo.platform.privacy.PersonalRows;
import org.tianbo.platform.security.CurrentCounty;

/** What somebody rehearsed, and what they said of it. */
@ApplicationScoped
class PersonalPractice implements PersonalData {

    private static final String ATTEMPTS =
            """
            select id, title, format, products, plan_details, state, created_at, booked_for, finished_at, handed_in_at,
                recording -> 'durationMs' as duration_ms, phone_readings
            from attempts where county = ? and trainee = ? order by created_at
            """;

    private static final String SELF_REVIEWS =
            """
            select s.attempt, s.part, s.words, s.edited_at
            from self_reviews s join attempts a on a.county = s.county and a.id = s.attempt
            where a.county = ? and a.trainee = ? order by s.edited_at
            """;

    private static final String LIVE_WORDS =
            """
            select e.at, e.words
            from live_viewers v join live_events e on e.county = v.county and e.attempt = v.attempt and e.viewer = v.id
            where v.county = ? and v.person = ? and e.kind in ('comment', 'whisper') order by e.at
            """;

    private static final String FILES =
            """
            with mine as (select county, id, recording from attempts where county = ? and trainee = ?)
            select recording ->> 'videoKey' from mine where recording ->> 'videoKey' is not null
            union all
            select v.key from mine m join self_review_voices v on v.county = m.county and v.attempt = m.id
            """;

    private static final String ALL = "select id from attempts where county = ? and trainee = ?";

    private final PersonalRows rows;
    private final Media media;
    private final CurrentCounty county;

    PersonalPractice(PersonalRows rows, Media media, CurrentCounty county) {
        this.rows = rows;
        this.media = media;
        this.county = county;
    }

    @Override
    public List<PersonalRecords> records() {
        return List.of(
                new PersonalRecords(PersonalKind.ATTEMPTS, "attempts", ATTEMPTS),
                new PersonalRecords(PersonalKind.SELF_REVIEWS, "self_reviews", SELF_REVIEWS),
                new PersonalRecords(PersonalKind.LIVE_WORDS, "live_events", LIVE_WORDS));
    }

    @Override
    public List<String> files(UUID person) {
        return rows.texts(FILES, person);
    }

    @Override
    public List<String> stored(UUID person) {
        return rows.texts(ALL, person).stream()
                .flatMap(attempt -> media.sizes(county.id() + "/attempts/" + attempt).keySet().stream())
                .toList();
    }

    /** Nothing more is sent or made of what they rehearsed before its files are deleted. */
    @Override
    public void erase(UUID person) {
        rows.erase("select erase_from_practice(?, ?)", person);
        stored(person).forEach(media::delete);
    }
}
