package org.tianbo.home;

import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.tianbo.platform.time.Zones;
import org.tianbo.platform.waiting.Waiting;
import org.tianbo.platform.waiting.WaitingTexts;

/**
 * What an officer or a coordinator finds at the beginning of a day.
 *
 * @param waits what waits for them, the longest waiting first
 * @param done what was done this week, the most first
 */
record TodayBoard(LocalDate day, List<Line> waits, List<Done> done) {

    /**
     * A kind of work.
     *
     * @param words to be read behind the number
     * @param action what to do about it
     * @param days whole days since the one that waits longest began to wait; empty on the first
     */
    record Line(long count, String words, String action, String address, Optional<Long> days) {}

    /**
     * What was done of a kind.
     *
     * @param words to be read behind the number
     * @param address of the list that the number counts
     */
    record Done(long count, String words, String address) {}

    static TodayBoard of(List<Waiting> all, Instant now, Locale locale) {
        WaitingTexts texts = new WaitingTexts(locale);
        return new TodayBoard(
                LocalDate.ofInstant(now, Zones.SHANGHAI),
                all.stream()
                        .filter(one -> one.count() > 0)
                        .sorted(Comparator.comparing(one -> one.since().orElse(Instant.MAX)))
                        .map(one -> new Line(
                                one.count(),
                                texts.what(one),
                                texts.action(one),
                                one.address(),
                                one.since().map(since -> days(since, now)).filter(days -> days > 0)))
                        .toList(),
                all.stream()
                        .filter(one -> one.done() > 0)
                        .sorted(Comparator.comparing(Waiting::done).reversed())
                        .map(one -> new Done(one.done(), texts.done(one), "/today/done/" + one.key()))
                        .toList());
    }

    private static long days(Instant since, Instant now) {
        return Math.max(0, Duration.between(since, now).toDays());
    }
}
