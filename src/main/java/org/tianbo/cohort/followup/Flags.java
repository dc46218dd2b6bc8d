package org.tianbo.cohort.followup;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import java.time.Clock;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.Collectors;
import org.jboss.logging.Logger;
import org.tianbo.cohort.CohortSettings;
import org.tianbo.cohort.FollowUpRefused;
import org.tianbo.cohort.enrolment.CohortView;
import org.tianbo.cohort.enrolment.Cohorts;
import org.tianbo.platform.data.Page;
import org.tianbo.platform.error.Refused;

/** What is odd about visits: found as they come, looked at and decided by people. */
@ApplicationScoped
public class Flags {

    private static final Logger LOG = Logger.getLogger(Flags.class);

    private final FlagTable table;
    private final Cohorts cohorts;
    private final CohortSettings settings;
    private final Clock clock;

    Flags(FlagTable table, Cohorts cohorts, CohortSettings settings, Clock clock) {
        this.table = table;
        this.cohorts = cohorts;
        this.settings = settings;
        this.clock = clock;
    }

    /** Looks at a visit that was just written down. */
    void look(Visit visit) {
        CohortView cohort = cohorts.cohort(visit.cohort());
        OddVisits.Around around = new OddVisits.Around(
                cohort.to(),
                FollowUpPlan.of(settings).due(cohort.to(), visit.round()).on(),
                settings.soonDays(),
                settings.lateDays(),
                table.toldOfDay(visit.by(), visit.report().on()),
                table.sameWords(visit),
                visit.report().place() == null ? List.of() : table.placesOfVillage(visit));
        OddVisits.in(visit, around, settings.oddFrom()).forEach(found -> add(visit, found));
    }

    void lookAtPhoto(Visit visit, String sha256) {
        table.samePhoto(visit.id(), sha256)
                .forEach(other -> add(visit, new OddVisits.Found(Flag.Kind.SAME_PHOTO, other, null)));
    }

    private void add(Visit visit, OddVisits.Found found) {
        table.add(visit.id(), found, clock.instant());
        LOG.infof("Visit %s: %s", visit.id(), found.kind());
    }

    /** The flags of these visits, by visit. */
    Map<UUID, List<Flag>> of(Collection<UUID> visits) {
        return visits.isEmpty()
                ? Map.of()
                : table.ofVisits(visits).stream().map(FlagLine::flag).collect(Collectors.groupingBy(Flag::visit));
    }

    /** How many nobody has decided. */
    @Transactional
    public int open() {
        return table.open();
    }

    /** @param decided those that somebody has decided, else those that wait */
    @Transactional
    public Page<FlagLine, FlagLine.Position> page(boolean decided, Optional<FlagLine.Position> after, int size) {
        return Page.of(table.page(decided, after, size + 1), size, FlagLine::position);
    }

    /** @throws Refused when there is none in this county */
    @Transactional
    public FlagLine flag(UUID id) {
        return table.find(id).orElseThrow(FollowUpRefused::unknown);
    }

    /**
     * Says what a flag turned out to be; a later decision outdates this one, and both are kept.
     *
     * @param decision null where none was chosen
     * @throws Refused also for the visitor's own visit
     */
    @Transactional
    public void decide(UUID id, Flag.Decision decision, String reason, UUID by) {
        FlagLine line = flag(id);
        if (line.visitor().equals(by)) {
            throw FollowUpRefused.ownVisit();
        }
        if (decision == null) {
            throw FollowUpRefused.because("decision", "followup.decision-missing");
        }
        String why = reason.strip();
        if (why.isEmpty() || why.length() > VisitReport.SHORT) {
            throw FollowUpRefused.because(
                    "reason", why.isEmpty() ? "followup.reason-missing" : "followup.text-too-long");
        }
        table.decide(id, decision, why, by, clock.instant());
        LOG.infof("Flag %s decided: %s", id, decision);
    }
}
