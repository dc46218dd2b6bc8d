package org.tianbo.platform.table;

/**
 * Thrown while a row is read: the row cannot be used because of this cell. {@code TableReader} reports it and reads on.
 */
public final class BrokenCell extends RuntimeException {

    private static final long serialVersionUID = 1L;

    private final String field;
    private final String code;

    public BrokenCell(String field, String code) {
        // A typing error, perhaps on every row of a long file: a stack trace would be slow and of no use.
        super(code, null, false, false);
        this.field = field;
        this.code = code;
    }

    public String field() {
        return field;
    }

    public String code() {
        return code;
    }
}
