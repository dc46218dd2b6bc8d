package org.tianbo.curriculum;

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
import org.tianbo.curriculum.content.Document;
import org.tianbo.curriculum.content.Kind;

/**
 * The published versions in PostgreSQL. Plain SQL, because content belongs to no county and is read where there is no signed-in person to take one from. Reads step
 * out of the caller's transaction: what is current does not depend on what the caller has changed, and the caller's may be about to roll back.
 */
@ApplicationScoped
class ContentVersions {

    /** One publishing at a time, over all instances. The number means nothing but itself. */
    private static final long PUBLISHING = 0x7469_616e_626fL;

    private static final String EDITION =
            "select coalesce(md5(string_agg(kind || '/' || slug || '@' || version, ',' order by kind, slug)), '')"
                    + " from content_current";

    private final DataSource database;

    ContentVersions(DataSource database) {
        this.database = database;
    }

    /** What a publishing did: how many versions were new, and the edition it made. */
    record Published(int added, String edition) {}

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

    Shelf current() {
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
                return new Shelf(edition, found);
            }
        });
    }

    Optional<Document> find(Kind kind, String slug, String version) {
        String document = "select kind, slug, version, body from content_versions"
                + " where kind = ? and slug = ? and version = ?";
        return read(connection -> {
            try (PreparedStatement select = connection.prepareStatement(document)) {
                select.setString(1, kind.name());
                select.setString(2, slug);
                select.setString(3, version);
                try (ResultSet rows = select.executeQuery()) {
                    return rows.next() ? Optional.of(document(rows)) : Optional.empty();
                }
            }
        });
    }

    /** Makes exactly these documents current. Versions already there are left alone. */
    Published publish(List<Document> documents, Instant now) {
        return QuarkusTransaction.requiringNew().call(() -> {
            try (Connection connection = database.getConnection()) {
                if (names(connection, "content_current").equals(names(documents))) {
                    return new Published(0, edition(connection));
                }
                lock(connection);
                int added = addVersions(connection, documents, now);
                takeAwayAllBut(connection, documents);
                makeCurrent(connection, documents);
                return new Published(added, edition(connection));
            }
        });
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
        String[] kept = documents.stream()
                .map(document -> document.kind() + "/" + document.slug())
                .toArray(String[]::new);
        try (PreparedStatement statement = connection.prepareStatement(delete)) {
            statement.setArray(1, connection.createArrayOf("text", kept));
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
        Kind kind = Kind.valueOf(row.getString("kind"));
        Document document = Document.of(kind, row.getString("slug"), Bodies.parse(row.getString("body")));
        if (!document.version().equals(row.getString("version"))) {
            throw new IllegalStateException(
                    "Published " + document.name() + " is stored as " + row.getString("version"));
        }
        return document;
    }

    private <T> T read(Query<T> query) {
        return QuarkusTransaction.suspendingExisting().call(() -> {
            try (Connection connection = database.getConnection()) {
                return query.on(connection);
            } catch (SQLException failed) {
                throw new IllegalStateException("The published content cannot be read", failed);
            }
        });
    }

    @FunctionalInterface
    private interface Query<T> {
        T on(Connection connection) throws SQLException;
    }
}
