package org.tianbo.attendance.presence;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.tianbo.attendance.presence.AttendanceEntry.Doubt;
import org.tianbo.attendance.presence.AttendanceEntry.Mark;
import org.tianbo.attendance.presence.AttendanceEntry.Method;
import org.tianbo.attendance.presence.SessionPresence.State;
import org.tianbo.attendance.presence.SessionSheet.Signal;
import org.tianbo.platform.data.Ids;

class SessionPresenceTest {

    private static final Instant NINE = Instant.parse("2026-06-18T01:00:00Z");
    private static final Instant NOON = NINE.plus(Duration.ofHours(3));
    private static final UUID SESSION = Ids.next();
    private static final UUID CHUNMEI = Ids.next();
    private static final UUID TRAINER = Ids.next();

    @Test
    void whoWasNeverSeenIsAbsentAndNothingCounts() {
        SessionPresence nobody = presence();

        assertThat(nobody.state()).isEqualTo(State.ABSENT);
        assertThat(minutes(nobody)).isZero();
    }

    @Test
    void twoScansAreTheComingAndTheGoing() {
        SessionPresence presence = presence(scan(5), scan(170));

        assertThat(presence.state()).isEqualTo(State.OUT);
        assertThat(minutes(presence)).isEqualTo(165);
    }

    @Test
    void aSecondScanWithinTenMinutesIsTheSameComing() {
        assertThat(presence(scan(5), scan(14)).state()).isEqualTo(State.IN);
        assertThat(presence(scan(5), scan(15)).state()).isEqualTo(State.OUT);
    }

    @Test
    void aScanInTheBreakCostsNothingBecauseALaterOneMovesTheGoing() {
        assertThat(minutes(presence(scan(0), scan(80), scan(180)))).isEqualTo(180);
    }

    @Test
    void whatLiesOutsideTheSessionDoesNotCount() {
        assertThat(minutes(presence(scan(-40), scan(215)))).isEqualTo(180);
        assertThat(minutes(presence(tap(Mark.IN, 185), tap(Mark.OUT, 200)))).isZero();
    }

    @Test
    void withoutAGoingNothingCounts() {
        SessionPresence presence = presence(scan(0));

        assertThat(presence.state()).isEqualTo(State.IN);
        assertThat(minutes(presence)).isZero();
    }

    @Test
    void codeAndListMeetAndCountOnce() {
        SessionPresence presence = presence(tap(Mark.IN, 2), scan(4), scan(178), tap(Mark.OUT, 180));

        assertThat(presence.stays()).hasSize(1);
        assertThat(minutes(presence)).isEqualTo(178);
    }

    @Test
    void whoLeavesAndComesBackIsCountedForBothStays() {
        SessionPresence presence = presence(tap(Mark.IN, 0), tap(Mark.OUT, 60), tap(Mark.IN, 120), tap(Mark.OUT, 180));

        assertThat(presence.stays()).hasSize(2);
        assertThat(minutes(presence)).isEqualTo(120);
    }

    @Test
    void aGoingWithoutAComingIsNoStay() {
        assertThat(presence(tap(Mark.OUT, 60)).state()).isEqualTo(State.ABSENT);
    }

    @Test
    void whatWasTakenOutStaysInTheHistoryOnly() {
        AttendanceEntry wrong = tap(Mark.IN, 0);
        SessionPresence presence = presence(wrong, wrong.voided(Ids.next(), TRAINER, "wrong person", NOON));

        assertThat(presence.state()).isEqualTo(State.ABSENT);
        assertThat(presence.history()).hasSize(2);
        assertThat(presence.stands(wrong.id())).isFalse();
    }

    @Test
    void whatIsDoubtfulWaitsForAPerson() {
        AttendanceEntry odd = scan(0, Doubt.CODE_TIME, "phone-1");
        SessionPresence before = presence(odd, scan(180));

        assertThat(minutes(before)).isZero();
        assertThat(before.doubtful()).containsExactly(odd);

        SessionPresence after = presence(
                odd,
                scan(180),
                odd.voided(Ids.next(), TRAINER, "", NOON),
                odd.confirmed(Ids.next(), TRAINER, "", NOON));
        assertThat(minutes(after)).isEqualTo(180);
        assertThat(after.doubtful()).isEmpty();
    }

