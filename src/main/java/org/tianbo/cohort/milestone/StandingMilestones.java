package org.tianbo.cohort.milestone;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import java.util.Comparator;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.stream.Collectors;
import org.tianbo.cohort.Stage;
import org.tianbo.cohort.VerifiedMilestones;

/** Tells the ledger what can be paid for. */
@ApplicationScoped
class StandingMilestones implements VerifiedMilestones {

    private final MilestoneRepository milestones;

    StandingMilestones(MilestoneRepository milestones) {
        this.milestones = milestones;
    }

    private record Place(UUID cohort, Stage stage) {}

    @Override
    @Transactional
    public List<Reached> of(UUID trainee) {
        Map<Place, Milestone> last = milestones.ofTrainee(trainee).stream()
                .collect(Collectors.toMap(
                        milestone -> new Place(milestone.cohort, milestone.stage),
                        milestone -> milestone,
                        (earlier, later) -> later));
        Map<Stage, Reached> standing = new EnumMap<>(Stage.class);
        last.values().stream()
                .filter(milestone -> milestone.change == StageChange.Change.REACHED)
                .filter(milestone -> milestone.evidenceKind.isVerified())
                .sorted(Comparator.comparing(milestone -> milestone.at))
                .forEach(milestone -> standing.putIfAbsent(
                        milestone.stage,
                        new Reached(
                                milestone.stage,
                                milestone.cohort,
                                milestone.at,
                                milestone.fact().evidence().page(milestone.cohort, trainee))));
        return List.copyOf(standing.values());
    }
}
