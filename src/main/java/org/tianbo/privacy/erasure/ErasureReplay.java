package org.tianbo.privacy.erasure;

import io.quarkus.narayana.jta.QuarkusTransaction;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Clock;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.jboss.logging.Logger;
import org.tianbo.platform.data.Ids;
import org.tianbo.platform.jobs.Job;
import org.tianbo.platform.jobs.Jobs;
import org.tianbo.platform.security.CountyReads;
import org.tianbo.platform.security.CountyWrites;
import org.tianbo.platform.security.CurrentCounty;
import org.tianbo.privacy.erasure.ErasureNotes.Note;

/**
 * Erases again whom a backup of the database brought back: storage says that it was done. Where who decided it is not
 * in the backup, or the note is damaged, it waits for an officer to confirm it.
 */
@ApplicationScoped
public class ErasureReplay implements Job {

    static final String NAME = "privacy.erasure-replay";

    private static final Logger LOG = Logger.getLogger(ErasureReplay.class);

    private static final String CONFIRM =
            """
            update erasures set state = 'CONFIRMED', decided_by = ?, decided_at = ?
            where county = ? and person = ? and state = 'WAITING' and asked_by <> ?
                and exists (select 1 from people d where d.county = ? and d.id = ?)
            returning id
            """;

    /** Whoever asked or confirmed may have come after the backup; then there is nobody who did. */
    private static final String ADD =
            """
            insert into erasures (county, id, person, asked_by, asked_at, reason, state, decided_by, decided_at)
            select p.county, ?, p.id, a.id, ?, ?, 'CONFIRMED', d.id, ? from people p
            join people a on a.county = p.county and a.id = ?
            join people d on d.county = p.county and d.id = ?
            where p.county = ? and p.id = ? on conflict do nothing returning id
            """;

    /** In the name of who asked, if they are there, else in the person's own. */
    private static final String WAIT =
            """
            insert into erasures (county, id, person, asked_by, asked_at, reason, state)
            select p.county, ?, p.id, coalesce(a.id, p.id), ?, ?, 'WAITING' from people p
            left join people a on a.county = p.county and a.id = ?
            where p.county = ? and p.id = ? on conflict do nothing returning id
            """;

    private static final String KNOWN = "select 1 from people where county = ? and id = ?";

    private final ErasureNotes notes;
    private final CountyReads reads;
    private final CountyWrites writes;
    private final CurrentCounty county;
    private final Jobs jobs;
    private final Clock clock;

    ErasureReplay(
            ErasureNotes notes, CountyReads reads, CountyWrites writes, CurrentCounty county, Jobs jobs, Clock clock) {
        this.notes = notes;
        this.reads = reads;
        this.writes = writes;
        this.county = county;
        this.jobs = jobs;
        this.clock = clock;
    }

    @Override
    public String name() {
        return NAME;
    }

    /** @param id the county's, as which it runs */
    @Override
    public void run(String id) {
        Map<UUID, Erasure> decided =
                reads.rows(Erasure.SELECT + "and e.state in ('CONFIRMED', 'DONE')", Erasure::of, id).stream()
                        .collect(Collectors.toMap(Erasure::person, Function.identity()));
        Set<UUID> noted = notes.people();
        // Of before notes were written.
        decided.values().stream()
                .filter(one -> one.isDone() && !noted.contains(one.person()))
                .forEach(one -> alone(one.person(), () -> notes.write(Note.of(one))));
        Set<UUID> back = new HashSet<>(noted);
        back.removeAll(decided.keySet());
        back.stream().filter(this::isThere).forEach(person -> alone(person, () -> again(person)));
    }

    /** One who cannot be erased again must not keep the others from it, tonight and every night. */
    private static void alone(UUID person, Runnable work) {
        try {
            work.run();
        } catch (RuntimeException failed) {
            LOG.errorf(failed, "Whether a backup brought %s back was not seen to", person);
        }
    }

    /** The next night tries again. */
    @Override
    public void onExhausted(String id) {
        LOG.errorf("Whether a backup brought erased people of %s back was not looked at", id);
    }

    private boolean isThere(UUID person) {
        return !reads.rows(KNOWN, row -> 1, county.id(), person).isEmpty();
    }

    private void again(UUID person) {
        Optional<Note> note = notes.of(person);
        QuarkusTransaction.requiringNew().run(() -> {
            if (note.map(this::confirmed).orElse(List.of()).isEmpty()) {
                writes.returning(
                        WAIT,
                        row -> 1,
                        Ids.next(),
                        clock.instant(),
                        Erasure.BACK,
                        note.map(Note::askedBy).orElse(person),
                        county.id(),
                        person);
                LOG.errorf("%s was erased and is back, and who decided it is not: it waits for an officer", person);
            }
        });
    }

    /** @return the erasures that are done now; none where nobody is there who decided it */
    private List<UUID> confirmed(Note note) {
        List<UUID> erasures = writes.returning(
                CONFIRM,
                row -> row.getObject(1, UUID.class),
                note.decidedBy(),
                note.decidedAt(),
                county.id(),
                note.person(),
                note.decidedBy(),
                county.id(),
                note.decidedBy());
        if (erasures.isEmpty()) {
            erasures = writes.returning(
                    ADD,
                    row -> row.getObject(1, UUID.class),
                    note.id(),
                    note.askedAt(),
                    Erasure.BACK,
                    note.decidedAt(),
                    note.askedBy(),
                    note.decidedBy(),
                    county.id(),
                    note.person());
        }
        erasures.forEach(erasure -> {
            jobs.enqueue(ErasureJob.NAME, erasure.toString(), county.id());
            LOG.warnf("%s was erased and is back: erased again", note.person());
        });
        return erasures;
    }
}
