package org.tianbo.learning.sync;

import com.fasterxml.jackson.databind.JsonNode;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Clock;
import java.time.Instant;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.HashSet;
import java.util.IdentityHashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import org.tianbo.curriculum.Curriculum;
import org.tianbo.learning.LearningConfig;
import org.tianbo.people.People;
import org.tianbo.platform.error.Fault;
import org.tianbo.platform.session.HelpClaims;
import org.tianbo.platform.time.TimeBounds;

/**
 * Takes what phones have kept: each record on its own merits, all that are in order in one transaction, or in one for
 * each help with which they were made.
 */
@ApplicationScoped
public class Sync {

    private final Curriculum curriculum;
    private final People people;
    private final RecordJournal journal;
    private final HelpClaims claims;
    private final LearningConfig config;
    private final Clock clock;

    Sync(
            Curriculum curriculum,
            People people,
            RecordJournal journal,
            HelpClaims claims,
            LearningConfig config,
            Clock clock) {
        this.curriculum = curriculum;
        this.people = people;
        this.journal = journal;
        this.claims = claims;
        this.config = config;
        this.clock = clock;
    }

    /** What was found of one record: in order, or refused. */
    private record Examined(SentRecord sent, PhoneRecord record, String refusal) {}

    /** @return one result for each record sent, in the order they were sent; what is accepted is on the disk */
    public List<SyncResult> take(Sender sender, List<SentRecord> sent) {
        Instant now = clock.instant();
        Known known = new Known(sender.person());
        TimeBounds bounds = new TimeBounds(now.minus(config.longestOffline()), now.plus(TimeBounds.CLOCK_ERROR));
        List<Examined> examined =
                sent.stream().map(one -> examine(one, now, bounds, known)).toList();
        // The first of an id stands: a phone that sends it twice in one call means the same.
        Map<UUID, Examined> inOrder = new LinkedHashMap<>();
        examined.stream()
                .filter(one -> one.refusal() == null)
                .forEach(one -> inOrder.putIfAbsent(one.record().id(), one));
        List<Instant> unnamed = inOrder.values().stream()
                .filter(one -> one.sent().helping() == null)
                .map(one -> one.record().at())
                .toList();
        HelpedRecords helped = HelpedRecords.of(sender, sent, unnamed, now, claims);
        Map<Optional<UUID>, List<PhoneRecord>> byHelp = inOrder.values().stream()
                .collect(Collectors.groupingBy(
                        one -> helped.with(one.sent().helping(), one.record().at()),
                        Collectors.mapping(Examined::record, Collectors.toList())));
        Set<UUID> fresh = new HashSet<>();
        byHelp.forEach((help, records) -> fresh.addAll(append(sender.helpedBy(help.orElse(null)), records, now)));
        claims.learned(byHelp.keySet().stream()
                .flatMap(Optional::stream)
                .filter(help -> sender.samePhone() || !help.equals(sender.helping()))
                .collect(Collectors.toSet()));
        return results(examined, fresh);
    }

    /** A phone sends a thing again only when the answer was lost: seldom enough to find out by trying. */
    private Set<UUID> append(Sender sender, List<PhoneRecord> records, Instant now) {
        try {
            return journal.appendNew(sender, records, now);
        } catch (SyncRecords.DuplicateRecord again) {
            return journal.append(sender, records, now);
        }
    }

    /** Takes what was done on a page without a script, now and under a name of our own. */
    public void take(Sender sender, PhoneRecord record) {
        record.content().requirePublished(curriculum, sender.person());
        journal.append(sender, List.of(record), clock.instant());
    }

    private Examined examine(SentRecord sent, Instant now, TimeBounds bounds, Known known) {
        try {
            PhoneRecord record = sent.checked(bounds, known::read);
            known.requireSinceJoined(record.at(), now);
            return known.refusal(record.content())
                    .map(refused -> new Examined(sent, null, refused.code()))
                    .orElseGet(() -> new Examined(sent, record, null));
        } catch (Fault refused) {
            return new Examined(sent, null, refused.code());
        }
    }

    /** Of one call: an evening of five hundred records is of few lessons, and each is read and examined up once. */
    private final class Known {

        private final UUID person;
        private Optional<TimeBounds> sinceJoined;
        private final Map<RecordType, Map<JsonNode, PhoneRecord.Body>> bodies = new EnumMap<>(RecordType.class);
        private final Map<RecordData, Optional<Fault>> refusals = new IdentityHashMap<>();

        Known(UUID person) {
            this.person = person;
        }

        /** Nobody can have joined later than today: only of what is older is asked when the person did. */
        void requireSinceJoined(Instant at, Instant now) {
            if (!at.isBefore(now.minus(TimeBounds.CLOCK_ERROR))) {
                return;
            }
            if (sinceJoined == null) {
                sinceJoined = people.joined(person).map(joined -> TimeBounds.ofPhone(joined, now));
            }
            if (sinceJoined.filter(bounds -> !bounds.admit(at)).isPresent()) {
                throw new RecordRefused("learning.time-out-of-range");
            }
        }

        /** Of equal data always the same body, which needs no second comparing. */
        PhoneRecord.Body read(RecordType type, JsonNode data) {
            return bodies.computeIfAbsent(type, any -> new HashMap<>())
                    .computeIfAbsent(data, one -> PhoneRecord.Body.read(type, one));
        }

        Optional<Fault> refusal(RecordData content) {
            return refusals.computeIfAbsent(content, this::published);
        }

        private Optional<Fault> published(RecordData content) {
            try {
                content.requirePublished(curriculum, person);
                return Optional.empty();
            } catch (Fault refused) {
                return Optional.of(refused);
            }
        }
    }

    private static List<SyncResult> results(List<Examined> examined, Set<UUID> fresh) {
        Set<UUID> unreported = new HashSet<>(fresh);
        List<SyncResult> results = new ArrayList<>(examined.size());
        for (Examined one : examined) {
            String id = one.sent().id();
            if (one.refusal() != null) {
                results.add(SyncResult.rejected(id, one.refusal()));
            } else {
                results.add(unreported.remove(one.record().id()) ? SyncResult.accepted(id) : SyncResult.duplicate(id));
            }
        }
        return results;
    }
}
