package org.tianbo.cohort.transfer;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import java.time.Clock;
import java.time.Duration;
import java.time.LocalDate;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.UUID;
import org.jboss.logging.Logger;
import org.tianbo.cohort.CohortRefused;
import org.tianbo.cohort.transfer.Transfer.State;
import org.tianbo.cohort.transfer.TransferTable.Consented;
import org.tianbo.notification.Inbox;
import org.tianbo.notification.NewMessage;
import org.tianbo.people.Counties;
import org.tianbo.people.Counties.CountyView;
import org.tianbo.people.People;
import org.tianbo.people.PersonEdits;
import org.tianbo.people.StaffVillages;
import org.tianbo.platform.data.Page;
import org.tianbo.platform.security.CurrentCounty;
import org.tianbo.platform.time.Zones;

/** The old county's side, and the trainee's: ask, consent or not, take back. And what both counties see of it. */
@ApplicationScoped
public class Transfers {

    private static final Logger LOG = Logger.getLogger(Transfers.class);
    private static final int LONGEST = 200;
    private static final Duration SHOWN_ON_HOME = Duration.ofDays(60);
    private static final UUID AFTER_ALL = new UUID(-1, -1);

    private final TransferTable table;
    private final TransferMoves moves;
    private final People people;
    private final PersonEdits edits;
    private final StaffVillages villages;
    private final Counties counties;
    private final Inbox inbox;
    private final CurrentCounty county;
    private final Clock clock;

    Transfers(
            TransferTable table,
            TransferMoves moves,
            People people,
            PersonEdits edits,
            StaffVillages villages,
            Counties counties,
            Inbox inbox,
            CurrentCounty county,
            Clock clock) {
        this.table = table;
        this.moves = moves;
        this.people = people;
        this.edits = edits;
        this.villages = villages;
        this.counties = counties;
        this.inbox = inbox;
        this.county = county;
        this.clock = clock;
    }

    /** Where a trainee can go: every county but this. */
    public List<CountyView> others() {
        return counties.ids().stream()
                .filter(id -> !id.equals(county.id()))
                .map(counties::county)
                .flatMap(Optional::stream)
                .toList();
    }

    /** @param before the last one of the page before */
    public Page<Transfer, UUID> page(Optional<UUID> before, int size) {
        return table.page(before.orElse(AFTER_ALL), size);
    }

    /** As this county sees it; a fault of kind NOT_FOUND when it is neither of the two, or not told of it yet. */
    public Transfer one(UUID id) {
        return table.one(id).orElseThrow(TransferRefused::unknown);
    }

    /** What waits for the trainee, or for the other county. */
    public Optional<Transfer> openOf(UUID person) {
        return table.openOf(person);
    }

    /**
     * Asks the trainee whether they want to go. The same id again is the same as once.
     *
     * @param to id of the other county
     */
    @Transactional
    public void ask(UUID id, UUID person, String to, String typedReason, UUID by) {
        String reason = text("reason", typedReason);
        if (others().stream().noneMatch(one -> one.id().equals(to))) {
            throw CohortRefused.because("to", "cohort.transfer-county-unknown");
        }
        people.trainee(person);
        if (people.isStaff(person) || !villages.sees(person)) {
            throw TransferRefused.unknown();
        }
        if (!table.add(id, person, to, edits.of(person), reason, by)) {
            throw TransferRefused.alreadyAsked();
        }
        inbox.put(new NewMessage(
                person,
                "cohort.transfer",
                id,
                counties.county(to).map(CountyView::nameZh).orElse(to),
                clock.instant().plus(SHOWN_ON_HOME),
                "/transfer"));
        LOG.infof("Transfer %s of %s to %s asked for by %s", id, person, to, by);
    }

    /** The trainee says yes, on their own phone. Twice is the same as once. */
    @Transactional(Transactional.TxType.NEVER)
    public void consent(UUID id, UUID person) {
        Transfer one = ofTrainee(id, person);
        if (one.isAsked()) {
            consented(id, person, new Consented("PHONE", null, null, null));
        }
    }

    /** The trainee says no, or no any more. */
    @Transactional(Transactional.TxType.NEVER)
    public void decline(UUID id, UUID person) {
        end(ofTrainee(id, person), State.DECLINED, "");
    }

    /**
     * The trainee has said yes on a paper.
     *
     * @param signedOn the day on it, which is past
     * @param typedPaper where it is kept
     */
    @Transactional(Transactional.TxType.NEVER)
    public void consentOnPaper(UUID id, Optional<LocalDate> signedOn, String typedPaper, UUID by) {
        Transfer one = outgoing(id);
        String paper = text("paper", typedPaper);
        LocalDate today = LocalDate.ofInstant(clock.instant(), Zones.SHANGHAI);
        LocalDate day = signedOn.filter(signed -> !signed.isAfter(today) && signed.isAfter(today.minusYears(1)))
                .orElseThrow(() -> CohortRefused.because("signedOn", "cohort.transfer-day"));
        if (one.state() != State.CONSENTED) {
            consented(id, one.person().orElseThrow(), new Consented("PAPER", day, paper, by));
        }
    }

    /** The old county calls it off. */
    @Transactional(Transactional.TxType.NEVER)
    public void takeBack(UUID id, String reason, UUID by) {
        end(outgoing(id), State.TAKEN_BACK, text("reason", reason));
        LOG.infof("Transfer %s taken back by %s", id, by);
    }

    private void consented(UUID id, UUID person, Consented consented) {
        if (!table.consent(id, consented, edits.of(person))) {
            throw TransferRefused.changedMeanwhile();
        }
        LOG.infof("%s consented to transfer %s, %s", person, id, consented.how());
    }

    private void end(Transfer one, State to, String why) {
        if (one.state() != to) {
            moves.move(one, to, why);
        }
    }

    private Transfer outgoing(UUID id) {
        return Optional.of(one(id)).filter(Transfer::outgoing).orElseThrow(TransferRefused::unknown);
    }

    private Transfer ofTrainee(UUID id, UUID person) {
        return Optional.of(outgoing(id))
                .filter(one -> one.person().equals(Optional.of(person)))
                .orElseThrow(TransferRefused::unknown);
    }

    static String text(String field, String typed) {
        String text = Objects.toString(typed, "").replaceAll("\\p{Cntrl}+", " ").strip();
        if (text.isEmpty() || text.length() > LONGEST) {
            throw CohortRefused.because(
                    field, text.isEmpty() ? "cohort.transfer-text-missing" : "cohort.reason-too-long");
        }
        return text;
    }
}
