package org.tianbo.platform.web;

import java.util.EnumMap;
import java.util.Map;
import org.tianbo.platform.error.Fault;

/** The HTTP status of each kind of fault, the same for programs, pages and forms. */
public final class FaultStatus {

    private static final Map<Fault.Kind, Integer> STATUS = new EnumMap<>(Map.ofEntries(
            Map.entry(Fault.Kind.MALFORMED, 400),
            Map.entry(Fault.Kind.INVALID, 422),
            Map.entry(Fault.Kind.NOT_FOUND, 404),
            Map.entry(Fault.Kind.FORBIDDEN, 403),
            Map.entry(Fault.Kind.CONFLICT, 409),
            Map.entry(Fault.Kind.GONE, 410),
            Map.entry(Fault.Kind.STALE, 412),
            Map.entry(Fault.Kind.PRECONDITION_REQUIRED, 428),
            Map.entry(Fault.Kind.TOO_LARGE, 413),
            Map.entry(Fault.Kind.NO_ROOM, 507),
            Map.entry(Fault.Kind.TOO_MANY, 429),
            Map.entry(Fault.Kind.UNAVAILABLE, 503)));

    private FaultStatus() {}

    public static int of(Fault.Kind kind) {
        return STATUS.get(kind);
    }
}
