package org.tianbo.cohort.spotcheck;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Event;
import jakarta.transaction.Transactional;
import java.security.SecureRandom;
import java.time.Clock;
import java.time.LocalDate;
import java.util.HexFormat;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.jboss.logging.Logger;
import org.tianbo.cohort.FollowUpRefused;
import org.tianbo.cohort.SpotCheckRecorded;
import org.tianbo.platform.data.Page;
import org.tianbo.platform.error.Refused;
import org.tianbo.platform.security.CurrentCounty;

/** Draws samples of visits and writes down what came of calling their trainees. */
@ApplicationScoped
public class SpotChecks {

    private static final Logger LOG = Logger.getLogger(SpotChecks.class);
    private static final int SEED_BYTES = 16;
    private static final int MOST = 500;
    private static final int WHOLE = 100;
    private static final int LONGEST = 200;

    private final SpotCheckTable table;
    private final CurrentCounty county;
    private final Event<SpotCheckRecorded> recorded;
    private final Clock clock;
    private final SecureRandom chance = new SecureRandom();

    SpotChecks(SpotCheckTable table, CurrentCounty county, Event<SpotCheckRecorded> recorded, Clock clock) {
        this.table = table;
        this.county = county;
        this.recorded = recorded;
        this.clock = clock;
    }

    /**
     * What is asked for.
     *
     * @param id named by the page; sent again it changes nothing
     * @param cohort null for all classes
     * @param number so many visits, or so many of a hundred
     */
    public record Wanted(UUID id, UUID cohort, LocalDate from, LocalDate to, int number, boolean percent, UUID by) {}

    /**
     * Draws a sample; nobody chooses the seed, and no sample is ever taken back.
     *
     * @throws Refused when a field does not fit, or there is nobody to draw
     */
    @Transactional
    public void draw(Wanted wanted) {
        if (table.find(wanted.id()).isPresent()) {
            return;
        }
        if (wanted.from() == null || wanted.to() == null || wanted.to().isBefore(wanted.from())) {
            throw FollowUpRefused.because("from", "followup.days-missing");
        }
        if (wanted.number() < 1 || wanted.number() > (wanted.percent() ? WHOLE : MOST)) {
            throw FollowUpRefused.because("number", "followup.number-out-of-range");
        }
        List<UUID> population = Draw.sorted(table.population(wanted.cohort(), wanted.from(), wanted.to()));
        if (population.isEmpty()) {
            throw FollowUpRefused.because("from", "followup.nobody-to-draw");
        }
        byte[] bytes = new byte[SEED_BYTES];
        chance.nextBytes(bytes);
        String seed = HexFormat.of().formatHex(bytes);
        int size = Draw.size(wanted.number(), wanted.percent(), population.size());
        table.add(wanted, seed, population, Draw.sample(seed, population, size), clock.instant());
        announce(wanted.id());
        LOG.infof("Sample %s of %d out of %d visits drawn", wanted.id(), size, population.size());
    }

    private void announce(UUID sample) {
        recorded.fire(new SpotCheckRecorded(county.id(), sample, clock.instant()));
    }

    /** The latest first. @param before the last one of the page before */
    @Transactional
    public Page<SpotCheck, UUID> page(Optional<UUID> before, int size) {
        return Page.of(table.page(before, size + 1), size, SpotCheck::id);
    }

    /** @throws Refused when there is none in this county */
    @Transactional
    public SpotCheck check(UUID id) {
        return table.find(id).orElseThrow(FollowUpRefused::sampleUnknown);
    }

    /** Whether the same is drawn again from what is stored; reads every visit the sample was drawn from. */
    @Transactional
    public boolean holds(UUID sample) {
        return table.holds(sample);
    }

    @Transactional
    public List<SpotCheck.Line> lines(UUID sample, boolean mayCall) {
        return table.lines(sample, mayCall);
    }

    /**
     * Writes down what came of a call.
     *
     * @param id named by the page; null where it named none
     * @param result null where none was chosen
     * @throws Refused also for the caller's own visit
     */
    @Transactional
    public void called(UUID id, UUID sample, UUID visit, SpotCheck.Result result, String words, UUID by) {
        SpotCheck.Line line = table.lines(sample, false).stream()
                .filter(one -> one.visit().equals(visit))
                .findFirst()
                .orElseThrow(FollowUpRefused::sampleUnknown);
        if (line.visitor().equals(by)) {
            throw FollowUpRefused.ownVisit();
        }
        if (result == null) {
            throw FollowUpRefused.because("result", "followup.result-missing");
        }
        String said = words.strip();
        if (said.length() > LONGEST) {
            throw FollowUpRefused.because("words", "followup.text-too-long");
        }
        if (result == SpotCheck.Result.CONTRADICTED && said.isEmpty()) {
            throw FollowUpRefused.because("words", "followup.contradiction-missing");
        }
        if (table.addCall(id, sample, visit, result, said, by, clock.instant())) {
            announce(sample);
            LOG.infof("Sample %s: visit %s %s", sample, visit, result);
        }
    }
}
