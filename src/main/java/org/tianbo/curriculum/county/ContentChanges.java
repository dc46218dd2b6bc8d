package org.tianbo.curriculum.county;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.type.TypeReference;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.quarkus.narayana.jta.QuarkusTransaction;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Event;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.UUID;
import java.util.concurrent.Callable;
import org.jboss.logging.Logger;
import org.tianbo.curriculum.document.Document;
import org.tianbo.curriculum.document.DocumentKind;
import org.tianbo.platform.data.Jdbc;
import org.tianbo.platform.security.CountyReads;
import org.tianbo.platform.security.CountyWrites;
import org.tianbo.platform.security.CurrentCounty;

/** The table {@code county_content}: each publishing and each taking back is a row, the last one counts. */
@ApplicationScoped
public class ContentChanges {

    private static final Logger LOG = Logger.getLogger(ContentChanges.class);

    private static final String COLUMNS =
            "kind, slug, number, version, files::text, shipped, reason, changed_by, changed_at";

    /** Lessons without their files. */
    private static final String LATEST = "select distinct on (kind, slug) kind, slug, number, version,"
            + " case kind when 'COURSE' then files::text end as files, shipped, reason, changed_by, changed_at"
            + " from county_content where county = ? order by kind, slug, number desc";

    private static final String BEFORE = "select " + COLUMNS + " from county_content"
            + " where county = ? and kind = ? and slug = ? and number < ? order by number desc limit ?";

    private static final String COUNT = "select count(*) from county_content where county = ?";

    /** Bodies of the last numbers only: the others are read past without being unpacked. */
    private static final String CURRENT =
            """
            select content.kind, content.slug, content.version, content.body::text as body
            from (select kind, slug, max(number) as number from county_content
                  where county = ? group by kind, slug) last
            join county_content content on content.county = ? and content.kind = last.kind
                and content.slug = last.slug and content.number = last.number
            where content.version is not null
            """;

    private static final String BODY = "select body::text from county_content"
            + " where county = ? and kind = ? and slug = ? and version = ? limit 1";

    private static final String LAST_SHOWN = "select version, body::text from county_content"
            + " where county = ? and kind = ? and slug = ? and version is not null order by number desc limit 1";

    private static final String LONGEST = "select slug, max((body ->> 'minutes')::int) as minutes from county_content"
            + " where county = ? and kind = 'LESSON' and slug = any(?::text[]) and version is not null group by slug";

    /** The key refuses a second change of the same number, the condition a number that is not the next. */
    private static final String APPEND =
            """
            insert into county_content
                (county, kind, slug, number, version, body, files, shipped, reason, changed_by, changed_at)
            select ?, ?, ?, ?, ?, ?::jsonb, ?::jsonb, ?, ?, ?, ?
            where ? = 1 + (select coalesce(max(number), 0) from county_content
                           where county = ? and kind = ? and slug = ?)
            on conflict do nothing
            returning number
            """;

    private static final TypeReference<TreeMap<String, String>> TEXTS = new TypeReference<>() {};

    /** Apart from the API's JSON, so that a change there never touches what is stored. */
    private static final ObjectMapper JSON = new JsonMapper();

    private final CountyReads reads;
    private final CountyWrites writes;
    private final CurrentCounty county;
    private final Event<ContentChanged> changed;

    ContentChanges(CountyReads reads, CountyWrites writes, CurrentCounty county, Event<ContentChanged> changed) {
        this.reads = reads;
        this.writes = writes;
        this.county = county;
        this.changed = changed;
    }

    /** The last change of each lesson and course, of lessons without their files. */
    public List<ContentChange> latest() {
        return reads.rows(LATEST, ContentChanges::change, county.id());
    }

    public Optional<ContentChange> last(DocumentKind kind, String slug) {
        return before(kind, slug, Long.MAX_VALUE, 1).stream().findFirst();
    }

    /** The next changes before this one, the latest first. */
    public List<ContentChange> before(DocumentKind kind, String slug, long number, int most) {
        return reads.rows(BEFORE, ContentChanges::change, county.id(), kind.name(), slug, number, most);
    }

