package org.tianbo.curriculum.published;

import io.quarkus.narayana.jta.QuarkusTransaction;
import jakarta.enterprise.context.ApplicationScoped;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.Collection;
import java.util.HashMap;
import java.util.Map;
import javax.sql.DataSource;
import org.tianbo.curriculum.county.CountyContent;

/** How many minutes lessons took at most in all their versions; read anew once something was shipped. */
@ApplicationScoped
class LongestLessons {

    private static final String SHIPPED = "select slug, max((body ->> 'minutes')::int) from content_versions"
            + " where kind = 'LESSON' group by slug";

    private final ContentCache cache;
    private final CountyContent county;
    private final DataSource database;
    private volatile Shipped shipped = new Shipped(null, Map.of());

    LongestLessons(ContentCache cache, CountyContent county, DataSource database) {
        this.cache = cache;
        this.county = county;
        this.database = database;
    }

    /**
     * What was known when that was current.
     *
     * @param minutes by lesson
     */
    private record Shipped(String edition, Map<String, Integer> minutes) {}

    /** Of these lessons, the county's own versions and what was shipped; one that never was is absent. */
    Map<String, Integer> of(Collection<String> lessons) {
        if (lessons.isEmpty()) {
            return Map.of();
        }
        Map<String, Integer> minutes = new HashMap<>(shipped());
        minutes.keySet().retainAll(lessons);
        county.longest(lessons).forEach((lesson, own) -> minutes.merge(lesson, own, Math::max));
        return minutes;
    }

    private Map<String, Integer> shipped() {
        String edition = cache.current().edition();
        Shipped known = shipped;
        if (!edition.equals(known.edition())) {
            known = new Shipped(edition, QuarkusTransaction.suspendingExisting().call(this::read));
            shipped = known;
        }
        return known.minutes();
    }

    private Map<String, Integer> read() throws SQLException {
        try (Connection connection = database.getConnection();
                PreparedStatement select = connection.prepareStatement(SHIPPED);
                ResultSet rows = select.executeQuery()) {
            Map<String, Integer> minutes = new HashMap<>();
            while (rows.next()) {
                minutes.put(rows.getString(1), rows.getInt(2));
            }
            return Map.copyOf(minutes);
        }
    }
}
