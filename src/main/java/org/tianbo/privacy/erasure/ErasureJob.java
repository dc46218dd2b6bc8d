package org.tianbo.privacy.erasure;

import io.quarkus.arc.All;
import io.quarkus.narayana.jta.QuarkusTransaction;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Clock;
import java.util.Comparator;
import java.util.List;
import java.util.UUID;
import org.jboss.logging.Logger;
import org.tianbo.platform.jobs.Job;
import org.tianbo.platform.privacy.PersonalData;
import org.tianbo.platform.privacy.PersonalKind;
import org.tianbo.platform.privacy.PersonalRecords;
import org.tianbo.platform.security.CountyWrites;
import org.tianbo.platform.security.CurrentCounty;
import org.tianbo.privacy.erasure.ErasureNotes.Note;
import org.tianbo.privacy.key.PhoneSealing;
import org.tianbo.privacy.known.KnownData;
import org.tianbo.privacy.retention.Removals;

/**
 * Has every feature erase what it holds, one after the other: first who the person is and how they sign in. Stopped
 * half-way it begins anew, for what is erased already is no fault. In the end it looks whether anything is left that
 * should be gone.
 */
@ApplicationScoped
class ErasureJob implements Job {

    static final String NAME = "privacy.erasure";

    private static final Logger LOG = Logger.getLogger(ErasureJob.class);

    private static final String PROGRESS =
            "update erasures set parts = ?, done = ? where county = ? and id = ? returning id";

    private static final String DONE =
            """
            update erasures set state = 'DONE', done = parts, failed_at = null, ended_at = ?
            where county = ? and id = ? and state = 'CONFIRMED' returning id
            """;

    private static final String FAILED =
            "update erasures set failed_at = ? where county = ? and id = ? and state = 'CONFIRMED' returning id";

    private final List<PersonalData> features;
    private final Erasures erasures;
    private final KnownData known;
    private final Removals removals;
    private final ErasureNotes notes;
    private final PhoneSealing phones;
    private final CountyWrites writes;
    private final CurrentCounty county;
    private final Clock clock;

    ErasureJob(
            @All List<PersonalData> features,
            Erasures erasures,
            KnownData known,
            Removals removals,
            ErasureNotes notes,
            PhoneSealing phones,
            CountyWrites writes,
            CurrentCounty county,
            Clock clock) {
        this.features = features.stream()
                .sorted(Comparator.comparing(ErasureJob::firstKind))
                .toList();
        this.erasures = erasures;
        this.known = known;
        this.removals = removals;
        this.notes = notes;
        this.phones = phones;
        this.writes = writes;
        this.county = county;
        this.clock = clock;
    }

    @Override
    public String name() {
        return NAME;
    }

    @Override
    public void run(String id) {
        erasures.one(UUID.fromString(id)).filter(Erasure::isGoingOn).ifPresent(this::erase);
    }

    /** Officers see it, and can have it go on. */
    @Override
    public void onExhausted(String id) {
        writes.returning(FAILED, row -> row.getString(1), clock.instant(), county.id(), UUID.fromString(id));
    }

    private void erase(Erasure confirmed) {
        UUID erasure = confirmed.id();
        UUID person = confirmed.person();
        erasures.refuseStaff(person);
        // Numbers are compared as they are stored: sealed.
        phones.run(county.id());
        int done = 0;
        for (PersonalData feature : features) {
            writes.returning(PROGRESS, row -> row.getString(1), features.size(), done++, county.id(), erasure);
            feature.erase(person);
        }
        known.kinds(person).stream()
                .filter(kind -> kind.kind().erasure() == PersonalKind.Erasure.REMOVED && kind.count() > 0)
                .findFirst()
                .ifPresent(left -> {
                    throw new IllegalStateException("Not erased: " + left.count() + " of " + left.kind());
                });
        if (!features.stream().allMatch(feature -> feature.stored(person).isEmpty())) {
            throw new IllegalStateException("Files of " + person + " are still stored");
        }
        notes.write(Note.of(confirmed));
        QuarkusTransaction.requiringNew().run(() -> {
            if (!writes.returning(DONE, row -> row.getString(1), clock.instant(), county.id(), erasure)
                    .isEmpty()) {
                removals.note(Removals.Why.ERASURE, null, 1);
            }
        });
        LOG.infof("%s is erased", person);
    }

    private static PersonalKind firstKind(PersonalData feature) {
        return feature.records().stream()
                .map(PersonalRecords::kind)
                .min(Comparator.naturalOrder())
                .orElse(PersonalKind.LEDGER);
    }
}
