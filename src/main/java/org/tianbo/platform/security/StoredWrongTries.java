package org.tianbo.platform.security;

import io.agroal.api.AgroalDataSource;
import jakarta.enterprise.context.ApplicationScoped;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Duration;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.Arrays;
import java.util.Optional;
import java.util.UUID;
import org.eclipse.microprofile.config.inject.ConfigProperty;
import org.tianbo.platform.data.KeyedHash;

/**
 * In a small table: read once a try, written when one was wrong. It holds keyed hashes, for a list of who signs in from
 * where is nobody's business; their key is derived from the secret that all replicas share with Keycloak.
 */
@ApplicationScoped
class StoredWrongTries implements WrongTries {

    private static final String PURPOSE = "wrong tries at signing in";

    private static final String READ =
            "select key, tries, last_at from sign_in_tries where key in (?, ?) and forgotten_at >= ?";

    private static final String ADD =
            """
            insert into sign_in_tries (key, tries, last_at, forgotten_at) values (?, 1, ?, ?)
            on conflict (key) do update set last_at = excluded.last_at, forgotten_at = excluded.forgotten_at,
                tries = case when sign_in_tries.forgotten_at < excluded.last_at then 1 else sign_in_tries.tries + 1 end
            """;

    private static final String FORGET = "delete from sign_in_tries where key = ?";
    private static final String FORGET_OLD = "delete from sign_in_tries where forgotten_at < ?";

    private final AgroalDataSource database;
    private final KeyedHash hash;

    /** @param secret without one, as in a demo, nobody shares this process's counts */
    StoredWrongTries(
            AgroalDataSource database,
            @ConfigProperty(name = "quarkus.oidc.credentials.secret") Optional<String> secret) {
        this.database = database;
        this.hash = KeyedHash.sha256(secret.orElseGet(() -> UUID.randomUUID().toString()))
                .derived(PURPOSE);
    }

    @Override
    public Counts of(String pair, String address, Instant now) {
        byte[] ofPair = hash.bytes(pair);
        byte[] ofAddress = hash.bytes(address);
        try (Connection connection = database.getConnection();
                PreparedStatement read = connection.prepareStatement(READ)) {
            read.setBytes(1, ofPair);
            read.setBytes(2, ofAddress);
            read.setObject(3, utc(now));
            Optional<Count> first = Optional.empty();
            Optional<Count> second = Optional.empty();
            try (ResultSet rows = read.executeQuery()) {
                while (rows.next()) {
                    Optional<Count> count = Optional.of(new Count(
                            rows.getInt("tries"),
                            rows.getObject("last_at", OffsetDateTime.class).toInstant()));
                    if (Arrays.equals(rows.getBytes("key"), ofPair)) {
                        first = count;
                    } else {
                        second = count;
                    }
                }
            }
            return new Counts(first, second);
        } catch (SQLException failed) {
            throw new IllegalStateException("Wrong tries cannot be read", failed);
        }
    }

    @Override
    public void add(String name, Duration remembered, Instant now) {
        try (Connection connection = database.getConnection();
                PreparedStatement add = connection.prepareStatement(ADD);
                PreparedStatement forget = connection.prepareStatement(FORGET_OLD)) {
            add.setBytes(1, hash.bytes(name));
            add.setObject(2, utc(now));
            add.setObject(3, utc(now.plus(remembered)));
            add.executeUpdate();
            forget.setObject(1, utc(now));
            forget.executeUpdate();
        } catch (SQLException failed) {
            throw new IllegalStateException("A wrong try could not be counted", failed);
        }
    }

    @Override
    public void forget(String name) {
        try (Connection connection = database.getConnection();
                PreparedStatement forget = connection.prepareStatement(FORGET)) {
            forget.setBytes(1, hash.bytes(name));
            forget.executeUpdate();
        } catch (SQLException failed) {
            throw new IllegalStateException("Wrong tries could not be forgotten", failed);
        }
    }

    private static OffsetDateTime utc(Instant at) {
        return at.atOffset(ZoneOffset.UTC);
    }
}
