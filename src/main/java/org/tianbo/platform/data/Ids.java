package org.tianbo.platform.data;

import com.fasterxml.uuid.Generators;
import com.fasterxml.uuid.NoArgGenerator;
import java.nio.charset.StandardCharsets;
import java.util.Optional;
import java.util.UUID;

/** Names of rows: new ones are UUIDv7 (RFC 9562), so that they sort by the time they were made. */
public final class Ids {

    private static final NoArgGenerator GENERATOR = Generators.timeBasedEpochRandomGenerator();

    private Ids() {}

    public static UUID next() {
        return GENERATOR.generate();
    }

    /** The same words always name the same row: what is sent twice is there once. */
    public static UUID named(String... parts) {
        return UUID.nameUUIDFromBytes(String.join("\n", parts).getBytes(StandardCharsets.UTF_8));
    }

    /**
     * What somebody sent as an id, 36 characters and nothing else: Java also takes {@code 1-1-1-1-1}.
     *
     * @return empty when it cannot be one of ours
     */
    public static Optional<UUID> parse(String text) {
        try {
            return Optional.of(UUID.fromString(text)).filter(id -> id.toString().equalsIgnoreCase(text));
        } catch (IllegalArgumentException noId) {
            return Optional.empty();
        }
    }
}
