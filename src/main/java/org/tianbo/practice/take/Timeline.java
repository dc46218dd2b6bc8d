package org.tianbo.practice.take;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.stream.IntStream;
import org.tianbo.practice.Gap;
import org.tianbo.practice.MeasuredSpan;
import org.tianbo.practice.RecordingMarker;
import org.tianbo.practice.attempt.MarkerTime;
import org.tianbo.practice.attempt.TimeMarker;

/** One recording over all takes: where each take lies on it, and the gaps between and within them. */
public record Timeline(List<Shot> shots) {

    /**
     * A recorder needs a moment to start and to stop; a take may be that much longer than its file without having lost
     * anything.
     */
    static final long RECORDERS_DELAY_MS = 2_000;

    /** A hole that nobody would notice. */
    private static final long SHORTEST_HOLE_MS = 500;

    /**
     * What can be played of a take without a break.
     *
     * @param fromMs where in the take's recorded time it begins
     * @param ofCopy whether it is what viewers were sent, because the take itself has not arrived
     */
    public record Stretch(long fromMs, long lengthMs, boolean ofCopy) {

        public Stretch(long fromMs, long lengthMs) {
            this(fromMs, lengthMs, false);
        }

        long endMs() {
            return fromMs + lengthMs;
        }
    }

    /**
     * A take as it was found to be.
     *
     * @param stretches in their order; none of a take that cannot be read
     */
    public record Shot(int take, Instant startedAt, Instant endedAt, List<Stretch> stretches) {

        public boolean readable() {
            return !stretches.isEmpty();
        }

        public long lengthMs() {
            return stretches.stream().mapToLong(Stretch::lengthMs).sum();
        }

        /** What the phone says of its length. */
        private long reportedMs() {
            return millis(startedAt, endedAt);
        }

        /** What is missing at its end: by what the phone says, it went on. */
        private long lostAtEndMs() {
            if (!readable()) {
                return reportedMs();
            }
            long missing = reportedMs() - stretches.get(stretches.size() - 1).endMs();
            return missing > Math.max(RECORDERS_DELAY_MS, reportedMs() / 100) ? missing : 0;
        }

        /** How much of its playable stretches lies before that moment of its recorded time. */
        private long playedBy(long recordedMs) {
            return stretches.stream()
                    .mapToLong(stretch -> Math.max(0, Math.min(stretch.lengthMs(), recordedMs - stretch.fromMs())))
                    .sum();
        }

        /** Zero within the take. */
        private Duration distance(Instant moment) {
            if (moment.isBefore(startedAt)) {
                return Duration.between(moment, startedAt);
            }
            return moment.isBefore(endedAt) ? Duration.ZERO : Duration.between(endedAt, moment);
        }
    }

    public long lengthMs() {
        return shots.stream().mapToLong(Shot::lengthMs).sum();
    }

    /** Where what viewers were sent stands in for the take. */
    public List<MeasuredSpan> copies() {
        List<MeasuredSpan> copies = new ArrayList<>();
        long atMs = 0;
        for (Shot shot : shots) {
            for (Stretch stretch : shot.stretches()) {
                if (stretch.ofCopy()) {
                    copies.add(new MeasuredSpan(MeasuredSpan.Kind.LIVE_COPY, atMs, atMs + stretch.lengthMs()));
                }
                atMs += stretch.lengthMs();
            }
        }
        return List.copyOf(copies);
    }

    /**
     * One gap wherever two takes meet, and one where something of a take is lost. Phones' clocks may be set back, so a
     * gap between takes may be 0 long but never less.
     */
    public List<Gap> gaps() {
        List<Gap> gaps = new ArrayList<>();
        long atMs = 0;
        long missingMs = 0;
        boolean lost = false;
        Instant recordedUntil = shots.get(0).startedAt();
        for (Shot shot : shots) {
            missingMs += Math.max(0, millis(recordedUntil, shot.startedAt()));
            boolean meeting = atMs > 0;
            long endMs = 0;
            for (Stretch stretch : shot.stretches()) {
                long hole = stretch.fromMs() - endMs;
                if (hole >= SHORTEST_HOLE_MS) {
                    missingMs += hole;
                    lost = true;
                }
                if (meeting || lost) {
                    gaps.add(new Gap(atMs, missingMs, lost ? Gap.UNREADABLE : Gap.INTERRUPTED));
                }
                atMs += stretch.lengthMs();
                endMs = stretch.endMs();
                missingMs = 0;
                meeting = false;
                lost = false;
            }
            missingMs += shot.lostAtEndMs();
            lost |= !shot.readable() || shot.lostAtEndMs() > 0;
            recordedUntil = shot.endedAt();
        }
        if (lost) {
            gaps.add(new Gap(atMs, missingMs, Gap.UNREADABLE));
        }
        return List.copyOf(gaps);
    }

    /**
     * Where on the recording the marks lie, in their order; one set in a gap, where the gap is. A clock that was set
     * back shows the same time in two takes: then the later one is meant as soon as a mark before was in it.
     */
    public List<RecordingMarker> positions(List<TimeMarker> markers) {
        List<RecordingMarker> placed = new ArrayList<>();
        int reached = 0;
        for (TimeMarker marker : markers) {
            int index = shotOf(marker.at(), reached);
            reached = Math.max(reached, index);
            long atMs =
                    shots.subList(0, index).stream().mapToLong(Shot::lengthMs).sum()
                            + shots.get(index).playedBy(recordedMs(marker.at(), shots.get(index)));
            placed.add(new RecordingMarker(atMs, marker.kind(), marker.ref()));
        }
        return List.copyOf(placed);
    }

    private int shotOf(MarkerTime at, int reached) {
        IntStream all = IntStream.range(0, shots.size());
        if (at instanceof MarkerTime.Recorded recorded) {
            return all.filter(index -> shots.get(index).take() == recorded.take())
                    .findFirst()
                    .orElseThrow();
        }
        Instant moment = ((MarkerTime.WallClock) at).instant();
        return all.boxed()
                .min(Comparator.comparing((Integer index) -> shots.get(index).distance(moment))
                        .thenComparing(index -> index < reached))
                .orElseThrow();
    }

    private static long recordedMs(MarkerTime at, Shot shot) {
        return at instanceof MarkerTime.Recorded recorded
                ? recorded.ms()
                : millis(shot.startedAt(), ((MarkerTime.WallClock) at).instant());
    }

    private static long millis(Instant from, Instant to) {
        return Duration.between(from, to).toMillis();
    }
}
