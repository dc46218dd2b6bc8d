package org.tianbo.certification.certificate;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.tianbo.certification.criteria.Readiness;
import org.tianbo.certification.criteria.ReadinessRecord;
import org.tianbo.people.People;
import org.tianbo.people.PersonUnknown;
import org.tianbo.people.PersonView;
import org.tianbo.people.StaffVillages;
import org.tianbo.platform.data.Page;

/** Trainees who wait for a certificate and certificates issued, a page at a time. */
@ApplicationScoped
public class CertificationLists {

    private static final UUID BEFORE_ALL = new UUID(0, 0);
    private static final UUID AFTER_ALL = new UUID(-1, -1);

    private final Certification certification;
    private final CertificateRepository certificates;
    private final People people;
    private final StaffVillages villages;

    CertificationLists(
            Certification certification, CertificateRepository certificates, People people, StaffVillages villages) {
        this.certification = certification;
        this.certificates = certificates;
        this.people = people;
        this.villages = villages;
    }

    /**
     * Those who meet the criteria and hold no valid certificate, the longest waiting first.
     *
     * @param after the last one of the page before
     */
    @Transactional
    public Page<Candidate, UUID> candidates(Optional<UUID> after, int size) {
        Optional<ReadinessRecord> last = after.flatMap(certificates::readinessRecord);
        Page<ReadinessRecord, UUID> waiting = Page.of(
                certificates.readyWithoutCertificate(
                        last.map(record -> record.readyAt).orElse(Instant.EPOCH),
                        last.map(record -> record.trainee).orElse(BEFORE_ALL),
                        size + 1),
                size,
                record -> record.trainee);
        List<UUID> ids = waiting.rows().stream().map(record -> record.trainee).toList();
        Map<UUID, PersonView> trainees = named(ids);
        Map<UUID, Readiness> readiness = certification.readiness(ids);
        return new Page<>(
                waiting.rows().stream()
                        .map(record -> new Candidate(
                                trainees.get(record.trainee), readiness.get(record.trainee), record.readyAt))
                        .toList(),
                waiting.next());
    }

    /**
     * The certificates issued, revoked ones included, the latest first.
     *
     * @param before the id of the last one of the page before
     */
    @Transactional
    public Page<IssuedCertificate, UUID> issued(Optional<UUID> before, int size) {
        Page<Certificate, UUID> page =
                Page.of(certificates.before(before.orElse(AFTER_ALL), size + 1), size, each -> each.id);
        Map<UUID, String> reasons =
                certificates
                        .revocations(page.rows().stream().map(each -> each.id).toList())
                        .stream()
                        .collect(Collectors.toMap(
                                revocation -> revocation.certificate, revocation -> revocation.reason));
        Map<UUID, PersonView> trainees =
                named(page.rows().stream().map(each -> each.trainee).toList());
        return new Page<>(
                page.rows().stream()
                        .map(each -> new IssuedCertificate(
                                trainees.get(each.trainee),
                                each.serial,
                                each.issuedAt,
                                reasons.getOrDefault(each.id, "")))
                        .toList(),
                page.next());
    }

    /** @throws PersonUnknown for somebody whom the reader does not see */
    public void mustBeSeen(UUID trainee) {
        if (!villages.sees(trainee)) {
            throw new PersonUnknown();
        }
    }

    private Map<UUID, PersonView> named(Collection<UUID> trainees) {
        return people.trainees(trainees).stream().collect(Collectors.toMap(PersonView::id, Function.identity()));
    }
}
