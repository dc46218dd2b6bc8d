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
import java.time.OffsetDateTime;
import java.util.Collection;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import org.jboss.logging.Logger;

/**
 * Sign-ins that Keycloak ended before the browsers' own tokens ran out.
 *
 * <p>A page's token is checked here without asking Keycloak, so by itself it would hold for its ten minutes. Asking
 * Keycloak for every page would cost a call each; keeping the news in memory would leave the other replicas ignorant.
 * So the ended sessions stand in a small table, and each replica reads what is new in it at most once a second, and
 * only while it is asked: the price of a thousand requests a second is one query of a few rows.
 */
@ApplicationScoped
public class RevokedSessions {

    private static final Logger LOG = Logger.getLogger(RevokedSessions.class);

    /** How long another replica may go on without knowing it. */
    private static final Duration FRESH = Duration.ofSeconds(1);

    /** How often everything is read again, so that rows too old to matter leave the memory. */
    private static final Duration WHOLE = Duration.ofHours(1);

    // A day is far longer than any token lives; afterwards Keycloak itself refuses to renew.
    // All times are the database's, for the replicas' clocks may differ.
    private static final String READ_ALL =
            "select sid, ended_at from ended_sessions where ended_at > now() - interval '1 day'";

    /** A minute is read again: a row may become visible after one that is newer. */
    private static final String READ_NEW =
            "select sid, ended_at from ended_sessions where ended_at > ?::timestamptz - interval '1 minute'";

    private static final String END = "insert into ended_sessions (sid, ended_at) values (?, clock_timestamp())"
            + " on conflict (sid) do nothing";
    private static final String FORGET = "delete from ended_sessions where ended_at < now() - interval '1 day'";

    private final AgroalDataSource dataSource;
    private final Clock clock;
    private volatile Known known = new Known(ConcurrentHashMap.newKeySet(), null, Instant.MIN, Instant.MIN);

    RevokedSessions(AgroalDataSource dataSource, Clock clock) {
        this.dataSource = dataSource;
        this.clock = clock;
    }

    /**
     * What is known.
     *
     * @param newest when the last of them ended, by the database's clock; null while there is none
     * @param asOf when the table was last read, and {@code wholeAsOf} when all of it was
     */
    private record Known(Set<String> sids, OffsetDateTime newest, Instant asOf, Instant wholeAsOf) {

        Known stale() {
            return new Known(sids, newest, Instant.MIN, wholeAsOf);
        }

        boolean isFresh(Instant now) {
            return asOf.isAfter(now.minus(FRESH));
        }

        boolean isToBeReadWhole(Instant now) {
            return newest == null || !wholeAsOf.isAfter(now.minus(WHOLE));
        }
    }

    /** From now on these sessions open no page here, and within a second on no other replica. */
    public void end(Collection<String> sids) {
        write(sids);
        synchronized (this) {
            known = known.stale();
        }
    }

    /** Whether the session was ended; empty when only the table can tell. */
    public Optional<Boolean> cached(String sid) {
        Known now = known;
        return now.isFresh(clock.instant()) ? Optional.of(now.sids().contains(sid)) : Optional.empty();
    }

    /** Whether the session was ended, by the table. */
    public boolean ended(String sid) {
        return upToDate().sids().contains(sid);
    }

    /** One thread reads; the others wait and use its result. */
    private synchronized Known upToDate() {
        Instant now = clock.instant();
        if (!known.isFresh(now)) {
            known = read(known, now);
        }
        return known;
    }

    private void write(Collection<String> sids) {
        try (Connection connection = dataSource.getConnection();
                PreparedStatement end = connection.prepareStatement(END);
                PreparedStatement forget = connection.prepareStatement(FORGET)) {
            for (String sid : sids) {
                end.setString(1, sid);
                end.addBatch();
            }
            end.executeBatch();
            forget.executeUpdate();
        } catch (SQLException refused) {
            throw new IllegalStateException("Ended sessions could not be written down", refused);
        }
    }

    /** Without the database no page shows anything of anybody; what needs none must go on being served. */
    private Known read(Known before, Instant now) {
        boolean whole = before.isToBeReadWhole(now);
        try (Connection connection = dataSource.getConnection();
                PreparedStatement select = connection.prepareStatement(whole ? READ_ALL : READ_NEW)) {
            if (!whole) {
                select.setObject(1, before.newest());
            }
            Set<String> sids = whole ? ConcurrentHashMap.newKeySet() : before.sids();
            OffsetDateTime newest = whole ? null : before.newest();
            try (ResultSet rows = select.executeQuery()) {
                while (rows.next()) {
                    sids.add(rows.getString(1));
                    OffsetDateTime ended = rows.getObject(2, OffsetDateTime.class);
                    newest = newest == null || ended.isAfter(newest) ? ended : newest;
                }
            }
            return new Known(sids, newest, now, whole ? now : before.wholeAsOf());
        } catch (SQLException away) {
            LOG.warn("Ended sessions could not be read; the last known ones still count", away);
            return new Known(before.sids(), before.newest(), now, before.wholeAsOf());
        }
    }
}
