package org.tianbo.privacy.erasure;

import jakarta.enterprise.context.ApplicationScoped;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.time.DateTimeException;
import java.time.Instant;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import org.jboss.logging.Logger;
import org.tianbo.media.Media;
import org.tianbo.platform.data.Ids;
import org.tianbo.platform.security.CurrentCounty;

/**
 * That somebody is erased, written down in storage as well, where no backup of the database brings them back. A note
 * holds ids and times and nothing else.
 */
@ApplicationScoped
class ErasureNotes {

    private static final Logger LOG = Logger.getLogger(ErasureNotes.class);
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

    /** Somebody decided that the person stays after all; where there is none it is no fault. */
    void remove(UUID person) {
        media.delete(key(person));
    }

    /** Of whom there is one; other files there are none. */
    Set<UUID> people() {
        return media.sizes(folder()).keySet().stream()
                .flatMap(key -> Ids.parse(key.substring(key.lastIndexOf('/') + 1)).stream())
                .collect(Collectors.toSet());
    }

    /** Empty where it is damaged: only that there is one is known then. */
    Optional<Note> of(UUID person) {
        try (InputStream in = media.open(key(person))) {
            String[] parts = new String(in.readAllBytes(), StandardCharsets.UTF_8).split(" ");
            return Optional.of(new Note(
                    UUID.fromString(parts[0]),
                    person,
                    UUID.fromString(parts[1]),
                    Instant.parse(parts[2]),
                    UUID.fromString(parts[3]),
                    Instant.parse(parts[4])));
        } catch (IndexOutOfBoundsException | IllegalArgumentException | DateTimeException damaged) {
            LOG.errorf("The note that %s was erased is damaged: %s", person, damaged);
            return Optional.empty();
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
