package org.tianbo.ledger.chain;

import java.util.Map;
import java.util.TreeMap;

/**
 * JSON in the one form that its content has by RFC 8785 (JCS): keys in order, nothing between, as few escapes as
 * possible. Any program that knows JCS comes to the same bytes.
 */
public final class CanonicalJson {

    private static final int FIRST_PRINTABLE = 0x20;

    private final StringBuilder out;
    private boolean empty = true;

    private CanonicalJson(StringBuilder out) {
        this.out = out;
        out.append('{');
    }

    /** An object of texts. */
    public static String of(Map<String, String> values) {
        CanonicalJson object = new CanonicalJson(new StringBuilder());
        new TreeMap<>(values).forEach(object::text);
        return object.end();
    }

    /** Begins an object; its keys have to come in order. */
    static CanonicalJson into(StringBuilder out) {
        return new CanonicalJson(out);
    }

    CanonicalJson text(String key, String value) {
        key(key);
        quote(value);
        return this;
    }

    /** A number, true or false, or an object that is canonical already. */
    CanonicalJson raw(String key, Object value) {
        key(key);
        out.append(value);
        return this;
    }

    /** Left out where there is no value. */
    CanonicalJson optional(String key, Object value) {
        return value == null ? this : text(key, value.toString());
    }

    String end() {
        return out.append('}').toString();
    }

    private void key(String key) {
        if (!empty) {
            out.append(',');
        }
        empty = false;
        quote(key);
        out.append(':');
    }

    private void quote(String text) {
        out.append('"');
        for (int at = 0; at < text.length(); at++) {
            char one = text.charAt(at);
            if (one == '"' || one == '\\') {
                out.append('\\').append(one);
            } else if (one < FIRST_PRINTABLE) {
                control(one);
            } else {
                out.append(one);
            }
        }
        out.append('"');
    }

    private void control(char one) {
        switch (one) {
            case '\b' -> out.append("\\b");
            case '\t' -> out.append("\\t");
            case '\n' -> out.append("\\n");
            case '\f' -> out.append("\\f");
            case '\r' -> out.append("\\r");
            default -> out.append(String.format("\\u%04x", (int) one));
        }
    }
}
