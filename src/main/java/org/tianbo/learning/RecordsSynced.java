package org.tianbo.learning;

import com.fasterxml.jackson.databind.JsonNode;
import java.time.Instant;
import java.util.List;
import java.util.UUID;

/**
 * New records of one person were stored; published once a call, within its transaction. An observer that cannot use a
 * record passes it over: an exception would undo everybody's and have the phone send it all for ever.
 *
 * @param received as the records say it
 */
public record RecordsSynced(String county, UUID person, Instant received, List<Synced> records) {

    /** @param data as the phone sent it, of the shape its type asks for */
    public record Synced(UUID id, String type, Instant at, JsonNode data) {}

    /** @param type as {@code POST /api/sync} names it, e.g. {@code feedback.read} */
    public List<Synced> ofType(String type) {
        return records.stream().filter(record -> record.type().equals(type)).toList();
    }
}
