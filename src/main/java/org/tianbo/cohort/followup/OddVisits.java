package org.tianbo.cohort.followup;

import java.time.Duration;
import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.function.ToDoubleFunction;
import org.tianbo.cohort.CohortSettings.OddFrom;
import org.tianbo.cohort.followup.VisitReport.Place;
import org.tianbo.platform.time.Zones;

/** Finds what a person should look at in a visit. */
final class OddVisits {

    /** Fewer places say nothing of where a village is. */
    private static final int FEWEST_PLACES = 3;

    private static final int METRES = 1_000;

    private OddVisits() {}

    /**
     * What is known around a visit.
     *
     * @param classEnd the last day of its class
     * @param due the day of the visit
     * @param soonDays how many days before that day the visit was on the list
     * @param lateDays how many days later it may be told
     * @param thatDay to how many people the visitor says to have spoken that day, this one included
     * @param sameWords other visits with the same words
     * @param places where other visits to people of the village were
     */
    record Around(
            LocalDate classEnd,
            LocalDate due,
            int soonDays,
            int lateDays,
            int thatDay,
            List<UUID> sameWords,
            List<Place> places) {}

    /** @param other null where there is none */
    record Found(Flag.Kind kind, UUID other, Integer measure) {}

    static List<Found> in(Visit visit, Around around, OddFrom oddFrom) {
        List<Found> found = new ArrayList<>();
        date(visit, around).ifPresent(found::add);
        shortness(visit.report(), oddFrom).ifPresent(found::add);
        boolean met = visit.report().outcome() == VisitReport.Outcome.MET;
        if (met && around.thatDay() > oddFrom.mostADay()) {
            found.add(new Found(Flag.Kind.MANY_A_DAY, null, around.thatDay()));
        }
        around.sameWords().forEach(other -> found.add(new Found(Flag.Kind.SAME_WORDS, other, null)));
        distance(visit.report(), around.places(), oddFrom.farKm()).ifPresent(found::add);
        return found;
    }

    private static Optional<Found> date(Visit visit, Around around) {
        LocalDate on = visit.report().on();
        long early = on.until(around.due(), ChronoUnit.DAYS);
        boolean impossible = !on.equals(visit.countsOn()) || on.isBefore(around.classEnd());
        if (impossible || early > around.soonDays()) {
            return Optional.of(new Found(Flag.Kind.ODD_DATE, null, null));
        }
        long after = on.until(visit.receivedAt().atZone(Zones.SHANGHAI).toLocalDate(), ChronoUnit.DAYS);
        return after > around.lateDays()
                ? Optional.of(new Found(Flag.Kind.LATE, null, Math.toIntExact(after)))
                : Optional.empty();
    }

    private static Optional<Found> shortness(VisitReport report, OddFrom oddFrom) {
        if (report.outcome() != VisitReport.Outcome.MET || report.begun() == null || report.ended() == null) {
            return Optional.empty();
        }
        Duration took = Duration.between(report.begun(), report.ended());
        Duration shortest =
                report.method() == VisitReport.Method.PHONE ? oddFrom.shortestCall() : oddFrom.shortestVisit();
        return took.compareTo(shortest) < 0
                ? Optional.of(new Found(Flag.Kind.TOO_SHORT, null, Math.toIntExact(Math.max(0, took.toSeconds()))))
                : Optional.empty();
    }

    /** Only visits in person: a call is made from anywhere. */
    private static Optional<Found> distance(VisitReport report, List<Place> places, int farKm) {
        Place here = report.place();
        if (here == null || report.method() != VisitReport.Method.IN_PERSON || places.size() < FEWEST_PLACES) {
            return Optional.empty();
        }
        Place village = new Place(median(places, Place::latitude), median(places, Place::longitude), 0);
        double away = here.kilometresTo(village) - here.accuracy() / METRES;
        return away > farKm
                ? Optional.of(new Found(Flag.Kind.OUT_OF_PLACE, null, (int) Math.round(away)))
                : Optional.empty();
    }

    /** One visit far away moves no village. */
    private static double median(List<Place> places, ToDoubleFunction<Place> of) {
        double[] sorted = places.stream().mapToDouble(of).sorted().toArray();
        int middle = sorted.length / 2;
        return sorted.length % 2 == 1 ? sorted[middle] : (sorted[middle - 1] + sorted[middle]) / 2;
    }
}
