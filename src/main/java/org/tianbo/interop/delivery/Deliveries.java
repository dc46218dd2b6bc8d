package org.tianbo.interop.delivery;

import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import java.time.Clock;
import java.util.UUID;
import org.tianbo.interop.InteropRefused;
import org.tianbo.interop.connection.Connection;
import org.tianbo.interop.connection.Connections;
import org.tianbo.platform.data.Page;
import org.tianbo.platform.error.Refused;

/** What officers do about deliveries: look, send a test, start again, replay. */
@ApplicationScoped
public class Deliveries {

    private final Connections connections;
    private final DeliveryTable table;
    private final ObjectMapper json;
    private final Clock clock;

    Deliveries(Connections connections, DeliveryTable table, ObjectMapper json, Clock clock) {
        this.connections = connections;
        this.table = table;
        this.json = json;
        this.clock = clock;
    }

    /** @param before the number of the last one of the page before */
    public Page<Delivery, Long> latest(UUID connection, long before, int size) {
        return Page.of(table.latest(connection, before, size + 1), size, Delivery::number);
    }

    /**
     * A message that is about nobody.
     *
     * @throws Refused where nothing is brought at present
     */
    @Transactional
    public void test(UUID id) {
        Connection connection = connections.one(id);
        if (connection.state() != Connection.State.ACTIVE) {
            throw InteropRefused.resting();
        }
        ObjectNode message = json.createObjectNode();
        message.put("type", Delivery.Type.TEST.code());
        message.put("timestamp", clock.instant().toString());
        message.putObject("data").put("connection", connection.id().toString());
        table.add(id, Delivery.Type.TEST, message.toString(), null, null);
        table.wake(id, clock.instant());
    }

    /** What waits is brought now, and what comes from now on. */
    @Transactional
    public void start(UUID id) {
        connections.change(id, Connection.State.ACTIVE);
        table.wake(id, clock.instant());
    }

    /** Nothing is brought there any more, and nothing waits for it. */
    @Transactional
    public void remove(UUID id) {
        connections.change(id, Connection.State.REMOVED);
        table.forgetWaiting(id);
    }

    /** It is brought once more, under its old id. */
    @Transactional
    public void replay(UUID connection, UUID delivery) {
        connections.one(connection);
        if (!table.replay(connection, delivery)) {
            throw InteropRefused.unknownDelivery();
        }
        table.wake(connection, clock.instant());
    }
}
