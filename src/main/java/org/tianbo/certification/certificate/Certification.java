package org.tianbo.certification.certificate;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Event;
import jakarta.enterprise.event.Observes;
import jakarta.transaction.Transactional;
import java.security.SecureRandom;
import java.time.Clock;
import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.jboss.logging.Logger;
import org.tianbo.certification.CertificateIssued;
import org.tianbo.certification.CertificateRevoked;
import org.tianbo.certification.Certificates;
import org.tianbo.certification.CertificationRefused;
import org.tianbo.certification.TraineeReady;
import org.tianbo.certification.criteria.CertificationCriteria;
import org.tianbo.certification.criteria.CriteriaSettings;
import org.tianbo.certification.criteria.Readiness;
import org.tianbo.certification.criteria.ReadinessRecord;
import org.tianbo.learning.LearningProgress;
import org.tianbo.learning.Progress;
import org.tianbo.learning.RecordsSynced;
import org.tianbo.mentoring.PublishedReviews;
import org.tianbo.mentoring.ReviewPublished;
import org.tianbo.mentoring.ReviewSummary;
import org.tianbo.people.Counties;
import org.tianbo.people.People;
import org.tianbo.platform.data.Ids;
import org.tianbo.platform.security.CurrentCounty;
import org.tianbo.platform.time.Zones;

/** Who meets the county's criteria, and the certificates it has given. */
@ApplicationScoped
public class Certification implements Certificates {

    private static final Logger LOG = Logger.getLogger(Certification.class);
    private static final SecureRandom LOT = new SecureRandom();

    private final CertificateRepository certificates;
    private final CriteriaSettings settings;
    private final LearningProgress learning;
    private final PublishedReviews mentoring;
    private final People people;
    private final Counties counties;
    private final CurrentCounty county;
    private final Clock clock;
    private final Announcements announcements;

    Certification(
            CertificateRepository certificates,
            CriteriaSettings settings,
            LearningProgress learning,
            PublishedReviews mentoring,
            People people,
            Counties counties,
            CurrentCounty county,
            Clock clock,
            Announcements announcements) {
        this.certificates = certificates;
        this.settings = settings;
        this.learning = learning;
        this.mentoring = mentoring;
        this.people = people;
        this.counties = counties;
        this.county = county;
        this.clock = clock;
        this.announcements = announcements;
    }

    /** The events published to other features. */
    @ApplicationScoped
    static class Announcements {

        private final Event<TraineeReady> ready;
        private final Event<CertificateIssued> issued;
        private final Event<CertificateRevoked> revoked;

        Announcements(Event<TraineeReady> ready, Event<CertificateIssued> issued, Event<CertificateRevoked> revoked) {
            this.ready = ready;
            this.issued = issued;
            this.revoked = revoked;
        }

        void announce(TraineeReady event) {
            ready.fire(event);
        }

        void announce(CertificateIssued event) {
            issued.fire(event);
        }

        void announce(CertificateRevoked event) {
            revoked.fire(event);
        }
    }

    public CertificationCriteria criteria() {
        return settings.criteria();
    }

    @Transactional
    public Readiness readiness(UUID trainee) {
        return readiness(List.of(trainee)).get(trainee);
    }

    Map<UUID, Readiness> readiness(Collection<UUID> trainees) {
        CertificationCriteria criteria = criteria();
        Map<UUID, Progress> progress = learning.progress(trainees);
        Map<UUID, List<ReviewSummary>> published = mentoring.published(trainees);
        return trainees.stream()
                .collect(Collectors.toMap(
                        Function.identity(),
                        trainee -> criteria.measure(
                                learned(progress.get(trainee)), scored(published.getOrDefault(trainee, List.of())))));
    }

    @Override
    public boolean certified(UUID trainee) {
        return certificates.certified(trainee);
    }

    /** The trainee's latest certificate, revoked or not. */
    @Transactional
    public Optional<CertificateView> certificateOf(UUID trainee) {
        return certificates.ofTrainee(trainee).map(this::view);
    }

    /** As anybody may verify it; call as the serial's county. */
    @Transactional
    public CertificateView certificate(Serial serial) {
        return certificates.withSerial(serial.toString()).map(this::view).orElseThrow(CertificationRefused::unknown);
    }

