package org.tianbo.learning.sync;

import java.time.Instant;
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

    private final Sender sender;
    private final Map<UUID, TimeBounds> known;

    private HelpedRecords(Sender sender, Map<UUID, TimeBounds> known) {
        this.sender = sender;
        this.known = known;
    }

    static HelpedRecords of(Sender sender, List<SentRecord> sent, HelpClaims claims) {
        Set<UUID> claimed = sent.stream()
                .map(SentRecord::helping)
                .filter(Objects::nonNull)
                .flatMap(one -> Ids.parse(one).stream())
                .collect(Collectors.toSet());
        return new HelpedRecords(
                sender,
                claimed.isEmpty()
                        ? Map.of()
                        : claims.known(sender.person(), Optional.ofNullable(sender.helping()), claimed));
    }

    /**
     * The help with which a record was made; empty where the person made it alone.
     *
     * @param claimed as {@link SentRecord#helping} has it
     */
    Optional<UUID> with(String claimed, Instant at) {
        if (NONE.equals(claimed) && sender.samePhone()) {
            return Optional.empty();
        }
        return Optional.ofNullable(claimed)
                .flatMap(Ids::parse)
                .filter(one -> known.containsKey(one) && known.get(one).admit(at))
                .or(() -> Optional.ofNullable(sender.helping()));
    }
}
