package org.tianbo.platform.web;

import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.Optional;

/**
 * The address of a list: a path and the fields that narrow it, in the order in which they are named. A field that is
 * absent or empty narrows nothing and is left out.
 */
public final class ListAddress {

    private final StringBuilder written;
    private String separator = "?";

    private ListAddress(String path) {
        written = new StringBuilder(path);
    }

    /** @param path within this site; empty where the query alone is wanted */
    public static ListAddress of(String path) {
        return new ListAddress(path);
    }

    /** What an address has in one of its fields, without blanks around it; empty where that is nothing. */
    public static Optional<String> given(String value) {
        return Optional.ofNullable(value).map(String::strip).filter(text -> !text.isEmpty());
    }

    /** A comma, which separates the parts of one field, stays readable. */
    public ListAddress with(String field, String value) {
        given(value).ifPresent(text -> {
            written.append(separator)
                    .append(field)
                    .append('=')
                    .append(URLEncoder.encode(text, StandardCharsets.UTF_8).replace("%2C", ","));
            separator = "&";
        });
        return this;
    }

    @Override
    public String toString() {
        return written.toString();
    }
}