    /** The examiner's pass. */
    @Transactional
    public String pass(UUID trainee, UUID examiner) {
        certificates.lock(people.trainee(trainee).id());
        if (certificateOf(trainee).filter(CertificateView::valid).isPresent()) {
            throw CertificationRefused.certifiedAlready();
        }
        if (certificates.readinessRecord(trainee).isEmpty()) {
            throw CertificationRefused.notReady();
        }
        Certificate certificate = new Certificate();
        certificate.id = Ids.next();
        certificate.trainee = trainee;
        certificate.issuedBy = examiner;
        certificate.issuedAt = clock.instant();
        int year = certificate.issuedAt.atZone(Zones.SHANGHAI).getYear();
        certificate.serial = Serial.draw(county.id(), year, LOT).toString();
        certificates.persist(certificate);
        announcements.announce(new CertificateIssued(county.id(), trainee, certificate.serial, certificate.issuedAt));
        LOG.infof("Certificate %s issued by %s", certificate.serial, examiner);
        return certificate.serial;
    }

    @Transactional
    public void revoke(String serial, String reason, UUID by) {
        Certificate certificate = certificates.withSerial(serial).orElseThrow(CertificationRefused::unknown);
        certificates.lock(certificate.trainee);
        if (certificates.revocation(certificate.id).isPresent()) {
            throw CertificationRefused.revokedAlready();
        }
        if (reason == null || reason.isBlank()) {
            throw CertificationRefused.reasonMissing();
        }
        Revocation revocation = new Revocation();
        revocation.certificate = certificate.id;
        revocation.reason = reason.strip();
        revocation.revokedBy = by;
        revocation.revokedAt = clock.instant();
        certificates.getEntityManager().persist(revocation);
        announcements.announce(new CertificateRevoked(county.id(), certificate.trainee, serial, revocation.revokedAt));
        LOG.infof("Certificate %s revoked by %s", serial, by);
    }

    void onReview(@Observes ReviewPublished review) {
        evaluate(review.trainee());
    }

    void onLearning(@Observes RecordsSynced synced) {
        if (!synced.ofType("lesson.completed").isEmpty()
                || !synced.ofType("quiz.submitted").isEmpty()) {
            evaluate(synced.person());
        }
    }

    /** Records, once, that the trainee meets the criteria. */
    @Transactional
    void evaluate(UUID trainee) {
        if (certificates.readinessRecord(trainee).isPresent()) {
            return;
        }
        certificates.getEntityManager().flush();
        certificates.lock(trainee);
        Readiness readiness = readiness(trainee);
        if (!readiness.ready() || certificates.isRecorded(trainee)) {
            return;
        }
        Instant now = clock.instant();
        ReadinessRecord record = new ReadinessRecord();
        record.trainee = trainee;
        record.reviews = readiness.criteria().reviews();
        record.score = readiness.criteria().score();
        record.readyAt = now;
        certificates.getEntityManager().persist(record);
        announcements.announce(new TraineeReady(county.id(), trainee, now));
    }

    /** Of what all counties are taught: a lesson that a county adds makes nobody less ready. */
    static CertificationCriteria.Learned learned(Progress progress) {
        List<Progress.OfLesson> lessons = progress.courses().stream()
                .filter(course -> !course.own())
                .flatMap(course -> course.lessons().stream())
                .toList();
        int done = (int) lessons.stream().filter(Progress.OfLesson::done).count();
        int passed =
                (int) lessons.stream().filter(Progress.OfLesson::quizPassed).count();
        return new CertificationCriteria.Learned(done, lessons.size(), passed, lessons.size());
    }

    private static List<CertificationCriteria.ReviewedAttempt> scored(List<ReviewSummary> published) {
        return published.stream()
                .map(review ->
                        new CertificationCriteria.ReviewedAttempt(review.attempt(), review.score(), review.veto()))
                .toList();
    }

    private CertificateView view(Certificate certificate) {
        return new CertificateView(
                certificate.serial,
                certificate.trainee,
                people.trainee(certificate.trainee).name(),
                counties.county(certificate.county).orElseThrow(),
                certificate.issuedAt,
                certificates
                        .revocation(certificate.id)
                        .map(revocation -> revocation.revokedAt)
                        .orElse(null));
    }
}
