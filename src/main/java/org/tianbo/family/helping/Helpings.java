package org.tianbo.family.helping;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.jboss.logging.Logger;
import org.tianbo.family.HelpedWork;
import org.tianbo.family.helping.HelpCodes.Named;
import org.tianbo.people.Cards.CardOver;
import org.tianbo.platform.data.Ids;
import org.tianbo.platform.error.Refused;
import org.tianbo.platform.security.CurrentCounty;

/**
 * Letting somebody help. The trainee shows a code, the helper opens it on a phone of their own and gives a name, the
 * trainee says yes; or the helper takes over the trainee's own phone for a while. Helpers have no password: the phone
 * with which they asked is their key, and the trainee takes it away with one tap.
 */
@ApplicationScoped
public class Helpings implements HelpedWork {

    /** How long a code can be opened, once. */
    public static final Duration CODE_LASTS = Duration.ofMinutes(10);

    /** How long the trainee may think about it. */
    private static final Duration QUESTION_LASTS = Duration.ofMinutes(30);

    /** How long a helper's phone holds. */
    public static final Duration HELP_LASTS = Duration.ofDays(90);

    /** On the trainee's own phone somebody sits down for an evening, and may forget to say that they are done. */
    public static final Duration SAME_PHONE_LASTS = Duration.ofHours(3);

    private static final int MOST_HELPERS = 5;
    /** Of what is over. */
    private static final int MOST_PAST = 20;

    private static final int LONGEST_NAME = 20;

    /** As long as what is sent from a phone may call it. */
    private static final int LONGEST_PHONE = 100;

    private static final Logger LOG = Logger.getLogger(Helpings.class);

    private final HelpingTable table;
    private final HelpCodes codes;
    private final CurrentCounty county;
    private final Clock clock;

    Helpings(HelpingTable table, HelpCodes codes, CurrentCounty county, Clock clock) {
        this.table = table;
        this.codes = codes;
        this.county = county;
        this.clock = clock;
    }

    /** Who helps this trainee or asks to, the latest first; then who did lately. */
    public List<Helping> of(UUID trainee) {
        return table.ofTrainee(trainee, MOST_PAST);
    }

    /** A new code of the trainee's; an earlier one that nobody opened is of no more use. */
    public UUID makeCode(UUID trainee) {
        requireRoom(trainee);
        UUID id = Ids.next();
        Instant now = clock.instant();
        table.addCode(id, trainee, now, now.plus(CODE_LASTS));
        return id;
    }

    /** What the QR holds. */
    public String code(UUID helping) {
        return codes.of(county.id(), helping);
    }

    /** @throws Refused when the trainee has none of that id */
    public Helping ofTrainee(UUID trainee, UUID helping) {
        return table.one(helping).filter(one -> one.trainee().equals(trainee)).orElseThrow(HelpRefused::codeOver);
    }

    /** The trainee says yes. Twice is the same as once. @throws Refused when it is over, or nobody asked */
    public void allow(UUID trainee, UUID helping) {
        if (ofTrainee(trainee, helping).helps()) {
            return;
        }
        requireRoom(trainee);
        Instant now = clock.instant();
        if (!table.allow(trainee, helping, now, now.plus(HELP_LASTS))
                && !ofTrainee(trainee, helping).helps()) {
            throw HelpRefused.over();
        }
        LOG.infof("%s lets somebody help: %s", trainee, helping);
    }

    /** The trainee says no, or enough; from this moment the helper's phone shows nothing any more. */
    public void end(UUID trainee, UUID helping) {
        table.endByTrainee(trainee, helping, clock.instant());
        LOG.infof("%s ended %s", trainee, helping);
    }

    /**
     * Somebody helps on the trainee's own phone.
     *
     * @param phone its own name for itself, as it stands in what it sends; empty where it keeps nothing, null where
     *     nobody asked
     */
    public HelperDevice onSamePhone(UUID trainee, String name, String phone) {
        String helper = checked(name);
        HelperDevice device = HelperDevice.drawn(county.id(), Ids.next());
        Instant now = clock.instant();
        table.addSamePhone(device, trainee, helper, phoneOf(phone), now, now.plus(SAME_PHONE_LASTS));
        LOG.infof("Somebody helps %s on their phone: %s", trainee, device.helping());
        return device;
    }

    /** Whom a code lets help. @throws Refused when it was used, is too old or was never ours */
    public Helping opened(String code) {
        Named named = codes.read(code).orElseThrow(HelpRefused::codeOver);
        return county.as(named.county(), () -> table.one(named.helping()))
                .filter(one -> one.state() == Helping.State.CODE)
                .orElseThrow(HelpRefused::codeOver);
    }

