package org.tianbo.settings.history;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.type.TypeReference;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.json.JsonMapper;
import jakarta.enterprise.context.ApplicationScoped;
import java.math.BigDecimal;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.hibernate.Session;
import org.tianbo.platform.data.Jdbc;
import org.tianbo.platform.security.CountyReads;
import org.tianbo.platform.security.CurrentCounty;

/** The table {@code county_settings}; a later version outdates an earlier one, nothing is edited. */
@ApplicationScoped
class SettingTable {

    private static final String COLUMNS = "select key, version, value, reason, set_by, set_at from county_settings ";

    private static final String CURRENT = "select distinct on (key) key, version, value, reason, set_by, set_at"
            + " from county_settings where county = ? order by key, version desc";

    private static final String BEFORE =
            COLUMNS + "where county = ? and key = ? and version < ? order by version desc limit ?";

    /** The key refuses a second change of the same version, the condition a version that is not the next. */
    private static final String APPEND =
            """
            insert into county_settings (county, key, version, value, reason, set_by, set_at)
            select :county, :key, :version, cast(:value as jsonb), :reason, :by, :at
            where :version = 1 + (
                select coalesce(max(version), 0) from county_settings where county = :county and key = :key)
            on conflict do nothing
            """;

    private static final TypeReference<Map<String, BigDecimal>> NUMBERS = new TypeReference<>() {};

    /** Apart from the API's JSON, so that a change there never touches what is stored. */
    private static final ObjectMapper JSON = new JsonMapper();

    private final Session entities;
    private final CountyReads reads;
    private final CurrentCounty county;

    SettingTable(Session entities, CountyReads reads, CurrentCounty county) {
        this.entities = entities;
        this.reads = reads;
        this.county = county;
    }

    /** The last change of each setting that the current county ever changed. */
    List<SettingChange> current() {
        return reads.rows(CURRENT, SettingTable::change, county.id());
    }

    /** The next changes of a setting before this version, the latest first. */
    List<SettingChange> before(String key, long version, int most) {
        return reads.rows(BEFORE, SettingTable::change, county.id(), key, version, most);
    }

    /** Whether it was appended; another change of that version was there first if not. */
    boolean append(SettingChange change) {
        return entities.createNativeMutationQuery(APPEND)
                        .setParameter("county", county.id())
                        .setParameter("key", change.key())
                        .setParameter("version", change.version())
                        .setParameter(
                                "value",
                                change.values().map(SettingTable::written).orElse(null),
                                String.class)
                        .setParameter("reason", change.reason())
                        .setParameter("by", change.by(), UUID.class)
                        .setParameter("at", change.at().atOffset(ZoneOffset.UTC))
                        .executeUpdate()
                == 1;
    }

    private static SettingChange change(ResultSet row) throws SQLException {
        return new SettingChange(
                row.getString("key"),
                row.getLong("version"),
                Optional.ofNullable(row.getString("value")).map(SettingTable::read),
                row.getString("reason"),
                row.getObject("set_by", UUID.class),
                Jdbc.instant(row, "set_at"));
    }

    private static Map<String, BigDecimal> read(String value) {
        try {
            return JSON.readValue(value, NUMBERS);
        } catch (JsonProcessingException unreadable) {
            throw new IllegalStateException("A stored setting cannot be read", unreadable);
        }
    }

    private static String written(Map<String, BigDecimal> values) {
        try {
            return JSON.writeValueAsString(values);
        } catch (JsonProcessingException impossible) {
            throw new IllegalStateException(impossible);
        }
    }
}
