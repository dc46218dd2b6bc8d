package org.tianbo.platform.security;

import io.agroal.api.AgroalDataSource;
import jakarta.enterprise.context.ApplicationScoped;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.Collection;
import java.util.HashSet;
import java.util.Optional;
import java.util.Set;
import org.jboss.logging.Logger;

/**
 * Sign-ins that Keycloak ended before the browsers' own tokens ran out.
 *
 * <p>A page's token is checked here without asking Keycloak, so by itself it would hold for its ten minutes. Asking Keycloak
 * for every page would cost a call each; keeping the news in memory would leave the other replicas ignorant. So the ended
 * sessions stand in a small table, and each replica reads it at most once a second, and only while it is asked: the
 * price of a thousand requests a second is one query.
 */
@ApplicationScoped
public class EndedSessions {

    private static final Logger LOG = Logger.getLogger(EndedSessions.class);

    /** How late another replica may hear of it. */
    private static final Duration FRESH = Duration.ofSeconds(1);

    /** Far longer than any token lives; afterwards Keycloak itself refuses to renew. */
    private static final Duration KEPT = Duration.ofDays(1);

    private static final String RECENT = "select sid from ended_sessions where ended_at > ?";
    private static final String END =
            "insert into ended_sessions (sid, ended_at) values (?, ?) on conflict (sid) do nothing";
    private static final String FORGET = "delete from ended_sessions where ended_at < ?";

    private final AgroalDataSource dataSource;
    private final CurrentCounty county;
    private final Clock clock;
    private volatile Known known = new Known(Set.of(), Instant.MIN);

    EndedSessions(AgroalDataSource dataSource, CurrentCounty county, Clock clock) {
        this.dataSource = dataSource;
        this.county = county;
        this.clock = clock;
    }

    private record Known(Set<String> sids, Instant asOf) {}

    /** From now on these sessions open no page here, and within a second on no other replica. */
    public void end(Collection<String> sids) {
        Instant now = clock.instant();
        county.run(CurrentCounty.NONE, () -> write(sids, now));
        known = new Known(known.sids(), Instant.MIN);
    }

    /** Whether the session was ended; empty when only the table can tell. */
    Optional<Boolean> atHand(String sid) {
        Known now = known;
        return now.asOf().isAfter(clock.instant().minus(FRESH))
                ? Optional.of(now.sids().contains(sid))
                : Optional.empty();
    }

    /** Whether the session was ended, by the table. */
    boolean ended(String sid) {
        Instant now = clock.instant();
        Known read = new Known(county.as(CurrentCounty.NONE, () -> recent(now.minus(KEPT))), now);
        known = read;
        return read.sids().contains(sid);
    }

    private void write(Collection<String> sids, Instant now) {
        try (Connection connection = dataSource.getConnection();
                PreparedStatement end = connection.prepareStatement(END);
                PreparedStatement forget = connection.prepareStatement(FORGET)) {
            for (String sid : sids) {
                end.setString(1, sid);
                end.setObject(2, now.atOffset(ZoneOffset.UTC));
                end.addBatch();
            }
            end.executeBatch();
            forget.setObject(1, now.minus(KEPT).atOffset(ZoneOffset.UTC));
            forget.executeUpdate();
        } catch (SQLException refused) {
            throw new IllegalStateException("Ended sessions could not be written down", refused);
        }
    }

    /** Without the database no page shows anything of anybody; what needs none must go on being served. */
    private Set<String> recent(Instant since) {
        try (Connection connection = dataSource.getConnection();
                PreparedStatement ask = connection.prepareStatement(RECENT)) {
            ask.setObject(1, since.atOffset(ZoneOffset.UTC));
            Set<String> sids = new HashSet<>();
            try (ResultSet rows = ask.executeQuery()) {
                while (rows.next()) {
                    sids.add(rows.getString(1));
                }
            }
            return Set.copyOf(sids);
        } catch (SQLException away) {
            LOG.warn("Ended sessions could not be read; the last known ones still count", away);
            return known.sids();
        }
    }
}
