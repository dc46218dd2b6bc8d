package org.tianbo.platform.signin;

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
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Function;
import java.util.stream.Stream;
import org.eclipse.microprofile.config.inject.ConfigProperty;
import org.tianbo.platform.data.KeyedHash;

/**
 * In a small table. Whoever has to wait is told so by reading alone; whoever may begin takes both rows, so that
 * replicas count one after the other. It holds keyed hashes, for a list of who signs in from where is nobody's
 * business; their key is derived from the secret that all replicas share with Keycloak.
 */
@ApplicationScoped
class StoredWrongTries implements WrongTries {

    private static final String PURPOSE = "wrong tries at signing in";

    private static final String READ =
            "select key, tries, last_at from sign_in_tries where key in (?, ?) and forgotten_at >= ?";

    /** Both rows are there afterwards, and nobody else's until the transaction ends. */
    private static final String TAKE =
            """
            insert into sign_in_tries (key, tries, last_at, forgotten_at) values (?, 0, ?, ?), (?, 0, ?, ?)
            on conflict (key) do update set
                tries = case when sign_in_tries.forgotten_at < excluded.last_at then 0 else sign_in_tries.tries end
            returning key, tries, last_at
            """;

    private static final String COUNT =
            """
            update sign_in_tries set tries = tries + 1, last_before = last_at, last_at = ?, forgotten_at = ?
            where key = ?
            """;

    /** It was counted as it began, unless the right PIN has forgotten the others meanwhile. */
    private static final String WRONG =
            """
            insert into sign_in_tries (key, tries, last_at, forgotten_at) values (?, 1, ?, ?)
            on conflict (key) do update set
                last_before = excluded.last_at, last_at = excluded.last_at, forgotten_at = excluded.forgotten_at
            """;

    /** The wait goes on from where it was, or a try that was none would begin it anew. */
    private static final String TAKE_BACK =
            """
            update sign_in_tries set
                tries = tries - 1,
                last_at = coalesce(last_before, last_at),
                forgotten_at = forgotten_at - (last_at - coalesce(last_before, last_at))
            where key = ? and tries > 0
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
    public Duration begin(Key pair, Key address, Function<Counts, Duration> wait, Instant now) {
        Row ofPair = new Row(hash.bytes(pair.name()), now.plus(pair.remembered()));
        Row ofAddress = new Row(hash.bytes(address.name()), now.plus(address.remembered()));
        try (Connection connection = database.getConnection()) {
            Duration soFar = wait.apply(read(connection, ofPair, ofAddress, now));
            return SignInTries.isPositive(soFar) ? soFar : count(connection, ofPair, ofAddress, wait, now);
        } catch (SQLException failed) {
            throw new IllegalStateException("A try could not be counted", failed);
        }
    }

    /** @param end when it is forgotten unless another try comes */
    private record Row(byte[] key, Instant end) {}

    private static Counts read(Connection connection, Row pair, Row address, Instant now) throws SQLException {
        try (PreparedStatement read = connection.prepareStatement(READ)) {
            read.setBytes(1, pair.key());
            read.setBytes(2, address.key());
            read.setObject(3, utc(now));
            return counts(read, pair);
        }
    }

    private static Duration count(
            Connection connection, Row pair, Row address, Function<Counts, Duration> wait, Instant now)
            throws SQLException {
        connection.setAutoCommit(false);
        try (PreparedStatement take = connection.prepareStatement(TAKE);
                PreparedStatement count = connection.prepareStatement(COUNT)) {
            // In one order for everybody, or two would wait for each other.
            List<Row> rows = Stream.of(pair, address)
                    .sorted((one, other) -> Arrays.compareUnsigned(one.key(), other.key()))
                    .toList();
            for (int place = 0; place < rows.size(); place++) {
                take.setBytes(3 * place + 1, rows.get(place).key());
                take.setObject(3 * place + 2, utc(now));
                take.setObject(3 * place + 3, utc(rows.get(place).end()));
            }
            Duration due = wait.apply(counts(take, pair));
            if (SignInTries.isPositive(due)) {
                connection.rollback();
                return due;
            }
            for (Row row : rows) {
                count.setObject(1, utc(now));
                count.setObject(2, utc(row.end()));
                count.setBytes(3, row.key());
                count.addBatch();
            }
            count.executeBatch();
            connection.commit();
            return due;
        } catch (SQLException | RuntimeException failed) {
            connection.rollback();
            throw failed;
        } finally {
            connection.setAutoCommit(true);
        }
    }

    private static Counts counts(PreparedStatement statement, Row pair) throws SQLException {
        Optional<Count> ofPair = Optional.empty();
        Optional<Count> ofAddress = Optional.empty();
        try (ResultSet rows = statement.executeQuery()) {
            while (rows.next()) {
                Optional<Count> count = Optional.of(new Count(
                                rows.getInt("tries"),
                                rows.getObject("last_at", OffsetDateTime.class).toInstant()))
                        .filter(found -> found.tries() > 0);
                if (Arrays.equals(rows.getBytes("key"), pair.key())) {
                    ofPair = count;
                } else {
                    ofAddress = count;
                }
            }
        }
        return new Counts(ofPair, ofAddress);
    }

    @Override
    public void wrong(Key key, Instant now) {
        try (Connection connection = database.getConnection();
                PreparedStatement wrong = connection.prepareStatement(WRONG);
                PreparedStatement forget = connection.prepareStatement(FORGET_OLD)) {
            wrong.setBytes(1, hash.bytes(key.name()));
            wrong.setObject(2, utc(now));
            wrong.setObject(3, utc(now.plus(key.remembered())));
            wrong.executeUpdate();
            forget.setObject(1, utc(now));
            forget.executeUpdate();
        } catch (SQLException failed) {
            throw new IllegalStateException("A wrong try could not be remembered", failed);
        }
    }

    @Override
    public void takeBack(Key key) {
        change(TAKE_BACK, key);
    }

    @Override
    public void forget(Key key) {
        change(FORGET, key);
    }

    private void change(String sql, Key key) {
        try (Connection connection = database.getConnection();
                PreparedStatement change = connection.prepareStatement(sql)) {
            change.setBytes(1, hash.bytes(key.name()));
            change.executeUpdate();
        } catch (SQLException failed) {
            throw new IllegalStateException("A try could not be taken back", failed);
        }
    }

    private static OffsetDateTime utc(Instant at) {
        return at.atOffset(ZoneOffset.UTC);
    }
}
