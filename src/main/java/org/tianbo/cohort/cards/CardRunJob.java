package org.tianbo.cohort.cards;

import io.quarkus.narayana.jta.QuarkusTransaction;
import jakarta.enterprise.context.ApplicationScoped;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.sql.SQLException;
import java.time.Clock;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.jboss.logging.Logger;
import org.tianbo.cohort.CohortSettings;
import org.tianbo.cohort.NotEnrolled;
import org.tianbo.cohort.cards.CardRunTable.Made;
import org.tianbo.cohort.cards.CardRunTable.Outcome;
import org.tianbo.cohort.cards.CardRunTable.Waiting;
import org.tianbo.cohort.enrolment.Cohorts;
import org.tianbo.people.AccountRefused;
import org.tianbo.people.Cards;
import org.tianbo.people.Cards.CardMadeMeanwhile;
import org.tianbo.people.Cards.IssuedCard;
import org.tianbo.people.Cards.PreparedCard;
import org.tianbo.people.IdentityProviderUnavailable;
import org.tianbo.people.People;
import org.tianbo.people.PersonView;
import org.tianbo.platform.data.Slices;
import org.tianbo.platform.jobs.Job;
import org.tianbo.platform.jobs.Jobs;
import org.tianbo.platform.paper.PdfWriter;
import org.tianbo.platform.security.CurrentCounty;
import org.tianbo.platform.web.PublicAddress;

/**
 * Makes the cards of a run one after another, and then its file. Each PIN is stored before the account gets it, and
 * each outcome after: run again after a crash, it goes on with the one it was at and gives that one the same PIN.
 */
@ApplicationScoped
class CardRunJob implements Job {

    static final String NAME = "cohort.card-run";

    private static final Logger LOG = Logger.getLogger(CardRunJob.class);

    private final CardRunTable table;
    private final CardSeal seal;
    private final Cards cards;
    private final CohortSettings settings;
    private final People people;
    private final Cohorts cohorts;
    private final PublicAddress address;
    private final CardLayout layout;
    private final PdfWriter pdf;
    private final Jobs jobs;
    private final CurrentCounty county;
    private final Clock clock;

    CardRunJob(
            CardRunTable table,
            CardSeal seal,
            Cards cards,
            CohortSettings settings,
            People people,
            Cohorts cohorts,
            PublicAddress address,
            CardLayout layout,
            PdfWriter pdf,
            Jobs jobs,
            CurrentCounty county,
            Clock clock) {
        this.table = table;
        this.seal = seal;
        this.cards = cards;
        this.settings = settings;
        this.people = people;
        this.cohorts = cohorts;
        this.address = address;
        this.layout = layout;
        this.pdf = pdf;
        this.jobs = jobs;
        this.county = county;
        this.clock = clock;
    }

    @Override
    public String name() {
        return NAME;
    }

    /** @param id of the run, and behind a slash the place of the first card of a slice that is not the first */
    @Override
    public void run(String id) {
        Slice slice = Slice.parse(id);
        table.one(slice.run()).filter(CardRun::isMaking).ifPresent(run -> make(run, slice));
    }

    /**
     * Some of the cards of a run: whatever else is due goes between two of them. A slice makes its own places alone and
     * has its name by them, so that one which is run again after a crash does not make what another is making.
     */
    record Slice(UUID run, int from) {

        private static final int SIZE = 25;

        static Slice parse(String id) {
            String[] parts = id.split("/", 2);
            return new Slice(UUID.fromString(parts[0]), parts.length < 2 ? 1 : Integer.parseInt(parts[1]));
        }

        int to() {
            return from + SIZE - 1;
        }

        /** The name of the one that has this place. */
        String having(int place) {
            return run + "/" + ((place - 1) / SIZE * SIZE + 1);
        }
    }

    /** The sign-in service stayed away for about a day: the cards made until then are printed, if they can be. */
    @Override
    public void onExhausted(String id) {
        UUID run = Slice.parse(id).run();
        table.away(run);
        table.one(run).filter(CardRun::isMaking).ifPresent(one -> {
            try {
                finish(one);
            } catch (RuntimeException impossible) {
                LOG.errorf(impossible, "The file of cards %s could not be made", run);
                QuarkusTransaction.requiringNew().run(() -> table.fail(run, clock.instant()));
            }
        });
    }

    private void make(CardRun run, Slice slice) {
        Optional<Waiting> own = table.next(run.id(), slice.from(), slice.to());
        while (own.isPresent()) {
            Waiting one = own.get();
            outcome(run, one).ifPresent(outcome -> table.done(run.id(), one.place(), outcome));
            own = table.next(run.id(), slice.from(), slice.to());
        }
        Optional<Waiting> another = table.next(run.id(), 1, run.total());
        if (another.isEmpty()) {
            finish(run);
        } else {
            jobs.enqueue(NAME, slice.having(another.get().place()), county.id());
        }
    }

