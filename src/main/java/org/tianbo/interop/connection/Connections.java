package org.tianbo.interop.connection;

import jakarta.enterprise.context.ApplicationScoped;
import java.net.URI;
import java.time.Clock;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.tianbo.interop.InteropRefused;
import org.tianbo.interop.connection.Connection.Kind;
import org.tianbo.interop.connection.Connection.State;
import org.tianbo.platform.data.Ids;
import org.tianbo.platform.error.Refused;
import org.tianbo.platform.security.CountyReads;
import org.tianbo.platform.security.CountyWrites;
import org.tianbo.platform.security.CurrentCounty;

/** The county's other systems: added, paused, started again and removed by its officers. */
@ApplicationScoped
public class Connections {

    private static final int LONGEST_NAME = 60;
    private static final int LONGEST_CREDENTIALS = 200;
    private static final int MOST = 20;

    private static final String ADD =
            """
            insert into connections (county, id, kind, name, address, state, credentials, made_by, made_at)
            values (?, ?, ?, ?, ?, 'ACTIVE', ?, ?, ?) returning %s
            """
                    .formatted(Connection.COLUMNS);

    private static final String ALL =
            """
            select %s from connections where county = ? and state <> 'REMOVED' order by made_at, id
            """
                    .formatted(Connection.COLUMNS);

    private static final String ONE =
            "select " + Connection.COLUMNS + " from connections where county = ? and id = ? and state <> 'REMOVED'";

    private static final String CHANGE =
            """
            update connections set state = ?, failures = 0, failing_since = null, resume_at = null
            where county = ? and id = ? and state <> 'REMOVED' returning id
            """;

    private static final String NEW_SECRET =
            """
            update connections set secret_version = secret_version + 1
            where county = ? and id = ? and kind = 'WEBHOOK' and state <> 'REMOVED' returning %s
            """
                    .formatted(Connection.COLUMNS);

    private final CountyReads reads;
    private final CountyWrites writes;
    private final CurrentCounty county;
    private final OutsideAddress addresses;
    private final ConnectionSecrets secrets;
    private final Clock clock;

    Connections(
            CountyReads reads,
            CountyWrites writes,
            CurrentCounty county,
            OutsideAddress addresses,
            ConnectionSecrets secrets,
            Clock clock) {
        this.reads = reads;
        this.writes = writes;
        this.county = county;
        this.addresses = addresses;
        this.secrets = secrets;
        this.clock = clock;
    }

    /**
     * What somebody typed of another system.
     *
     * @param credentials name and password with a colon between, which a learning record store asks for
     */
    public record Typed(Kind kind, String name, String address, Optional<String> credentials) {}

    /** All that were not removed, in the order in which they were added. */
    public List<Connection> all() {
        return reads.rows(ALL, Connection::of, county.id());
    }

    /** @throws org.tianbo.platform.error.NotFound where the county has none of that id */
    public Connection one(UUID id) {
        return reads.rows(ONE, Connection::of, county.id(), id).stream()
                .findFirst()
                .orElseThrow(InteropRefused::unknownConnection);
    }

    /** @throws Refused for an address that we may not call, or without a name */
    public Connection add(Typed typed, UUID by) {
        String name = typed.name() == null ? "" : typed.name().strip();
        if (name.isEmpty() || name.length() > LONGEST_NAME) {
            throw InteropRefused.wrong("name", "interop.name");
        }
        Optional<String> credentials = typed.credentials().filter(text -> !text.isBlank());
        if (credentials
                .filter(text -> text.length() > LONGEST_CREDENTIALS || text.indexOf(':') < 1)
                .isPresent()) {
            throw InteropRefused.wrong("credentials", "interop.credentials");
        }
        URI address = addresses.checked(typed.address());
        return stored(typed.kind(), name, address, credentials, by);
    }

    private Connection stored(Kind kind, String name, URI address, Optional<String> credentials, UUID by) {
        if (all().size() >= MOST) {
            throw InteropRefused.tooMany();
        }
        return writes.returning(
                        ADD,
                        Connection::of,
                        county.id(),
                        Ids.next(),
                        kind.name(),
                        name,
                        address.toString(),
                        credentials.map(secrets::seal).orElse(null),
                        by,
                        clock.instant())
                .get(0);
    }

    /** What was brought in vain so far is forgotten; what waits is brought when it is active. */
    public void change(UUID id, State state) {
        if (writes.returning(CHANGE, row -> id, state.name(), county.id(), id).isEmpty()) {
            throw InteropRefused.unknownConnection();
        }
    }

    /** From now on everything is signed with another secret. */
    public Connection withNewSecret(UUID id) {
        return writes.returning(NEW_SECRET, Connection::of, county.id(), id).stream()
                .findFirst()
                .orElseThrow(InteropRefused::unknownConnection);
    }
}
