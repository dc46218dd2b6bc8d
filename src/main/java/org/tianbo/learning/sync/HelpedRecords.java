package org.tianbo.learning.sync;

import java.time.Duration;
import java.time.Instant;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import org.tianbo.platform.data.Ids;
import org.tianbo.platform.session.HelpClaims;
import org.tianbo.platform.time.TimeBounds;

/**
 * With whose help the records of one call were made. A phone says so of each when it makes it, for it may be sent later
 * by the person alone, or by another helper.
 */
final class HelpedRecords {

    private static final String NONE = "none";

    /** What is sent as it is done comes in the session of whoever did it. */
    private static final Duration WAITED = Duration.ofMinutes(1);

    private final Sender sender;
    private final Map<UUID, TimeBounds> known;
    private final Map<UUID, TimeBounds> onTheirPhone;

    private HelpedRecords(Sender sender, Map<UUID, TimeBounds> known, Map<UUID, TimeBounds> onTheirPhone) {
        this.sender = sender;
        this.known = known;
        this.onTheirPhone = onTheirPhone;
    }

    /** @param unnamed when the records were made that do not say who helped: the pages of lessons do not */
    static HelpedRecords of(
            Sender sender, List<SentRecord> sent, List<Instant> unnamed, Instant now, HelpClaims claims) {
        Set<UUID> claimed = sent.stream()
                .map(SentRecord::helping)
                .filter(Objects::nonNull)
                .flatMap(one -> Ids.parse(one).stream())
                .collect(Collectors.toSet());
        return new HelpedRecords(
                sender,
                claimed.isEmpty()
                        ? Map.of()
                        : claims.known(sender.person(), Optional.ofNullable(sender.helping()), claimed),
                onTheirPhone(sender, unnamed, now, claims));
    }

    /** A phone of the helper's own has nothing of the trainee's alone, nor of another helper. */
    private static Map<UUID, TimeBounds> onTheirPhone(
            Sender sender, List<Instant> unnamed, Instant now, HelpClaims claims) {
        List<Instant> waited = unnamed.stream()
                .filter(at -> at.isBefore(now.minus(WAITED)))
                .sorted()
                .toList();
        return waited.isEmpty() || sender.helping() != null && !sender.samePhone()
                ? Map.of()
                : claims.onTheirPhone(sender.person(), sender.device(), waited.get(0), waited.get(waited.size() - 1));
    }

    /** Of two, the one that began last. */
    private Optional<UUID> wentOn(Instant at) {
        return onTheirPhone.entrySet().stream()
                .filter(one -> one.getValue().admit(at))
                .max(Comparator.comparing(one -> one.getValue().earliest()))
                .map(Map.Entry::getKey);
    }

    /**
     * The help with which a record was made; empty where the person made it alone. One that is named for a time when it
     * did not go on counts as the help at hand, if there is any; where none is named, it is the one that went on then.
     *
     * @param claimed as {@link SentRecord#helping} has it
     */
    Optional<UUID> with(String claimed, Instant at) {
        if (NONE.equals(claimed) && sender.samePhone()) {
            return Optional.empty();
        }
        Optional<UUID> named = claimed == null
                ? wentOn(at)
                : Ids.parse(claimed)
                        .filter(one -> known.containsKey(one) && known.get(one).admit(at));
        return named.or(() -> Optional.ofNullable(sender.helping()));
    }
}