    @Test
    void whoseGoingWaitsForAPersonForgotNothingAndWhoseComingDoesIsNotMissing() {
        AttendanceEntry late = scan(180, Doubt.LATE, "phone-1");

        assertThat(signals(presence(scan(0), late), true)).isEmpty();
        assertThat(presence(late).isMissing()).isFalse();
        assertThat(presence(late, late.voided(Ids.next(), TRAINER, "", NOON)).isMissing())
                .isTrue();
    }

    @Test
    void theOrderInWhichThingsArriveDoesNotMatter() {
        List<AttendanceEntry> entries =
                new ArrayList<>(List.of(scan(3), tap(Mark.IN, 1), scan(90), tap(Mark.OUT, 175), scan(180)));
        for (int turn = 0; turn < entries.size(); turn++) {
            Collections.rotate(entries, 1);
            assertThat(minutes(SessionPresence.of(entries, Duration.ofMinutes(10))))
                    .isEqualTo(179);
        }
    }

    @Test
    void onlyATapThatCameLastCanBeTakenBack() {
        assertThat(presence(scan(0), tap(Mark.OUT, 60)).lastTap()).isPresent();
        assertThat(presence(tap(Mark.IN, 0), scan(60)).lastTap()).isEmpty();
    }

    @Test
    void oneDeviceForSeveralPeopleIsShownToAPerson() {
        UUID other = Ids.next();
        List<Signal> found = Signals.in(
                Map.of(
                        CHUNMEI, presence(scan(0, null, "phone-1")),
                        other, presence(scan(1, null, "phone-1"))),
                Map.of(),
                Duration.ofMinutes(5),
                false);

        assertThat(found).singleElement().extracting(Signal::kind).isEqualTo(Signal.Kind.SHARED_DEVICE);
    }

    @Test
    void aGoingMomentsAfterTheComingIsShownToAPerson() {
        assertThat(signals(presence(tap(Mark.IN, 0), tap(Mark.OUT, 1)), false))
                .containsExactly(new Signal(Signal.Kind.SHORT_STAY, CHUNMEI, null));
    }

    @Test
    void whoNeverCheckedOutIsShownOnceTheSessionIsOver() {
        assertThat(signals(presence(scan(0)), false)).isEmpty();
        assertThat(signals(presence(scan(0)), true))
                .containsExactly(new Signal(Signal.Kind.NO_CHECK_OUT, CHUNMEI, null));
    }

    @Test
    void twoSessionsAtTheSameTimeAreShownToAPerson() {
        UUID elsewhere = Ids.next();
        List<Signal> found = Signals.in(
                Map.of(CHUNMEI, presence(scan(0), scan(180))),
                Map.of(elsewhere, Map.of(CHUNMEI, presence(tap(Mark.IN, 60), tap(Mark.OUT, 120)))),
                Duration.ofMinutes(5),
                false);

        assertThat(found).containsExactly(new Signal(Signal.Kind.TWO_PLACES, CHUNMEI, elsewhere));
    }

    private static List<Signal> signals(SessionPresence presence, boolean over) {
        return Signals.in(Map.of(CHUNMEI, presence), Map.of(), Duration.ofMinutes(5), over);
    }

    private static SessionPresence presence(AttendanceEntry... entries) {
        return SessionPresence.of(List.of(entries), Duration.ofMinutes(10));
    }

    private static int minutes(SessionPresence presence) {
        return presence.minutes(NINE, NOON);
    }

    private static AttendanceEntry scan(int minute) {
        return scan(minute, null, null);
    }

    private static AttendanceEntry scan(int minute, Doubt doubt, String device) {
        return entry(Mark.HERE, Method.CODE, minute, device, doubt);
    }

    private static AttendanceEntry tap(Mark mark, int minute) {
        return entry(mark, Method.LIST, minute, null, null);
    }

    private static AttendanceEntry entry(Mark mark, Method method, int minute, String device, Doubt doubt) {
        Instant at = NINE.plus(Duration.ofMinutes(minute));
        return new AttendanceEntry(
                Ids.next(), SESSION, CHUNMEI, mark, method, at, at, at, TRAINER, device, null, "", doubt);
    }
}
