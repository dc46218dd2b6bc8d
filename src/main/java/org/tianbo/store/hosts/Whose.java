package org.tianbo.store.hosts;

import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/** Whose account sold something. */
public enum Whose {
    VILLAGER,
    OFFICIAL,
    /** A hired host, a company, somebody elsewhere. */
    OTHER,
    /** A file names an account, and nobody has said whose it is. */
    UNSAID,
    /** The file names no account: sold without a live or a video, or the file does not tell. */
    NONE;

    /** What the office can say of an account. */
    public static final List<Whose> SAYABLE = List.of(VILLAGER, OFFICIAL, OTHER);

    /** As addresses name it. */
    public static Optional<Whose> of(String code) {
        return Arrays.stream(values()).filter(one -> one.code().equals(code)).findFirst();
    }

    public String code() {
        return name().toLowerCase(Locale.ROOT);
    }
}
