package org.tianbo.media.storage;

import java.util.regex.Pattern;

/**
 * What an object may be called: names of plain letters between slashes, the same in a folder, in a bucket and in a
 * link.
 */
final class Keys {

    /** Names cannot begin with a dot: no way up, and a store's own folders are nobody's objects. */
    private static final Pattern KEY = Pattern.compile("[A-Za-z0-9][A-Za-z0-9._-]*(/[A-Za-z0-9][A-Za-z0-9._-]*)*");

    private static final int LONGEST = 1024;

    private Keys() {}

    static String checked(String key) {
        if (key.length() > LONGEST || !KEY.matcher(key).matches()) {
            throw new IllegalArgumentException("Not a key: " + key);
        }
        return key;
    }
}