    /** Empty where another began it just now: it is to be looked at again. */
    private Optional<Outcome> outcome(CardRun run, Waiting one) {
        if (!isInClass(run, one.person())) {
            return Optional.of(Outcome.GONE);
        }
        try {
            return one.begunAt().isEmpty() ? made(run, one) : Optional.of(madeAgain(run, one));
        } catch (CardMadeMeanwhile byAnother) {
            return Optional.of(Outcome.MEANWHILE);
        } catch (AccountRefused refused) {
            return Optional.of(Outcome.REFUSED);
        } catch (RuntimeException fault) {
            if (passes(fault)) {
                throw fault;
            }
            LOG.errorf(fault, "The card of %s could not be made", one.person());
            return Optional.of(Outcome.REFUSED);
        }
    }

    /** Whether trying again later helps; one person's own fault would stop the cards of all others. */
    private static boolean passes(RuntimeException fault) {
        for (Throwable cause = fault; cause != null; cause = cause.getCause()) {
            if (cause instanceof IdentityProviderUnavailable
                    || cause instanceof SQLException
                    || cause instanceof InterruptedException) {
                return true;
            }
        }
        return Thread.currentThread().isInterrupted();
    }

    private Optional<Outcome> made(CardRun run, Waiting one) {
        PreparedCard prepared = settings.pictureCards() ? cards.preparePictures() : cards.prepare();
        byte[] pin = seal.seal(prepared.pin().getBytes(StandardCharsets.UTF_8), about(run, one.person()));
        if (!table.begin(run.id(), one.place(), prepared.id(), pin, clock.instant())) {
            return Optional.empty();
        }
        cards.issue(one.person(), run.askedBy(), run.askedAt(), prepared);
        return Optional.of(Outcome.MADE);
    }

    /** The process stopped, or the sign-in service was away, while this card was made. */
    private Outcome madeAgain(CardRun run, Waiting one) {
        // Looked at first: a card that is recorded between these two lines may be this one.
        Instant last = cards.lastIssued(List.of(one.person())).get(one.person());
        if (cards.isIssued(one.card())) {
            return Outcome.MADE;
        }
        if (last != null && last.isAfter(run.askedAt())) {
            return Outcome.MEANWHILE;
        }
        // A claim of before that is for this card is our own; one for another card, made since, holds.
        cards.issue(
                one.person(),
                run.askedBy(),
                run.askedAt(),
                new PreparedCard(one.card(), pin(run, one.person(), one.pin())));
        return Outcome.MADE;
    }

    private boolean isInClass(CardRun run, UUID person) {
        try {
            return cohorts.isIn(run.cohort(), person);
        } catch (NotEnrolled gone) {
            return false;
        }
    }

    private void finish(CardRun run) {
        List<Made> made = stillHolding(run);
        byte[] file = made.isEmpty() ? null : seal.seal(pdf(run, made), run.id().toString());
        QuarkusTransaction.requiringNew().run(() -> {
            Instant now = clock.instant();
            table.finish(run.id(), file, now);
            jobs.enqueue(CardRunRemoval.NAME, run.id().toString(), county.id(), now.plus(CardRuns.KEPT));
        });
        LOG.infof("%d of %d cards of class %s made", made.size(), run.total(), run.cohort());
    }

    /** Whose card was replaced or withdrawn since, or who is no longer there, is not printed. */
    private List<Made> stillHolding(CardRun run) {
        List<Made> all = table.made(run.id());
        List<UUID> ids = all.stream().map(Made::person).toList();
        Map<UUID, UUID> latest = cards.latest(ids);
        Set<UUID> there = people.trainees(ids).stream().map(PersonView::id).collect(Collectors.toSet());
        List<Made> made = new ArrayList<>();
        for (Made one : all) {
            if (!there.contains(one.person())) {
                table.lost(run.id(), one.place(), Outcome.GONE);
            } else if (one.card().equals(latest.get(one.person()))) {
                made.add(one);
            } else {
                table.lost(run.id(), one.place(), Outcome.MEANWHILE);
            }
        }
        return made;
    }

    private byte[] pdf(CardRun run, List<Made> made) {
        URI origin = address.onPaper();
        List<List<PrintedCard>> sheets = new ArrayList<>();
        for (List<Made> some : Slices.of(made, CardLayout.A_SHEET)) {
            Map<UUID, PersonView> holders = people
                    .trainees(some.stream().map(Made::person).toList())
                    .stream()
                    .collect(Collectors.toMap(PersonView::id, Function.identity()));
            sheets.add(some.stream()
                    .map(one -> new IssuedCard(holders.get(one.person()), pin(run, one.person(), one.pin())))
                    .map(card -> PrintedCard.of(origin, card))
                    .toList());
        }
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        try {
            pdf.write(layout.xhtml(table.words(run.id()), sheets), out);
        } catch (IOException failed) {
            throw new UncheckedIOException(failed);
        }
        return out.toByteArray();
    }

    private String pin(CardRun run, UUID person, byte[] sealed) {
        return new String(seal.open(sealed, about(run, person)).orElseThrow(), StandardCharsets.UTF_8);
    }

    private static String about(CardRun run, UUID person) {
        return run.id() + " " + person;
    }
}
