package org.tianbo.cohort.cards;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.jboss.logging.Logger;
import org.tianbo.cohort.CohortRefused;
import org.tianbo.cohort.enrolment.ClassMembers;
import org.tianbo.cohort.enrolment.ClassMembers.Filter;
import org.tianbo.cohort.enrolment.Cohorts;
import org.tianbo.people.StaffVillages;
import org.tianbo.platform.data.Ids;
import org.tianbo.platform.error.NotFound;
import org.tianbo.platform.error.Refused;
import org.tianbo.platform.jobs.Jobs;
import org.tianbo.platform.paper.PdfWriter;
import org.tianbo.platform.security.CurrentCounty;

/** Cards for all of a class who lack one: asked for, looked at, fetched as one file, removed. */
@ApplicationScoped
public class CardRuns {

    /** How long a file can be fetched. */
    public static final Duration KEPT = Duration.ofHours(24);

    /** A file of two hundred pages; who lacks a card still is in the next run. */
    public static final int MOST = 2_000;

    private static final Logger LOG = Logger.getLogger(CardRuns.class);

    private final CardRunTable table;
    private final CardSeal seal;
    private final Cohorts cohorts;
    private final ClassMembers members;
    private final StaffVillages villages;
    private final PdfWriter pdf;
    private final Jobs jobs;
    private final CurrentCounty county;
    private final Clock clock;

    CardRuns(
            CardRunTable table,
            CardSeal seal,
            Cohorts cohorts,
            ClassMembers members,
            StaffVillages villages,
            PdfWriter pdf,
            Jobs jobs,
            CurrentCounty county,
            Clock clock) {
        this.table = table;
        this.seal = seal;
        this.cohorts = cohorts;
        this.members = members;
        this.villages = villages;
        this.pdf = pdf;
        this.jobs = jobs;
        this.county = county;
        this.clock = clock;
    }

    /**
     * Has cards made for those of the class whom whoever asks sees. The same form sent twice, or while a run of the
     * class is going on, leads to that run.
     *
     * @param replace whether those who have a card get another too; without it only those without one
     * @param shownAt when the form was shown
     * @return the run
     * @throws Refused when nobody lacks a card
     */
    @Transactional
    public UUID begin(UUID cohort, boolean replace, Instant shownAt, CardWords words, UUID by) {
        cohorts.require(cohort);
        table.lock(cohort);
        Optional<UUID> there = table.since(cohort, shownAt, by);
        if (there.isPresent()) {
            return there.get();
        }
        List<UUID> people = members.after(cohort, replace ? Filter.ALL : Filter.WITHOUT_CARD, Optional.empty(), MOST);
        // Nobody gets a new PIN that could not be printed.
        pdf.requireFont();
        if (people.isEmpty()) {
            throw CohortRefused.because("run", "cohort.nobody-lacks-a-card");
        }
        UUID run = Ids.next();
        table.add(run, cohort, by, clock.instant(), words, people);
        jobs.enqueue(CardRunJob.NAME, run.toString(), county.id());
        LOG.infof("%d cards of class %s asked for by %s", people.size(), cohort, by);
        return run;
    }

    /** The latest of the class, at most five. */
    public List<CardRun> latest(UUID cohort) {
        return table.latest(cohort);
    }

    /** @throws NotFound when the class has none of that id */
    public CardRun one(UUID cohort, UUID run) {
        return table.one(run).filter(one -> one.cohort().equals(cohort)).orElseThrow(Unknown::new);
    }

    /**
     * The cards, as PDF; the PINs are theirs alone who asked for them.
     *
     * @throws NotFound when there is none, or it was removed, or somebody else asked for it, or the
     *     reader does not see everybody in it any more
     */
    public byte[] file(UUID cohort, UUID run, UUID reader) {
        List<UUID> holders = table.holders(ofReader(cohort, run, reader).id());
        if (!villages.seen(holders).containsAll(holders)) {
            throw new Unknown();
        }
        return table.file(run)
                .flatMap(stored -> seal.open(stored, run.toString()))
                .orElseThrow(Unknown::new);
    }

    /** It is printed; twice is the same as once. */
    @Transactional
    public void remove(UUID cohort, UUID run, UUID reader) {
        table.remove(ofReader(cohort, run, reader).id(), clock.instant());
    }

    private CardRun ofReader(UUID cohort, UUID run, UUID reader) {
        return Optional.of(one(cohort, run))
                .filter(one -> one.askedBy().equals(reader))
                .orElseThrow(Unknown::new);
    }

    /** The class has no such run, or not for this reader. */
    private static class Unknown extends NotFound {

        private static final long serialVersionUID = 1L;

        Unknown() {
            super("cohort.card-run-unknown");
        }
    }
}
