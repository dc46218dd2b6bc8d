package org.tianbo.platform.session;

import io.agroal.api.AgroalDataSource;
import jakarta.enterprise.context.ApplicationScoped;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.Optional;
import org.tianbo.platform.data.Sha256;

/**
 * The table {@code session_tokens}. A session is found by the digest of the random name in its cookie, so whoever reads
 * the table, or a copy of it, cannot make the cookie. Times are the database's, for the replicas' clocks may differ.
 */
@ApplicationScoped
class SessionTable {

    private static final int SWEPT_AT_ONCE = 5_000;

    private static final String INSERT = "insert into session_tokens (id_token, refresh_token, expires_at, name_digest)"
            + " values (?, ?, now() + make_interval(secs => ?), ?)";
    private static final String REPLACE =
            "update session_tokens set id_token = ?, refresh_token = ?, expires_at = now() + make_interval(secs => ?)"
                    + " where name_digest = ?";
    private static final String FIND =
            "select id_token, refresh_token from session_tokens where name_digest = ? and expires_at > now()";
    private static final String DELETE = "delete from session_tokens where name_digest = ?";
    private static final String SWEEP =
            "delete from session_tokens where name_digest in (select name_digest from session_tokens"
                    + " where expires_at <= now() limit " + SWEPT_AT_ONCE + ")";

    private final AgroalDataSource dataSource;

    SessionTable(AgroalDataSource dataSource) {
        this.dataSource = dataSource;
    }

    /** Both encrypted; {@code refreshToken} is null when Keycloak gave none. */
    record Tokens(String idToken, String refreshToken) {}

    void insert(String name, Tokens tokens, long seconds) throws SQLException {
        write(INSERT, name, tokens, seconds);
    }

    /** Whether the session was still there: one that was signed out meanwhile must not come back. */
    boolean replace(String name, Tokens tokens, long seconds) throws SQLException {
        return write(REPLACE, name, tokens, seconds) == 1;
    }

    Optional<Tokens> find(String name) throws SQLException {
        try (Connection connection = dataSource.getConnection();
                PreparedStatement find = connection.prepareStatement(FIND)) {
            find.setString(1, Sha256.hex(name));
            try (ResultSet row = find.executeQuery()) {
                return row.next() ? Optional.of(new Tokens(row.getString(1), row.getString(2))) : Optional.empty();
            }
        }
    }

    void delete(String name) throws SQLException {
        try (Connection connection = dataSource.getConnection();
                PreparedStatement delete = connection.prepareStatement(DELETE)) {
            delete.setString(1, Sha256.hex(name));
            delete.executeUpdate();
        }
    }

    /** Deletes what ran out, a few thousand rows a transaction. */
    void sweep() throws SQLException {
        try (Connection connection = dataSource.getConnection();
                PreparedStatement sweep = connection.prepareStatement(SWEEP)) {
            int swept = SWEPT_AT_ONCE;
            while (swept == SWEPT_AT_ONCE) {
                swept = sweep.executeUpdate();
            }
        }
    }

    private int write(String sql, String name, Tokens tokens, long seconds) throws SQLException {
        try (Connection connection = dataSource.getConnection();
                PreparedStatement write = connection.prepareStatement(sql)) {
            write.setString(1, tokens.idToken());
            write.setString(2, tokens.refreshToken());
            write.setDouble(3, seconds);
            write.setString(4, Sha256.hex(name));
            return write.executeUpdate();
        }
    }
}
