package org.tianbo.practice.live;

import jakarta.enterprise.context.ApplicationScoped;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.UUID;
import org.hibernate.Session;
import org.tianbo.platform.data.NativeQueries;
import org.tianbo.platform.security.CountyReads;
import org.tianbo.platform.security.CurrentCounty;
import org.tianbo.practice.RecordingMarker;
import org.tianbo.practice.attempt.MarkerTime;
import org.tianbo.practice.attempt.TimeMarker;

/** What was said and done in lives. */
@ApplicationScoped
class EventRepository {

    private static final String COLUMNS = "number, kind, viewer, name, words, about";

    private static final String SELECT =
            "select " + COLUMNS + " from live_events where county = ? and attempt = ? and number ";

    private final Session entities;
    private final CountyReads reads;
    private final CurrentCounty county;

    EventRepository(Session entities, CountyReads reads, CurrentCounty county) {
        this.entities = entities;
        this.reads = reads;
        this.county = county;
    }

    void add(UUID attempt, LiveEvent.Stored event, Optional<MarkerTime.Recorded> place, Instant now) {
        entities.createNativeMutationQuery(
                        """
                        insert into live_events
                            (county, attempt, number, kind, viewer, name, words, about, take, ms, at)
                        values (:county, :attempt, :number, :kind, cast(:viewer as uuid), :name, :words,
                            cast(:about as bigint), cast(:take as integer), cast(:ms as bigint), :at)""")
                .setParameter("county", county.id())
                .setParameter("attempt", attempt)
                .setParameter("number", event.number())
                .setParameter("kind", event.kind().word())
                .setParameter("viewer", event.viewer().map(UUID::toString).orElse(null), String.class)
                .setParameter("name", event.name())
                .setParameter("words", event.words())
                .setParameter("about", event.about().map(Object::toString).orElse(null), String.class)
                .setParameter(
                        "take", place.map(at -> Integer.toString(at.take())).orElse(null), String.class)
                .setParameter("ms", place.map(at -> Long.toString(at.ms())).orElse(null), String.class)
                .setParameter("at", now)
                .executeUpdate();
    }

    /**
     * Of those behind that number the newest, in their order; and, however much was said since, which step and which
     * product the host is at.
     */
    List<LiveEvent.Stored> after(UUID attempt, long number, int most) {
        return reads.rows(
                "(" + SELECT + "> ? order by number desc limit ?) union (select distinct on (kind) " + COLUMNS
                        + " from live_events where county = ? and attempt = ? and number > ?"
                        + " and kind in ('step', 'product') order by kind, number desc) order by number",
                EventRepository::event,
                county.id(),
                attempt,
                number,
                most,
                county.id(),
                attempt,
                number);
    }

    boolean isComment(UUID attempt, long number) {
        return reads.rows(SELECT + "= ? and kind = 'comment'", EventRepository::event, county.id(), attempt, number)
                        .size()
                == 1;
    }

    /** How much was said in the last ten seconds. @param over whether the rehearsal has ended */
    record Pace(long ofViewer, long ofAll, boolean over) {}

    Pace pace(UUID attempt, UUID viewer, Instant since) {
        Object[] counts = NativeQueries.ofColumns(
                        entities,
                        """
                        select count(*) filter (where viewer = :viewer), count(*),
                            (select finished_at is not null from attempts
                                where county = :county and id = :attempt)
                        from live_events
                        where county = :county and attempt = :attempt and at > :since and viewer is not null""")
                .setParameter("viewer", viewer)
                .setParameter("county", county.id())
                .setParameter("attempt", attempt)
                .setParameter("since", since)
                .getSingleResult();
        return new Pace(((Number) counts[0]).longValue(), ((Number) counts[1]).longValue(), (Boolean) counts[2]);
    }

    /** Those that mentors set, by the recorder's time. */
    List<TimeMarker> markers(UUID attempt) {
        return reads.rows(
                "select take, ms, words from live_events"
                        + " where county = ? and attempt = ? and kind = 'marker' order by number",
                row -> new TimeMarker(
                        new MarkerTime.Recorded(row.getInt("take"), row.getLong("ms")),
                        RecordingMarker.MENTOR,
                        row.getString("words")),
                county.id(),
                attempt);
    }

    private static LiveEvent.Stored event(ResultSet row) throws SQLException {
        return new LiveEvent.Stored(
                row.getLong("number"),
                LiveEvent.Kind.valueOf(row.getString("kind").toUpperCase(Locale.ROOT)),
                Optional.ofNullable(row.getObject("viewer", UUID.class)),
                row.getString("name"),
                row.getString("words"),
                Optional.ofNullable(row.getObject("about", Long.class)));
    }
}
