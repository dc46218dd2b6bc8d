package org.tianbo.cohort.transfer;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.jboss.logging.Logger;
import org.tianbo.cohort.CohortRefused;
import org.tianbo.cohort.enrolment.Consent;
import org.tianbo.cohort.joining.Admission;
import org.tianbo.cohort.transfer.Transfer.State;
import org.tianbo.people.PersonDetails;
import org.tianbo.people.PersonEdits;
import org.tianbo.people.PersonView;
import org.tianbo.platform.error.Fault;
import org.tianbo.platform.jobs.Jobs;

/** The receiving county's side: take somebody in, into a class, or say why not. */
@ApplicationScoped
public class Arrivals {

    private static final Logger LOG = Logger.getLogger(Arrivals.class);

    private final TransferTable table;
    private final TransferMoves moves;
    private final Admission admission;
    private final PersonEdits edits;
    private final Jobs jobs;

    Arrivals(TransferTable table, TransferMoves moves, Admission admission, PersonEdits edits, Jobs jobs) {
        this.table = table;
        this.moves = moves;
        this.admission = admission;
        this.edits = edits;
        this.jobs = jobs;
    }

    /**
     * How somebody is taken in.
     *
     * @param cohort the class; empty where none was chosen
     * @param village where they live now
     * @param idNumber empty where it is not known yet; the old county's cannot be carried over, for each county hashes
     *     it by its own key
     * @param known the one of this county's people who it is; empty for somebody new
     */
    public record Choice(
            Optional<UUID> cohort, Optional<UUID> village, Optional<String> idNumber, Optional<UUID> known) {}

    /** Whom this county has of that phone. */
    public List<PersonView> alike(Transfer one) {
        return edits.alike(details(one, Optional.empty()));
    }

    /**
     * Takes them in; the old county's classes and card end by themselves after that. Done again it is the same as once.
     *
     * @return whom this county has of them
     */
    @Transactional(Transactional.TxType.NEVER)
    public UUID accept(UUID id, Choice choice, UUID by) {
        Transfer one = incoming(id);
        if (one.isAccepted()) {
            return one.person().orElseThrow();
        }
        UUID cohort = choice.cohort().orElseThrow(() -> CohortRefused.because("cohort", "cohort.class-not-chosen"));
        moves.move(one, State.ACCEPTING, null);
        UUID person = admitted(one, cohort, choice, by);
        moves.arrived(one, () -> jobs.enqueue(DepartureJob.NAME, id.toString(), one.other()));
        LOG.infof("Transfer %s accepted by %s", id, by);
        return person;
    }

    @Transactional(Transactional.TxType.NEVER)
    public void refuse(UUID id, String reason, UUID by) {
        Transfer one = incoming(id);
        String why = Transfers.text("reason", reason);
        if (one.state() != State.REFUSED) {
            moves.move(one, State.REFUSED, why);
        }
        LOG.infof("Transfer %s refused by %s", id, by);
    }

    /** What does not fit is said, and the transfer waits as before. */
    private UUID admitted(Transfer one, UUID cohort, Choice choice, UUID by) {
        try {
            return moves.admit(
                    one,
                    cohort,
                    () -> admission.admit(
                            cohort,
                            new Admission.Newcomer(
                                    one.id(), choice.known(), details(one, choice.village()), choice.idNumber()),
                            one.id().toString(),
                            one.consent().equals("PHONE") ? Consent.onTheirPhone(by) : Consent.onPaper(by),
                            by));
        } catch (Fault refused) {
            moves.backToConsented(one);
            throw refused;
        }
    }

    private static PersonDetails details(Transfer one, Optional<UUID> village) {
        return new PersonDetails(one.name(), one.mobile(), village, one.gender(), one.category(), "");
    }

    private Transfer incoming(UUID id) {
        return table.one(id).filter(one -> !one.outgoing()).orElseThrow(TransferRefused::unknown);
    }
}
