package org.tianbo.privacy.erasure;

import jakarta.enterprise.context.ApplicationScoped;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import org.tianbo.media.Media;
import org.tianbo.platform.security.CurrentCounty;

/**
 * That somebody is erased, written down in storage as well, where no backup of the database brings them back. A note
 * holds ids and times and nothing else.
 */
@ApplicationScoped
class ErasureNotes {

    private static final int LONGEST = 1_000;

    private final Media media;
    private final CurrentCounty county;

    ErasureNotes(Media media, CurrentCounty county) {
        this.media = media;
        this.county = county;
    }

    /** What was decided about somebody, by whom and when. */
    record Note(UUID id, UUID person, UUID askedBy, Instant askedAt, UUID decidedBy, Instant decidedAt) {

        /** @param erasure one that was confirmed */
        static Note of(Erasure erasure) {
            return new Note(
                    erasure.id(),
                    erasure.person(),
                    erasure.asker(),
                    erasure.askedAt(),
                    erasure.decider(),
                    erasure.decidedAt());
        }
    }

    /** Written twice it is the same as once. */
    void write(Note note) {
        byte[] text = String.join(
                        " ",
                        note.id().toString(),
                        note.askedBy().toString(),
                        note.askedAt().toString(),
                        note.decidedBy().toString(),
                        note.decidedAt().toString())
                .getBytes(StandardCharsets.UTF_8);
        media.store(key(note.person()), new ByteArrayInputStream(text), LONGEST);
    }

    /** Of whom there is one. */
    Set<UUID> people() {
        return media.sizes(folder()).keySet().stream()
                .map(key -> UUID.fromString(key.substring(key.lastIndexOf('/') + 1)))
                .collect(Collectors.toSet());
    }

    Note of(UUID person) {
        try (InputStream in = media.open(key(person))) {
            String[] parts = new String(in.readAllBytes(), StandardCharsets.UTF_8).split(" ");
            return new Note(
                    UUID.fromString(parts[0]),
                    person,
                    UUID.fromString(parts[1]),
                    Instant.parse(parts[2]),
                    UUID.fromString(parts[3]),
                    Instant.parse(parts[4]));
        } catch (IOException failed) {
            throw new UncheckedIOException(failed);
        }
    }

    private String folder() {
        return county.id() + "/erasures";
    }

    private String key(UUID person) {
        return folder() + "/" + person;
    }
}
