package org.tianbo.privacy.copy;

import io.quarkus.narayana.jta.QuarkusTransaction;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import java.io.InputStream;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import java.util.UUID;
import org.tianbo.media.Media;
import org.tianbo.people.People;
import org.tianbo.platform.data.Ids;
import org.tianbo.platform.error.Refused;
import org.tianbo.platform.jobs.Jobs;
import org.tianbo.platform.security.CountyReads;
import org.tianbo.platform.security.CountyWrites;
import org.tianbo.platform.security.CurrentCounty;
import org.tianbo.privacy.PrivacyConfig;
import org.tianbo.privacy.PrivacyRefused;
import org.tianbo.privacy.known.KnownData;
import org.tianbo.privacy.retention.Removals;

/** Copies that people asked for; each is for its own person alone. */
@ApplicationScoped
public class DataCopies {

    /** A copy asked for again so soon would hold the same. */
    private static final Duration STANDS_FOR = Duration.ofDays(1);

    private static final String LATEST = "select " + DataCopy.COLUMNS
            + " from data_copies where county = ? and person = ? order by asked_at desc, id desc limit 1";

    private static final String ALL = "select id from data_copies where county = ? and person = ?";

    private static final String ONE = "select " + DataCopy.COLUMNS + " from data_copies where county = ? and id = ?";

    private static final String ASK =
            "insert into data_copies (county, id, person, asked_at) values (?, ?, ?, ?) returning id";

    private static final String PROGRESS =
            "update data_copies set parts = ?, done = ? where county = ? and id = ? returning id";

    private static final String READY =
            """
            update data_copies set ready_at = ?, expires_at = ?, bytes = ?, done = parts
            where county = ? and id = ? and ended_at is null returning id
            """;

    private static final String END =
            """
            update data_copies set ended_at = ?, failed = ready_at is null
            where county = ? and id = ? and ended_at is null returning id
            """;

    private final CountyReads reads;
    private final CountyWrites writes;
    private final CurrentCounty county;
    private final People people;
    private final KnownData known;
    private final Media media;
    private final Removals removals;
    private final Jobs jobs;
    private final PrivacyConfig config;
    private final Clock clock;

    DataCopies(
            CountyReads reads,
            CountyWrites writes,
            CurrentCounty county,
            People people,
            KnownData known,
            Media media,
            Removals removals,
            Jobs jobs,
            PrivacyConfig config,
            Clock clock) {
        this.reads = reads;
        this.writes = writes;
        this.county = county;
        this.people = people;
        this.known = known;
        this.media = media;
        this.removals = removals;
        this.jobs = jobs;
        this.config = config;
        this.clock = clock;
    }

    /** The one asked for last. */
    public Optional<DataCopy> latest(UUID person) {
        return reads.rows(LATEST, DataCopy::of, county.id(), person).stream().findFirst();
    }

    /**
     * Has one made; asked again while it is being made, or within a day of it, that one is meant.
     *
     * @throws Refused once it is confirmed that the person is erased
     */
    @Transactional
    public void ask(UUID person) {
        people.lock(person);
        known.refuseErased(person);
        Instant yesterday = now().minus(STANDS_FOR);
        if (latest(person)
                .filter(copy ->
                        copy.isBeingMade() || copy.isReady() && copy.askedAt().isAfter(yesterday))
                .isPresent()) {
            return;
        }
        latest(person)
                .filter(DataCopy::isReady)
                .ifPresent(old -> jobs.enqueue(RemovalJob.NAME, old.id() + "/now", county.id()));
        UUID id = Ids.next();
        writes.returning(ASK, row -> row.getString(1), county.id(), id, person, now());
        jobs.enqueue(CopyJob.NAME, id.toString(), county.id());
    }

    /**
     * The bytes of a copy.
     *
     * @param person who asks for them; of anybody else's there is none
     */
    public InputStream open(UUID id, UUID person) {
        DataCopy copy = one(id).filter(one -> one.person().equals(person)).orElseThrow(PrivacyRefused::unknown);
        if (!copy.isReady() || copy.expiresAt().isBefore(now())) {
            throw PrivacyRefused.copyGone();
        }
        return media.open(DataCopy.key(county.id(), id));
    }

    Optional<DataCopy> one(UUID id) {
        return reads.rows(ONE, DataCopy::of, county.id(), id).stream().findFirst();
    }

    void progress(UUID id, int parts, int done) {
        writes.returning(PROGRESS, row -> row.getString(1), parts, done, county.id(), id);
    }

    /** It can be fetched now; one that was ended meanwhile is removed. */
    @Transactional
    void ready(UUID id, long bytes) {
        Instant until = now().plus(config.copyRetention());
        boolean ended = writes.returning(READY, row -> row.getString(1), now(), until, bytes, county.id(), id)
                .isEmpty();
        if (ended) {
            media.delete(DataCopy.key(county.id(), id));
            return;
        }
        jobs.enqueue(RemovalJob.NAME, id.toString(), county.id(), until);
    }

    /** Its bytes are gone, or could not be made. */
    void end(UUID id) {
        media.delete(DataCopy.key(county.id(), id));
        QuarkusTransaction.requiringNew().run(() -> {
            if (!writes.returning(END, row -> row.getString(1), now(), county.id(), id)
                    .isEmpty()) {
                removals.note(Removals.Why.COPIES, null, 1);
            }
        });
    }

    /** Every one that was ever made or is being made for this person. */
    void endAll(UUID person) {
        reads.rows(ALL, row -> row.getObject(1, UUID.class), county.id(), person)
                .forEach(this::end);
    }

    private Instant now() {
        return clock.instant();
    }
}
