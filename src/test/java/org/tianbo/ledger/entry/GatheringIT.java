package org.tianbo.ledger.entry;

import static org.assertj.core.api.Assertions.assertThat;

import io.quarkus.test.common.TestResourceScope;
import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;
import jakarta.enterprise.context.control.ActivateRequestContext;
import jakarta.inject.Inject;
import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.tianbo.ledger.chain.Chain;
import org.tianbo.people.Counties;
import org.tianbo.platform.audit.EntryField;
import org.tianbo.platform.audit.EntryKind;
import org.tianbo.platform.audit.LedgerEntries;
import org.tianbo.platform.audit.LedgerEntry;
import org.tianbo.platform.data.Ids;
import org.tianbo.platform.data.Page;
import org.tianbo.platform.security.CurrentCounty;
import org.tianbo.testsupport.TianboServices;

/** Of whom a feature is asked again while the chain is locked; needs a chain of its own. */
@QuarkusTest
@WithTestResource(value = TianboServices.class, scope = TestResourceScope.GLOBAL)
class GatheringIT {

    private static final String COUNTY = "gathering-county";

    @Inject
    Counties counties;

    @Inject
    Bookkeeping bookkeeping;

    @Inject
    Chain chain;

    @Inject
    CurrentCounty county;

    private final Classroom classroom = new Classroom();

    /** One class whose people have watched so many minutes. */
    private static final class Classroom implements LedgerEntries {

        private final UUID cohort = Ids.next();
        private final Map<UUID, Integer> minutes = new LinkedHashMap<>();
        private final List<Set<UUID>> askedAgain = new ArrayList<>();

        @Override
        public EntryKind kind() {
            return EntryKind.ONLINE;
        }

        @Override
        public List<LedgerEntry> of(UUID thing, Set<UUID> people) {
            askedAgain.add(people);
            return all().stream()
                    .filter(entry -> people.isEmpty() || people.contains(entry.person()))
                    .toList();
        }

        @Override
        public Page<LedgerEntry, UUID> after(UUID last, int most) {
            return new Page<>(all(), Optional.empty());
        }

        private List<LedgerEntry> all() {
            return minutes.entrySet().stream()
                    .map(one -> new LedgerEntry(
                            EntryKind.ONLINE,
                            cohort + "/" + one.getKey(),
                            cohort,
                            Instant.parse("2026-10-01T00:00:00Z"),
                            one.getKey(),
                            cohort,
                            null,
                            "",
                            Map.of(EntryField.MINUTES, one.getValue().toString())))
                    .toList();
        }
    }

    /** Holds nothing, and notes that it was asked. */
    private record Empty(EntryKind kind, List<EntryKind> asked) implements LedgerEntries {

        @Override
        public List<LedgerEntry> of(UUID thing, Set<UUID> people) {
            return List.of();
        }

        @Override
        public Page<LedgerEntry, UUID> after(UUID last, int most) {
            asked.add(kind);
            return new Page<>(List.of(), Optional.empty());
        }
    }

    @Test
    @ActivateRequestContext
    void whileTheChainIsLockedThoseAloneAreAskedForAgainOfWhomSomethingIsMissing() {
        counties.open(COUNTY, "补记县", "Gathering county");
        Gathering gathering = new Gathering(List.of(classroom), bookkeeping, chain, county);
        UUID one = Ids.next();
        UUID other = Ids.next();
        classroom.minutes.put(one, 5);
        classroom.minutes.put(other, 7);

        county.run(COUNTY, () -> gathering.run(COUNTY));
        classroom.minutes.put(other, 9);
        county.run(COUNTY, () -> gathering.run(COUNTY));
        county.run(COUNTY, () -> gathering.run(COUNTY));

        assertThat(classroom.askedAgain).containsExactly(Set.of(one, other), Set.of(other));
    }

    @Test
    @ActivateRequestContext
    void ofOneKindThoseAloneAreAskedWhoTellOfIt() {
        List<EntryKind> asked = new ArrayList<>();
        Gathering gathering = new Gathering(
                List.of(new Empty(EntryKind.QUIZ, asked), new Empty(EntryKind.ONLINE, asked)),
                bookkeeping,
                chain,
                county);

        county.run(COUNTY, () -> gathering.run(Gathering.of(EntryKind.ONLINE, Instant.EPOCH)));
        assertThat(asked).containsExactly(EntryKind.ONLINE);
        county.run(COUNTY, () -> gathering.run(COUNTY));
        assertThat(asked).hasSize(3);
    }
}
