package org.tianbo.curriculum.published;

import io.quarkus.narayana.jta.QuarkusTransaction;
import jakarta.enterprise.context.ApplicationScoped;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import javax.sql.DataSource;
import org.tianbo.curriculum.document.Document;
import org.tianbo.curriculum.document.DocumentKind;
import org.tianbo.platform.data.Jdbc;

/**
 * The published versions in PostgreSQL. Plain SQL, because content belongs to no county and is read where there is no
 * signed-in person to take one from. Reads step out of the caller's transaction: what is current does not depend on
 * what the caller has changed, and the caller's may be about to roll back.
 */
@ApplicationScoped
class ContentVersions {

    /** One publishing at a time, over all instances. The number itself has no meaning. */
    private static final long PUBLISHING = 0x7469_616e_626fL;

    private static final String EDITION =
            "select coalesce(md5(string_agg(kind || '/' || slug || '@' || version, ',' order by kind, slug)), '')"
                    + " from content_current";

    private static final String NAMED =
            "select kind, slug, version, body from content_versions where kind = ? and slug = ?";

    private final DataSource database;

    ContentVersions(DataSource database) {
        this.database = database;
    }

    /**
     * What a publishing did.
     *
     * @param added how many versions were new
     * @param edition of the documents that were offered
     * @param current whether they are current now
     */
    record Published(int added, String edition, boolean current) {}

    /** Names the set of what is current; any change of it changes the name. */
    String edition() {
        return read(ContentVersions::edition);
    }

    private static String edition(Connection connection) throws SQLException {
        try (PreparedStatement select = connection.prepareStatement(EDITION);
                ResultSet row = select.executeQuery()) {
            row.next();
            return row.getString(1);
        }
    }

    ContentSnapshot current() {
        String documents = "select kind, slug, version, body, (" + EDITION + ") from content_current"
                + " join content_versions using (kind, slug, version) order by kind, slug";
        return read(connection -> {
            try (PreparedStatement select = connection.prepareStatement(documents);
                    ResultSet rows = select.executeQuery()) {
                List<Document> found = new ArrayList<>();
                String edition = "";
                while (rows.next()) {
                    found.add(document(rows));
                    edition = rows.getString(5);
                }
                return new ContentSnapshot(edition, found);
            }
        });
    }

    Optional<Document> find(DocumentKind kind, String slug, String version) {
        return one(NAMED + " and version = ?", kind.name(), slug, version);
    }

    /** What was published last under that name, current or not. */
    Optional<Document> last(DocumentKind kind, String slug) {
        return one(NAMED + " order by published_at desc, version limit 1", kind.name(), slug);
    }

    private Optional<Document> one(String document, String... names) {
        return read(connection -> {
            try (PreparedStatement select = connection.prepareStatement(document)) {
                for (int i = 0; i < names.length; i++) {
                    select.setString(i + 1, names[i]);
                }
                try (ResultSet rows = select.executeQuery()) {
                    return rows.next() ? Optional.of(document(rows)) : Optional.empty();
                }
            }
        });
    }

    /** Makes exactly these documents current. Versions already there are left alone. */
    Published publish(List<Document> documents, Instant now) {
        return transact(connection -> {
            if (names(connection, "content_current").equals(names(documents))) {
                return new Published(0, edition(connection), true);
            }
            lock(connection);
            return replace(connection, documents, Optional.empty(), now);
        });
    }

    /**
     * The same for an application that starts: only if its content goes before what is current, or its edition is
     * named.
     *
     * @param packedAt when the build packed it; empty for a folder
     * @param goBackTo the edition an operator wants current although it was superseded
     */
    Published offer(List<Document> documents, Optional<Instant> packedAt, Optional<String> goBackTo, Instant now) {
        return transact(connection -> {
            lock(connection);
            String offered = edition(connection, documents);
            Precedence precedence = precedence(connection, offered);
            boolean first = precedence.isOf(packedAt);
            if (offered.equals(edition(connection))) {
                if (first && packedAt.isPresent()) {
                    note(connection, offered, packedAt, now);
                }
                return new Published(0, offered, true);
            }
            if (first || goBackTo.filter(offered::equals).isPresent()) {
                return replace(connection, documents, packedAt, now);
            }
            return new Published(addVersions(connection, documents, now), offered, false);
        });
    }

    private static Published replace(
            Connection connection, List<Document> documents, Optional<Instant> packedAt, Instant now)
            throws SQLException {
        int added = addVersions(connection, documents, now);
        takeAwayAllBut(connection, documents);
        makeCurrent(connection, documents);
        String edition = edition(connection);
        note(connection, edition, packedAt, now);
        return new Published(added, edition, true);
    }

    private static Precedence precedence(Connection connection, String edition) throws SQLException {
        String history = "select coalesce(bool_or(edition = ?), false), max(packed_at) from content_publications";
        try (PreparedStatement select = connection.prepareStatement(history)) {
            select.setString(1, edition);
            try (ResultSet row = select.executeQuery()) {
                row.next();
                return new Precedence(
                        row.getBoolean(1),
                        Optional.ofNullable(row.getTimestamp(2)).map(Timestamp::toInstant));
            }
        }
    }

