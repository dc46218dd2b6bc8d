package org.tianbo.interop.delivery;

import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import java.time.Clock;
import java.time.Instant;
import java.util.LinkedHashSet;
import java.util.UUID;
import org.tianbo.cohort.MilestonesRecorded;
import org.tianbo.platform.security.CountyWrites;
import org.tianbo.platform.security.CurrentCounty;

/** Milestones wait for each webhook of the county from the transaction on in which they are recorded. */
@ApplicationScoped
class MilestoneDeliveries {

    private static final String ADD =
            """
            insert into deliveries (county, id, connection, type, person, body, state, made_at, due_at)
            select c.county, gen_random_uuid(), c.id, m.type, m.person, m.body, 'WAITING', t.now, t.now
            from connections c
                cross join jsonb_to_recordset(cast(? as jsonb)) as m (place int, type text, person uuid, body text)
                cross join (values (cast(? as timestamptz))) as t (now)
            where c.county = ? and c.kind = 'WEBHOOK' and c.state <> 'REMOVED'
            order by m.place returning connection
            """;

    private final CountyWrites writes;
    private final CurrentCounty county;
    private final DeliveryTable table;
    private final ObjectMapper json;
    private final Clock clock;

    MilestoneDeliveries(
            CountyWrites writes, CurrentCounty county, DeliveryTable table, ObjectMapper json, Clock clock) {
        this.writes = writes;
        this.county = county;
        this.table = table;
        this.json = json;
        this.clock = clock;
    }

    void recorded(@Observes MilestonesRecorded event) {
        Instant now = clock.instant();
        ArrayNode rows = json.createArrayNode();
        for (MilestonesRecorded.Recorded one : event.milestones()) {
            Delivery.Type type = one.reached() ? Delivery.Type.MILESTONE_REACHED : Delivery.Type.MILESTONE_LOST;
            rows.addObject()
                    .put("place", rows.size())
                    .put("type", type.name())
                    .put("person", one.trainee().toString())
                    .put("body", body(event.cohort(), type, one, now));
        }
        new LinkedHashSet<>(
                        writes.returning(ADD, row -> row.getObject(1, UUID.class), rows.toString(), now, county.id()))
                .forEach(connection -> table.wake(connection, now));
    }

    /** No name: whoever receives it knows the person by the id, from a list the county gave them or not at all. */
    private String body(UUID cohort, Delivery.Type type, MilestonesRecorded.Recorded one, Instant now) {
        ObjectNode message = json.createObjectNode();
        message.put("type", type.code());
        message.put("timestamp", now.toString());
        message.putObject("data")
                .put("person", one.trainee().toString())
                .put("class", cohort.toString())
                .put("stage", one.stage().code())
                .put("at", one.at().toString());
        return message.toString();
    }
}
