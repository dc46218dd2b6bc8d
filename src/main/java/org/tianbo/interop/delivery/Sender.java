package org.tianbo.interop.delivery;

import jakarta.enterprise.context.ApplicationScoped;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.util.Base64;
import java.util.LinkedHashMap;
import java.util.Map;
import org.tianbo.interop.connection.Connection;
import org.tianbo.interop.connection.ConnectionSecrets;
import org.tianbo.interop.statement.StatementJson;

/** One try: a signed message to a webhook as Standard Webhooks has it, or statements to a learning record store. */
@ApplicationScoped
class Sender {

    private static final String JSON = "application/json; charset=utf-8";

    private final OutsideClient client;
    private final ConnectionSecrets secrets;
    private final StatementBatches batches;
    private final Clock clock;

    Sender(OutsideClient client, ConnectionSecrets secrets, StatementBatches batches, Clock clock) {
        this.client = client;
        this.secrets = secrets;
        this.batches = batches;
        this.clock = clock;
    }

    Answer send(Connection connection, Delivery delivery) {
        Map<String, String> headers = new LinkedHashMap<>();
        headers.put("User-Agent", "Tianbo");
        if (connection.kind() == Connection.Kind.WEBHOOK) {
            long seconds = clock.instant().getEpochSecond();
            String id = delivery.id().toString();
            headers.put("Content-Type", JSON);
            headers.put("webhook-id", id);
            headers.put("webhook-timestamp", Long.toString(seconds));
            headers.put("webhook-signature", secrets.signature(connection, id, seconds, delivery.body()));
            return client.call("POST", connection.address(), headers, delivery.body());
        }
        headers.put("X-Experience-API-Version", StatementJson.VERSION);
        if (connection.credentials() != null) {
            byte[] pair = secrets.open(connection.credentials()).getBytes(StandardCharsets.UTF_8);
            headers.put("Authorization", "Basic " + Base64.getEncoder().encodeToString(pair));
        }
        if (delivery.type() == Delivery.Type.TEST) {
            return client.call("GET", below(connection, "about"), headers, null);
        }
        return batches.body(delivery)
                .map(body -> {
                    headers.put("Content-Type", JSON);
                    return client.call("POST", below(connection, "statements"), headers, body);
                })
                .orElse(Answer.nothing());
    }

    /** A store's address is what stands before the names of its resources. */
    private static URI below(Connection connection, String resource) {
        String address = connection.address().toString();
        return URI.create(address + (address.endsWith("/") ? "" : "/") + resource);
    }
}
