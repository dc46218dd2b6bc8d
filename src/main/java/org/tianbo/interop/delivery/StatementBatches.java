package org.tianbo.interop.delivery;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import jakarta.enterprise.context.ApplicationScoped;
import java.net.URI;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.tianbo.interop.connection.Connections;
import org.tianbo.interop.statement.Statement;
import org.tianbo.interop.statement.StatementJson;
import org.tianbo.interop.statement.Statements;
import org.tianbo.platform.web.PublicAddress;

/**
 * Statements for a learning record store, some at a time. Which they are is fixed before the first try; what they say
 * is read at each try, so that nothing is sent of somebody who was erased meanwhile. The store drops what it has
 * already.
 */
@ApplicationScoped
class StatementBatches {

    private static final int MOST = 100;

    private final Statements statements;
    private final Connections connections;
    private final DeliveryTable table;
    private final PublicAddress address;
    private final ObjectMapper json;

    StatementBatches(
            Statements statements,
            Connections connections,
            DeliveryTable table,
            PublicAddress address,
            ObjectMapper json) {
        this.statements = statements;
        this.connections = connections;
        this.table = table;
        this.address = address;
        this.json = json;
    }

    /** The next ones that the store has not, if there are any. */
    void prepare(UUID connection) {
        List<Statement> next = statements.after(connections.one(connection).toldThrough(), MOST);
        if (!next.isEmpty()) {
            table.add(
                    connection,
                    Delivery.Type.STATEMENTS,
                    "",
                    next.get(0).number(),
                    next.get(next.size() - 1).number());
        }
    }

    /** Empty where none of them is left. */
    Optional<String> body(Delivery delivery) {
        URI home = address.onPaper();
        List<Map<String, Object>> sent = statements.between(delivery.first(), delivery.last()).stream()
                .map(statement -> StatementJson.of(statement, home))
                .toList();
        try {
            return sent.isEmpty() ? Optional.empty() : Optional.of(json.writeValueAsString(sent));
        } catch (JsonProcessingException impossible) {
            throw new IllegalStateException("Texts and numbers can be written as JSON", impossible);
        }
    }
}
