package org.tianbo.platform.error;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * Something a person or a client did, or met, that stops the work. It is no bug, so it carries no stack trace.
 *
 * <p>The code is stable ({@code practice.digest-mismatch}); its words stand in {@code messages/faults/<feature>} in
 * both languages, with the arguments filled in by {@link java.text.MessageFormat}.
 */
public abstract class Fault extends RuntimeException {

    private static final long serialVersionUID = 1L;

    /** What sort of trouble it is; the edge alone turns it into an HTTP status. */
    public enum Kind {
        MALFORMED,
        INVALID,
        NOT_FOUND,
        FORBIDDEN,
        CONFLICT,
        GONE,
        STALE,
        PRECONDITION_REQUIRED,
        TOO_LARGE,
        NO_ROOM,
        TOO_MANY,
        UNAVAILABLE
    }

    /** One field that does not fit. */
    public record FieldFault(String field, String code) {}

    private final Kind kind;
    private final String code;
    private final transient Object[] arguments;
    private final transient Map<String, Object> members = new LinkedHashMap<>();
    private final transient List<FieldFault> fields = new ArrayList<>();

    protected Fault(Kind kind, String code, Object... arguments) {
        super(code, null, false, false);
        this.kind = kind;
        this.code = code;
        this.arguments = arguments.clone();
    }

    /** Adds a machine-readable member to the answer, for example the missing ranges. */
    public Fault with(String member, Object value) {
        members.put(member, value);
        return this;
    }

    /** Names a field that is at fault; the code follows the same rules as the fault's own. */
    public Fault field(String field, String fieldCode) {
        fields.add(new FieldFault(field, fieldCode));
        return this;
    }

    public Kind kind() {
        return kind;
    }

    public String code() {
        return code;
    }

    public Object[] arguments() {
        return arguments.clone();
    }

    public Map<String, Object> members() {
        return Map.copyOf(members);
    }

    public List<FieldFault> fields() {
        return List.copyOf(fields);
    }
}
