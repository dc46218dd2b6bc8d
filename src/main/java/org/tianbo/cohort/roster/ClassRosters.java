package org.tianbo.cohort.roster;

import io.quarkus.narayana.jta.runtime.TransactionConfiguration;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import java.io.InputStream;
import java.security.DigestInputStream;
import java.security.MessageDigest;
import java.time.Clock;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.tianbo.cohort.CohortRefused;
import org.tianbo.cohort.MilestoneEvidence;
import org.tianbo.cohort.enrolment.Cohorts;
import org.tianbo.cohort.enrolment.Consent;
import org.tianbo.people.Corrections;
import org.tianbo.people.Corrections.PersonField;
import org.tianbo.people.Corrections.RosterChange;
import org.tianbo.people.Corrections.RosterChanges;
import org.tianbo.people.Rosters;
import org.tianbo.people.Rosters.Roster;
import org.tianbo.people.Rosters.RosterReport;
import org.tianbo.platform.data.Ids;
import org.tianbo.platform.data.Page;
import org.tianbo.platform.data.Sha256;
import org.tianbo.platform.error.Refused;

/** Brings a roster file's people into a class. */
@ApplicationScoped
public class ClassRosters {

    /** For fifty thousand people on a slow machine; the default is a minute. */
    private static final int LONGEST_SECONDS = 900;

    private static final UUID AFTER_ALL = new UUID(-1, -1);

    private final Cohorts cohorts;
    private final Rosters rosters;
    private final Corrections corrections;
    private final EarlierCourses courses;
    private final RosterImportRepository imports;
    private final Clock clock;

    ClassRosters(
            Cohorts cohorts,
            Rosters rosters,
            Corrections corrections,
            EarlierCourses courses,
            RosterImportRepository imports,
            Clock clock) {
        this.cohorts = cohorts;
        this.rosters = rosters;
        this.corrections = corrections;
        this.courses = courses;
        this.imports = imports;
        this.clock = clock;
    }

    /**
     * What a roster brings to the class.
     *
     * @param newcomers those accepted who were not on the class's roster before
     * @param changes where the roster differs from what the county has of people it knows
     * @param corrected whether those changes were taken over
     */
    public record Outcome(RosterReport report, int newcomers, RosterChanges changes, boolean corrected) {}

    /** What importing the file would do; stores nothing. */
    @Transactional
    @TransactionConfiguration(timeout = LONGEST_SECONDS)
    public Outcome check(UUID cohort, InputStream file) {
        return checkHere(cohort, file);
    }

    /** Within the transaction of the caller. */
    Outcome checkHere(UUID cohort, InputStream file) {
        cohorts.require(cohort);
        Roster roster = rosters.read(file);
        Map<Integer, UUID> known = rosters.known(roster);
        Set<UUID> already = cohorts.among(cohort, known.values());
        int newcomers = roster.report().accepted() - already.size();
        return new Outcome(roster.report(), newcomers, wanted(cohort, roster, known), false);
    }

    /** What it says differently of people whom the county knows, and of those in the class also what they learned. */
    private RosterChanges wanted(UUID cohort, Roster roster, Map<Integer, UUID> people) {
        RosterChanges ofRegister = corrections.wanted(roster);
        List<RosterChange> ofClass = courses.differing(cohort, roster, people);
        return ofClass.isEmpty()
                ? ofRegister
                : new RosterChanges(Stream.concat(ofRegister.all().stream(), ofClass.stream())
                        .sorted(Comparator.comparingInt(RosterChange::line))
                        .toList());
    }

    /** The rows of the file that could not be taken, as a CSV text to mend; stores nothing. */
    @Transactional
    @TransactionConfiguration(timeout = LONGEST_SECONDS)
    public String rejectedRows(UUID cohort, byte[] file, Locale locale) {
        cohorts.require(cohort);
        return rosters.rejectedRows(file, locale);
    }

    /**
     * Looks at the class before the file.
     *
     * @throws Refused when none is named
     * @throws org.tianbo.cohort.CohortUnknown when the county has no such class
     */
    @Transactional
    public void requireClass(UUID cohort) {
        if (cohort == null) {
            throw CohortRefused.because("cohort", "cohort.class-missing");
        }
        cohorts.require(cohort);
    }