    /**
     * @param body of what is published; empty when it is taken back
     * @return whether it was appended; another change of that number was there first if not
     */
    public boolean append(ContentChange change, Optional<ObjectNode> body) {
        boolean fresh = !writes.returning(
                        APPEND,
                        row -> row.getLong(1),
                        county.id(),
                        change.kind().name(),
                        change.slug(),
                        change.number(),
                        change.version().orElse(null),
                        body.map(ObjectNode::toString).orElse(null),
                        change.shown() ? written(change.files()) : null,
                        change.shipped().orElse(null),
                        change.reason(),
                        change.by(),
                        change.at(),
                        change.number(),
                        county.id(),
                        change.kind().name(),
                        change.slug())
                .isEmpty();
        if (fresh) {
            changed.fire(new ContentChanged(county.id()));
        }
        return fresh;
    }

    /** How many there ever were: another number means news. */
    long count() {
        return outside(
                () -> reads.rows(COUNT, row -> row.getLong(1), county.id()).get(0));
    }

    /** What is shown now. A row that cannot be read is left out: what is shipped is shown in its place. */
    List<Document> current() {
        return outside(() -> reads.rows(CURRENT, ContentChanges::readable, county.id(), county.id()).stream()
                .flatMap(Optional::stream)
                .toList());
    }

    Optional<Document> find(DocumentKind kind, String slug, String version) {
        return outside(() ->
                reads
                        .rows(BODY, row -> document(kind, slug, version, row), county.id(), kind.name(), slug, version)
                        .stream()
                        .findFirst());
    }

    /** What was published last under that name, taken back or not. */
    public Optional<Document> lastShown(DocumentKind kind, String slug) {
        return outside(() -> reads
                .rows(
                        LAST_SHOWN,
                        row -> document(kind, slug, row.getString("version"), row),
                        county.id(),
                        kind.name(),
                        slug)
                .stream()
                .findFirst());
    }

    /** The most minutes that any version of these lessons says. */
    Map<String, Integer> longest(Collection<String> lessons) {
        Map<String, Integer> longest = new HashMap<>();
        outside(() -> reads.rows(
                LONGEST, row -> longest.put(row.getString("slug"), row.getInt("minutes")), county.id(), lessons));
        return longest;
    }

    /** What is current does not depend on what the caller has changed, and the caller's may be about to roll back. */
    private static <T> T outside(Callable<T> read) {
        return QuarkusTransaction.suspendingExisting().call(read);
    }

    private static Optional<Document> readable(ResultSet row) throws SQLException {
        DocumentKind kind = DocumentKind.valueOf(row.getString("kind"));
        String slug = row.getString("slug");
        try {
            return Optional.of(document(kind, slug, row.getString("version"), row));
        } catch (IllegalStateException unreadable) {
            LOG.errorf(unreadable, "%s %s of a county is not shown", kind, slug);
            return Optional.empty();
        }
    }

    private static Document document(DocumentKind kind, String slug, String version, ResultSet row) {
        try {
            Document document = Document.of(kind, slug, JSON.readValue(row.getString("body"), ObjectNode.class));
            if (!document.version().equals(version)) {
                throw new IllegalStateException("Published " + document.name() + " is stored as " + version);
            }
            return document;
        } catch (SQLException | JsonProcessingException unreadable) {
            throw new IllegalStateException("A county's content cannot be read", unreadable);
        }
    }

    private static ContentChange change(ResultSet row) throws SQLException {
        return new ContentChange(
                DocumentKind.valueOf(row.getString("kind")),
                row.getString("slug"),
                row.getLong("number"),
                Optional.ofNullable(row.getString("version")),
                read(row.getString("files")),
                Optional.ofNullable(row.getString("shipped")),
                row.getString("reason"),
                row.getObject("changed_by", UUID.class),
                Jdbc.instant(row, "changed_at"));
    }

    /** Texts by the name of their file, as they are stored. */
    public static String written(SortedMap<String, String> files) {
        try {
            return JSON.writeValueAsString(files);
        } catch (JsonProcessingException impossible) {
            throw new IllegalStateException(impossible);
        }
    }

    public static SortedMap<String, String> read(String files) {
        try {
            return files == null ? new TreeMap<>() : JSON.readValue(files, TEXTS);
        } catch (JsonProcessingException unreadable) {
            throw new IllegalStateException("Stored files cannot be read", unreadable);
        }
    }
}
