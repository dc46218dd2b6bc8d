package org.tianbo.store.opening;

import java.time.Instant;
import java.time.LocalDate;
import java.time.YearMonth;
import java.util.ArrayList;
import java.util.List;
import org.tianbo.platform.time.Zones;

/** The days on which a store was open, in China's time, first and last day counted in. */
public final class OpenDays {

    private record Span(LocalDate from, LocalDate to) {

        boolean includes(LocalDate day) {
            return !day.isBefore(from) && !day.isAfter(to);
        }
    }

    private final List<Span> spans = new ArrayList<>();

    private OpenDays() {}

    /** @param turns status changes, the earliest first */
    public static OpenDays of(List<StoreStatusChange> turns) {
        OpenDays days = new OpenDays();
        LocalDate from = null;
        for (StoreStatusChange change : turns) {
            if (change.kind == StoreStatusChange.Kind.OPENED) {
                from = change.onDay;
            } else if (from != null) {
                days.spans.add(new Span(from, change.onDay));
                from = null;
            }
        }
        if (from != null) {
            days.spans.add(new Span(from, LocalDate.MAX));
        }
        return days;
    }

    public boolean openNow() {
        return !spans.isEmpty() && spans.get(spans.size() - 1).to().equals(LocalDate.MAX);
    }

    public boolean include(Instant at) {
        LocalDate day = LocalDate.ofInstant(at, Zones.SHANGHAI);
        return spans.stream().anyMatch(span -> span.includes(day));
    }

    /** The months in which it was open at all, up to the last one asked about. */
    public List<YearMonth> monthsUpTo(YearMonth last) {
        List<YearMonth> months = new ArrayList<>();
        for (Span span : spans) {
            YearMonth end = span.to().equals(LocalDate.MAX) ? last : YearMonth.from(span.to());
            for (YearMonth month = YearMonth.from(span.from());
                    !month.isAfter(end) && !month.isAfter(last);
                    month = month.plusMonths(1)) {
                if (!months.contains(month)) {
                    months.add(month);
                }
            }
        }
        return months;
    }
}
