package org.tianbo.attendance.presence;

import io.quarkus.narayana.jta.QuarkusTransaction;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Event;
import jakarta.transaction.Transactional;
import java.nio.file.Path;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.UUID;
import java.util.concurrent.CompletionStage;
import org.tianbo.attendance.AttendanceConfig;
import org.tianbo.attendance.PhotoKeeper;
import org.tianbo.attendance.PhotoKeeper.Kept;
import org.tianbo.attendance.SessionDocumented;
import org.tianbo.attendance.schedule.SessionView;
import org.tianbo.platform.data.Jdbc;
import org.tianbo.platform.security.CountyReads;
import org.tianbo.platform.security.CountyWrites;
import org.tianbo.platform.security.CurrentCounty;

/** Pictures of a session while it is held. Whoever calls has seen to it that they may. */
@ApplicationScoped
public class SessionPhotos {

    private static final String ADD =
            """
            insert into session_photos (county, session, photo, sha256, taken_at, received_at, latitude, longitude,
                accuracy_m, added_by)
            values (?, ?, ?, ?, ?, ?, ?, ?, ?, ?) on conflict do nothing returning photo
            """;

    private static final String OF_SESSION =
            """
            select s.photo, s.taken_at, s.received_at, s.latitude, s.longitude, s.accuracy_m,
                (select p.name from people p where p.county = s.county and p.id = s.added_by) as giver,
                exists (select 1 from session_photos o where o.county = s.county and o.sha256 = s.sha256
                    and o.session <> s.session) as elsewhere
            from session_photos s where s.county = ? and s.session = ? order by s.received_at, s.photo
            """;

    private final PhotoKeeper keeper;
    private final AttendanceConfig config;
    private final CountyReads reads;
    private final CountyWrites writes;
    private final CurrentCounty county;
    private final Event<SessionDocumented> documented;
    private final Clock clock;

    SessionPhotos(
            PhotoKeeper keeper,
            AttendanceConfig config,
            CountyReads reads,
            CountyWrites writes,
            CurrentCounty county,
            Event<SessionDocumented> documented,
            Clock clock) {
        this.keeper = keeper;
        this.config = config;
        this.reads = reads;
        this.writes = writes;
        this.county = county;
        this.documented = documented;
        this.clock = clock;
    }

    /**
     * What the phone said with a picture.
     *
     * @param taken by its clock; null where it said nothing
     * @param place null where it was not allowed to say, or did not know
     */
    public record Told(Instant taken, PhonePlace place) {}

    /**
     * A picture and what is known of it.
     *
     * @param odd whether a person should look: the phone's clock and ours do not agree
     * @param elsewhere whether the same picture is at another session too
     */
    public record Shown(
            Kept picture,
            Instant taken,
            Instant received,
            PhonePlace place,
            String giver,
            boolean odd,
            boolean elsewhere) {}

    /** @return the picture's id, once it was prepared; fails with the fault of what is no photo */
    public CompletionStage<UUID> add(SessionView session, Path raw, Told told, UUID by) {
        return keeper.keep(by, raw, picture -> QuarkusTransaction.requiringNew()
                .run(() -> attach(session.id(), picture, told, by)));
    }

    private void attach(UUID session, Kept picture, Told told, UUID by) {
        PhonePlace place = told.place();
        List<?> added = writes.returning(
                ADD,
                row -> row.getObject(1),
                county.id(),
                session,
                picture.id(),
                picture.sha256(),
                told.taken(),
                clock.instant(),
                place == null ? null : place.latitude(),
                place == null ? null : place.longitude(),
                place == null ? null : place.accuracy(),
                by);
        if (!added.isEmpty()) {
            documented.fire(new SessionDocumented(county.id(), session, clock.instant()));
        }
    }

    /** In the order they came. */
    @Transactional
    public List<Shown> of(UUID session) {
        record Row(UUID photo, Instant taken, Instant received, PhonePlace place, String giver, boolean elsewhere) {}
        List<Row> rows = reads.rows(
                OF_SESSION,
                row -> new Row(
                        row.getObject("photo", UUID.class),
                        Jdbc.instant(row, "taken_at"),
                        Jdbc.instant(row, "received_at"),
                        place(row),
                        Objects.toString(row.getString("giver"), ""),
                        row.getBoolean("elsewhere")),
                county.id(),
                session);
        Map<UUID, Kept> pictures = keeper.shown(rows.stream().map(Row::photo).toList());
        return rows.stream()
                .filter(row -> pictures.containsKey(row.photo()))
                .map(row -> new Shown(
                        pictures.get(row.photo()),
                        row.taken(),
                        row.received(),
                        row.place(),
                        row.giver(),
                        isOdd(row.taken(), row.received()),
                        row.elsewhere()))
                .toList();
    }

    private boolean isOdd(Instant taken, Instant received) {
        return taken != null && Duration.between(taken, received).abs().compareTo(config.clockError()) > 0;
    }

    private static PhonePlace place(ResultSet row) throws SQLException {
        Double latitude = row.getObject("latitude", Double.class);
        return latitude == null
                ? null
                : new PhonePlace(latitude, row.getDouble("longitude"), row.getDouble("accuracy_m"));
    }
}
