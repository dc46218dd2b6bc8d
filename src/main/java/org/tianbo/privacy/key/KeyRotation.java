package org.tianbo.privacy.key;

import jakarta.enterprise.context.ApplicationScoped;
import java.time.Clock;
import java.time.Duration;
import java.util.HexFormat;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.concurrent.atomic.AtomicInteger;
import org.jboss.logging.Logger;
import org.tianbo.platform.data.KeysetPages;
import org.tianbo.platform.jobs.Job;
import org.tianbo.platform.security.CountyReads;
import org.tianbo.platform.security.CountyWrites;
import org.tianbo.platform.security.CurrentCounty;

/**
 * Brings a county under the first master key: the keys of its people are wrapped anew, its phone numbers sealed anew.
 * What is done already is not touched again, so it goes on after a stop where it was. Replicas of the step before still
 * write under the second key, in counties that are through, too: the log says that nothing is under it once the last
 * round looked at every county and found nothing more to bring over.
 */
@ApplicationScoped
class KeyRotation implements Job {

    static final String NAME = "privacy.key-rotation";

    private static final Logger LOG = Logger.getLogger(KeyRotation.class);
    private static final int AT_ONCE = 500;

    /** There is a round each night. */
    private static final Duration A_ROUND = Duration.ofHours(30);

    private static final String LEFT =
            """
            select person, wrapped from personal_keys
            where county = ? and person > ? and wrapped is not null and wrapped_by is distinct from ?
            order by person limit %d
            """
                    .formatted(AT_ONCE);

    /** A key that was destroyed meanwhile stays destroyed. */
    private static final String WRAP =
            """
            update personal_keys k set wrapped = decode(one.now, 'hex'), wrapped_by = ?
            from unnest(cast(? as uuid[]), cast(? as text[]), cast(? as text[])) as one (person, was, now)
            where k.county = ? and k.person = one.person and k.wrapped = decode(one.was, 'hex')
            returning k.person
            """;

    private static final String FINISHED =
            """
            insert into key_rotations (county, master, unreadable, brought, finished_at) values (?, ?, ?, ?, ?)
            on conflict (county, master) do update set unreadable = excluded.unreadable, brought = excluded.brought,
                finished_at = excluded.finished_at
            returning county
            """;

    /** What was found under another key is no longer so once this one began. */
    private static final String BEGIN = "delete from key_rotations where county = ? and master <> ? returning county";

    private static final String WAITING =
            """
            select count(*) from counties c
            where not exists (select 1 from key_rotations r where r.county = c.id and r.master = ?)
            """;

    /** Where keys or numbers were brought over last time, or where nobody has looked since the round before. */
    private static final String BEHIND =
            "select count(*) from key_rotations where master = ? and (brought > 0 or finished_at < ?)";

    private static final String LOST = "select coalesce(sum(unreadable), 0) from key_rotations where master = ?";

    private final MasterKeys keys;
    private final PersonalKeys people;
    private final PhoneSealing phones;
    private final CountyReads reads;
    private final CountyWrites writes;
    private final CurrentCounty current;
    private final Clock clock;

    KeyRotation(
            MasterKeys keys,
            PersonalKeys people,
            PhoneSealing phones,
            CountyReads reads,
            CountyWrites writes,
            CurrentCounty current,
            Clock clock) {
        this.keys = keys;
        this.people = people;
        this.phones = phones;
        this.reads = reads;
        this.writes = writes;
        this.current = current;
        this.clock = clock;
    }

    @Override
    public String name() {
        return NAME;
    }

    @Override
    public boolean canWait() {
        return true;
    }

    /** @param county its own, as which it runs; nothing is done where no second key is given */
    @Override
    public void run(String county) {
        if (keys.second().isEmpty()) {
            return;
        }
        writes.returning(BEGIN, row -> county, county, keys.sign());
        AtomicInteger unreadable = new AtomicInteger();
        AtomicInteger brought = new AtomicInteger();
        KeysetPages.forEach(after -> wrap(county, after, unreadable, brought));
        brought.addAndGet(phones.seal(county));
        writes.returning(
                FINISHED, row -> county, county, keys.sign(), unreadable.get(), brought.get(), clock.instant());
        LOG.infof("%s is under the master key; %d keys of people could not be read", county, unreadable.get());
        current.run(CurrentCounty.ROOT, this::report);
    }

    /** The next night goes on. */
    @Override
    public void onExhausted(String county) {
        LOG.errorf("%s is not yet under the master key; tianbo.privacy.second-master-key is still needed", county);
    }

    /** How many counties still need the second key. */
    long waiting() {
        return reads.rows(WAITING, row -> row.getLong(1), keys.sign()).get(0);
    }

    /** How many counties are through and have to be looked at once more. */
    long behind() {
        return reads.rows(
                        BEHIND,
                        row -> row.getLong(1),
                        keys.sign(),
                        clock.instant().minus(A_ROUND))
                .get(0);
    }

    private void report() {
        long waiting = waiting();
        if (waiting == 0) {
            waiting = behind();
        }
        if (waiting > 0) {
            LOG.infof("tianbo.privacy.second-master-key is still needed: %d counties wait for their turn", waiting);
            return;
        }
        long lost = reads.rows(LOST, row -> row.getLong(1), keys.sign()).get(0);
        if (lost > 0) {
            LOG.errorf("%d keys of people open under neither master key: keep both and look for the right one", lost);
        } else {
            LOG.info("Nothing is left under tianbo.privacy.second-master-key: take it out of the settings if it is"
                    + " the old key; if it is the new one, go on with the next step of the change and leave it there");
        }
    }

    private record Wrapped(UUID person, byte[] was, Optional<byte[]> now) {}

    /** @return the last of the page; null when there is none */
    private UUID wrap(String county, UUID after, AtomicInteger unreadable, AtomicInteger brought) {
        List<Wrapped> page = reads.rows(
                LEFT,
                row -> new Wrapped(
                        row.getObject("person", UUID.class),
                        row.getBytes("wrapped"),
                        people.rewrapped(row.getBytes("wrapped"))),
                county,
                after,
                keys.sign());
        List<Wrapped> known = page.stream().filter(row -> row.now().isPresent()).toList();
        unreadable.addAndGet(page.size() - known.size());
        brought.addAndGet(known.size());
        if (!known.isEmpty()) {
            writes.returning(
                    WRAP,
                    row -> 1,
                    keys.sign(),
                    known.stream().map(row -> row.person().toString()).toArray(String[]::new),
                    known.stream().map(row -> hex(row.was())).toArray(String[]::new),
                    known.stream().map(row -> hex(row.now().orElseThrow())).toArray(String[]::new),
                    county);
        }
        return page.isEmpty() ? null : page.get(page.size() - 1).person();
    }

    private static String hex(byte[] bytes) {
        return HexFormat.of().formatHex(bytes);
    }
}