    private static void note(Connection connection, String edition, Optional<Instant> packedAt, Instant now)
            throws SQLException {
        String insert = "insert into content_publications (edition, packed_at, published_at) values (?, ?, ?)";
        try (PreparedStatement statement = connection.prepareStatement(insert)) {
            statement.setString(1, edition);
            statement.setTimestamp(2, packedAt.map(Timestamp::from).orElse(null));
            statement.setTimestamp(3, Timestamp.from(now));
            statement.executeUpdate();
        }
    }

    /** As {@link #edition()}, of what may not be current; PostgreSQL sorts here as it does there. */
    private static String edition(Connection connection, List<Document> documents) throws SQLException {
        String edition =
                "select coalesce(md5(string_agg(kind || '/' || slug || '@' || version, ',' order by kind, slug)), '')"
                        + " from unnest(?, ?, ?) as offered (kind, slug, version)";
        try (PreparedStatement select = connection.prepareStatement(edition)) {
            select.setArray(1, Jdbc.array(connection, "text", documents, document -> document.kind()
                    .name()));
            select.setArray(2, Jdbc.array(connection, "text", documents, Document::slug));
            select.setArray(3, Jdbc.array(connection, "text", documents, Document::version));
            try (ResultSet row = select.executeQuery()) {
                row.next();
                return row.getString(1);
            }
        }
    }

    private static Set<String> names(List<Document> documents) {
        return documents.stream().map(Document::name).collect(Collectors.toSet());
    }

    private static void lock(Connection connection) throws SQLException {
        try (PreparedStatement lock = connection.prepareStatement("select pg_advisory_xact_lock(?)")) {
            lock.setLong(1, PUBLISHING);
            lock.execute();
        }
    }

    private static int addVersions(Connection connection, List<Document> documents, Instant now) throws SQLException {
        String insert =
                "insert into content_versions (kind, slug, version, body, published_at) values (?, ?, ?, ?::jsonb, ?)";
        // Nobody else adds one while we hold the lock.
        Set<String> known = names(connection, "content_versions");
        int added = 0;
        try (PreparedStatement statement = connection.prepareStatement(insert)) {
            for (Document document : documents) {
                if (known.add(document.name())) {
                    name(statement, document);
                    statement.setString(4, document.body().toString());
                    statement.setTimestamp(5, Timestamp.from(now));
                    statement.addBatch();
                    added++;
                }
            }
            statement.executeBatch();
        }
        return added;
    }

    private static Set<String> names(Connection connection, String table) throws SQLException {
        Set<String> names = new HashSet<>();
        try (PreparedStatement select =
                        connection.prepareStatement("select kind || '/' || slug || '@' || version from " + table);
                ResultSet rows = select.executeQuery()) {
            while (rows.next()) {
                names.add(rows.getString(1));
            }
        }
        return names;
    }

    private static void takeAwayAllBut(Connection connection, List<Document> documents) throws SQLException {
        String delete = "delete from content_current where kind || '/' || slug <> all (?)";
        try (PreparedStatement statement = connection.prepareStatement(delete)) {
            statement.setArray(
                    1, Jdbc.array(connection, "text", documents, document -> document.kind() + "/" + document.slug()));
            statement.executeUpdate();
        }
    }

    private static void makeCurrent(Connection connection, List<Document> documents) throws SQLException {
        String upsert = "insert into content_current (kind, slug, version) values (?, ?, ?)"
                + " on conflict (kind, slug) do update set version = excluded.version"
                + " where content_current.version <> excluded.version";
        try (PreparedStatement statement = connection.prepareStatement(upsert)) {
            for (Document document : documents) {
                name(statement, document);
                statement.addBatch();
            }
            statement.executeBatch();
        }
    }

    private static void name(PreparedStatement statement, Document document) throws SQLException {
        statement.setString(1, document.kind().name());
        statement.setString(2, document.slug());
        statement.setString(3, document.version());
    }

    /** What is published never changes; a body that no longer fits its version was changed behind our back. */
    private static Document document(ResultSet row) throws SQLException {
        DocumentKind kind = DocumentKind.valueOf(row.getString("kind"));
        Document document = Document.of(kind, row.getString("slug"), DocumentMapper.parse(row.getString("body")));
        if (!document.version().equals(row.getString("version"))) {
            throw new IllegalStateException(
                    "Published " + document.name() + " is stored as " + row.getString("version"));
        }
        return document;
    }

    private <T> T transact(Jdbc.Work<Connection, T> work) {
        return QuarkusTransaction.requiringNew().call(() -> {
            try (Connection connection = database.getConnection()) {
                return work.on(connection);
            }
        });
    }

    private <T> T read(Jdbc.Work<Connection, T> query) {
        return QuarkusTransaction.suspendingExisting().call(() -> {
            try (Connection connection = database.getConnection()) {
                return query.on(connection);
            } catch (SQLException failed) {
                throw new IllegalStateException("The published content cannot be read", failed);
            }
        });
    }
}
