package org.tianbo.cohort.search;

import io.quarkus.hibernate.orm.panache.PanacheRepositoryBase;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.UUID;
import java.util.regex.Pattern;
import org.tianbo.cohort.CohortRefused;
import org.tianbo.platform.data.AdvisoryLocks;
import org.tianbo.platform.error.NotFound;
import org.tianbo.platform.error.Refused;

/** Lists of people that each keeps under names of their own. Nobody sees another's. */
@ApplicationScoped
public class SavedLists {

    public static final int MOST = 50;

    private static final int LONGEST_NAME = 60;
    private static final Duration RESTORABLE = Duration.ofDays(30);
    private static final Pattern CONTROLS = Pattern.compile("[\\p{Cc}\\p{Cs}]");

    private final Rows rows;
    private final Clock clock;

    SavedLists(Rows rows, Clock clock) {
        this.rows = rows;
        this.clock = clock;
    }

    @ApplicationScoped
    static class Rows implements PanacheRepositoryBase<SavedList, UUID> {

        List<SavedList> of(UUID owner) {
            return list("owner = ?1 and removedAt is null order by name, id", owner);
        }

        Optional<SavedList> one(UUID owner, UUID id) {
            return find("owner = ?1 and id = ?2", owner, id).firstResultOptional();
        }
    }

    /**
     * A kept list.
     *
     * @param list the query of its address, with its question mark; empty for everybody
     */
    public record View(UUID id, String name, String list) {

        static View of(SavedList saved) {
            return new View(saved.id, saved.name, saved.list);
        }
    }

    /** Those of the person, by name. */
    @Transactional
    public List<View> of(UUID owner) {
        return rows.of(owner).stream().map(View::of).toList();
    }

    /** One that was removed and can be brought back. */
    @Transactional
    public Optional<View> removed(UUID owner, UUID id) {
        return rows.one(owner, id).filter(one -> one.removedAt != null).map(View::of);
    }

    /**
     * Keeps the list. The same list under the same name is kept once.
     *
     * @throws Refused for a name that is taken or does not fit, or when there are {@value #MOST}
     */
    @Transactional
    public void save(UUID owner, String typed, String list) {
        String name = name(typed);
        List<SavedList> kept = locked(owner);
        Optional<SavedList> same =
                kept.stream().filter(one -> one.name.equals(name)).findFirst();
        if (same.isPresent()) {
            if (!same.get().list.equals(list)) {
                throw CohortRefused.because("list-name", "cohort.list-name-taken");
            }
            return;
        }
        refuseTooMany(kept);
        Instant now = clock.instant();
        rows.delete("owner = ?1 and removedAt < ?2", owner, now.minus(RESTORABLE));
        rows.persist(SavedList.of(owner, name, list, now));
    }

    @Transactional
    public void rename(UUID owner, UUID id, String typed) {
        String name = name(typed);
        refuseTaken(locked(owner), name, id);
        one(owner, id).name = name;
    }

    /** It can be brought back for a month. */
    @Transactional
    public void remove(UUID owner, UUID id) {
        SavedList saved = one(owner, id);
        if (saved.removedAt == null) {
            saved.removedAt = clock.instant();
        }
    }

    @Transactional
    public void restore(UUID owner, UUID id) {
        List<SavedList> kept = locked(owner);
        SavedList saved = one(owner, id);
        if (saved.removedAt != null) {
            refuseTooMany(kept);
            refuseTaken(kept, saved.name, id);
            saved.removedAt = null;
        }
    }

    private SavedList one(UUID owner, UUID id) {
        return rows.one(owner, id).orElseThrow(Unknown::new);
    }

    /** Whoever presses twice waits for themselves. */
    private List<SavedList> locked(UUID owner) {
        AdvisoryLocks.hold(rows.getEntityManager(), "lists of " + owner);
        return rows.of(owner);
    }

    private static void refuseTooMany(List<SavedList> kept) {
        if (kept.size() >= MOST) {
            throw CohortRefused.because("list-name", "cohort.too-many-lists");
        }
    }

    private static void refuseTaken(List<SavedList> kept, String name, UUID but) {
        if (kept.stream().anyMatch(one -> one.name.equals(name) && !one.id.equals(but))) {
            throw CohortRefused.because("list-name", "cohort.list-name-taken");
        }
    }

    private static String name(String typed) {
        String name =
                CONTROLS.matcher(Objects.toString(typed, "")).replaceAll(" ").strip();
        if (name.isEmpty() || name.length() > LONGEST_NAME) {
            throw CohortRefused.because(
                    "list-name", name.isEmpty() ? "cohort.list-name-missing" : "cohort.list-name-too-long");
        }
        return name;
    }

    /** The person keeps no such list. */
    private static class Unknown extends NotFound {

        private static final long serialVersionUID = 1L;

        Unknown() {
            super("cohort.list-unknown");
        }
    }
}