    /**
     * The helper asks the trainee for a yes.
     *
     * @param known of a browser that helps somebody already
     * @return what the browser is to show from now on
     */
    public HelperDevice ask(String code, String name, Optional<HelperDevice> known) {
        Named named = codes.read(code).orElseThrow(HelpRefused::codeOver);
        String helper = checked(name);
        boolean elsewhere = known.filter(device -> !device.county().equals(named.county()))
                .filter(device -> list(device).stream().anyMatch(Helping::helps))
                .isPresent();
        if (elsewhere) {
            throw HelpRefused.otherCounty();
        }
        HelperDevice device = known.filter(one -> one.county().equals(named.county()))
                .map(one -> one.helpingWith(named.helping()))
                .orElseGet(() -> HelperDevice.drawn(named.county(), named.helping()));
        Instant now = clock.instant();
        if (!county.as(
                named.county(),
                () -> table.ask(named.helping(), helper, device.digest(), now, now.plus(QUESTION_LASTS)))) {
            throw HelpRefused.codeOver();
        }
        return device;
    }

    /** All that this browser helps with, and the one it is turned to; then what was over last. */
    public List<Helping> list(HelperDevice device) {
        return county.as(device.county(), () -> table.ofDevice(device.digest(), device.helping(), MOST_PAST));
    }

    /** Whom this browser may help at this moment; read from the table each time, so that an end holds at once. */
    public Optional<Helping> now(HelperDevice device) {
        return county.as(device.county(), () -> table.ofDevice(device.digest(), device.helping()))
                .filter(Helping::helps);
    }

    /** Whether this browser has not said yet that it forgot somebody whom it helps no more. */
    public boolean keeps(HelperDevice device) {
        return county.as(device.county(), () -> table.keeps(device.digest()));
    }

    /** Whom this browser helps no more, and has not said yet that it forgot them. */
    public List<Helping> kept(HelperDevice device) {
        return county.as(device.county(), () -> table.kept(device.digest()));
    }

    /** This browser holds nothing any more of those of these trainees whom it helps no more. */
    public void forget(HelperDevice device, Collection<UUID> trainees) {
        county.run(device.county(), () -> table.forget(device.digest(), trainees));
    }

    /** The helper turns to another of the trainees who let them help. */
    public HelperDevice turnTo(HelperDevice device, UUID helping) {
        HelperDevice turned = device.helpingWith(helping);
        now(turned).orElseThrow(HelpRefused::over);
        return turned;
    }

    /** The helper stops. */
    public void stop(HelperDevice device) {
        county.run(device.county(), () -> table.endByHelper(device.digest(), device.helping(), clock.instant()));
    }

    /** Whoever has no card any more is helped by nobody; with a new one, their phone is theirs again. */
    void cardOver(@Observes CardOver over) {
        int ended = county.as(over.county(), () -> table.endAll(over.person(), !over.replaced(), clock.instant()));
        if (ended > 0) {
            LOG.infof("%d helpings of %s ended with their card", ended, over.person());
        }
    }

    /** Notes that a helper did something. @param thing the attempt it is about */
    public void note(HelperDevice device, Work work, Optional<UUID> thing) {
        county.run(
                device.county(),
                () -> table.note(device.helping(), work.name(), thing.orElse(new UUID(0, 0)), clock.instant()));
    }

    @Override
    public List<String> helpersWith(UUID attempt, UUID trainee) {
        return table.helpersWith(attempt, trainee);
    }

    @Override
    public Map<UUID, String> helpers(UUID trainee) {
        return table.helpers(trainee);
    }

    /** What kind of thing was done. */
    public enum Work {
        LEARNING,
        PRACTICE
    }

    private void requireRoom(UUID trainee) {
        if (table.count(trainee) >= MOST_HELPERS) {
            throw HelpRefused.tooMany();
        }
    }

    /** A name that no phone has for itself is that of none. A page of an earlier version did not ask and says null. */
    private static String phoneOf(String phone) {
        return phone != null && phone.length() > LONGEST_PHONE ? "" : phone;
    }

    private static String checked(String name) {
        String helper = name == null ? "" : name.strip();
        if (helper.isEmpty()) {
            throw HelpRefused.name("family.name-missing");
        }
        if (helper.codePointCount(0, helper.length()) > LONGEST_NAME
                || helper.chars().anyMatch(Character::isISOControl)) {
            throw HelpRefused.name("family.name-too-long");
        }
        return helper;
    }
}