    /**
     * Takes the accepted people into the class. The same file again changes nothing. What the county has of people it
     * knows is corrected only on confirmation.
     *
     * @param confirmed the {@link RosterChanges#confirmation()} of the changes that were seen; empty to leave them
     * @throws org.tianbo.platform.table.UnreadableTable when the file is no roster at all
     * @throws Refused when the changes are not those that were seen; then nothing is stored
     */
    @Transactional
    @TransactionConfiguration(timeout = LONGEST_SECONDS)
    public Outcome importFile(UUID cohort, InputStream file, Optional<String> confirmed, UUID by) {
        return importHere(cohort, file, confirmed, by);
    }

    /** As {@link #importFile}, within the transaction of the caller. */
    Outcome importHere(UUID cohort, InputStream file, Optional<String> confirmed, UUID by) {
        cohorts.require(cohort);
        MessageDigest digest = Sha256.begin();
        Roster roster = rosters.read(new DigestInputStream(file, digest));
        String sha256 = Sha256.hex(digest);
        UUID id = Ids.next();
        Map<UUID, MilestoneEvidence> evidence = new LinkedHashMap<>();
        Map<Integer, UUID> people = rosters.join(roster);
        people.forEach((line, person) ->
                evidence.put(person, new MilestoneEvidence(MilestoneEvidence.Kind.ROSTER, id + "#" + line)));
        Map<UUID, String> told = EarlierCourses.told(roster, people);
        if (!told.isEmpty()) {
            told.keySet().removeAll(cohorts.among(cohort, told.keySet()));
        }
        int newcomers = cohorts.enrol(cohort, evidence, Consent.onPaper(by));
        courses.write(cohort, told);
        if (newcomers > 0) {
            imports.persist(receipt(id, cohort, roster.report(), newcomers, by, sha256));
        }
        RosterChanges changes = wanted(cohort, roster, people);
        boolean correct = confirmed.isPresent() && !changes.isEmpty();
        if (correct) {
            if (!changes.confirmation().equals(confirmed.get())) {
                throw CohortRefused.because("confirm", "cohort.changes-differ");
            }
            take(cohort, changes, sha256, by);
        }
        return new Outcome(roster.report(), newcomers, changes, correct);
    }

    private void take(UUID cohort, RosterChanges changes, String sha256, UUID by) {
        Map<Boolean, List<RosterChange>> ofClass = changes.all().stream()
                .collect(Collectors.partitioningBy(change -> change.field() == PersonField.EARLIER_COURSES));
        corrections.apply(new RosterChanges(ofClass.get(false)), sha256, by);
        courses.correct(cohort, ofClass.get(true));
        corrections.note(
                new RosterChanges(ofClass.get(true)), cohorts.cohort(cohort).name(), sha256, by);
    }

    /**
     * The imports so far that brought somebody, the latest first.
     *
     * @param from the first one wanted; empty for the latest
     * @return {@code next} is the first one of the next page
     */
    @Transactional
    public Page<RosterImportView, UUID> imports(UUID cohort, Optional<UUID> from, int size) {
        cohorts.require(cohort);
        List<RosterImportView> found = imports.from(cohort, from.orElse(AFTER_ALL), size + 1).stream()
                .map(RosterImportView::of)
                .toList();
        return new Page<>(
                found.stream().limit(size).toList(),
                found.stream().skip(size).findFirst().map(RosterImportView::id));
    }

    private RosterImport receipt(UUID id, UUID cohort, RosterReport report, int newcomers, UUID by, String sha256) {
        RosterImport receipt = new RosterImport();
        receipt.id = id;
        receipt.cohort = cohort;
        receipt.sha256 = sha256;
        receipt.rowCount = report.rows();
        receipt.accepted = report.accepted();
        receipt.merged = report.merged();
        receipt.rejected = report.rejected().size();
        receipt.newcomers = newcomers;
        receipt.importedBy = by;
        receipt.importedAt = clock.instant();
        return receipt;
    }
}
