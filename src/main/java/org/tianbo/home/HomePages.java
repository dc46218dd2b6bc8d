package org.tianbo.home;

import io.quarkus.qute.CheckedTemplate;
import io.quarkus.qute.TemplateInstance;
import io.quarkus.security.Authenticated;
import jakarta.annotation.security.PermitAll;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import java.net.URI;
import java.time.Clock;
import java.util.EnumSet;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.tianbo.attendance.SessionsToday;
import org.tianbo.attendance.SessionsToday.SessionToday;
import org.tianbo.certification.Certificates;
import org.tianbo.cohort.SatisfactionAsked;
import org.tianbo.learning.LearningProgress;
import org.tianbo.mentoring.PublishedReviews;
import org.tianbo.notification.Inbox;
import org.tianbo.notification.InboxMessage;
import org.tianbo.platform.security.Roles;
import org.tianbo.platform.security.SignedIn;
import org.tianbo.platform.web.Language;
import org.tianbo.platform.web.assets.PreparedPage;
import org.tianbo.platform.web.assets.PreparedPages;
import org.tianbo.practice.Attempts;
import org.tianbo.practice.DeletedSoon;
import org.tianbo.privacy.Consents;
import org.tianbo.store.IncomeStabilityView;
import org.tianbo.store.LastOrders;
import org.tianbo.store.SteadyIncome;
import org.tianbo.store.StoreState;
import org.tianbo.store.StoreStatus;
import org.tianbo.store.StoreStatuses;

/** The address everybody begins at. */
@Path("/")
@Produces(MediaType.TEXT_HTML)
class HomePages {

    private final LearningProgress learning;
    private final Attempts practice;
    private final PublishedReviews mentoring;
    private final Certificates certification;
    private final StoreStatuses store;
    private final SteadyIncome steadiness;
    private final LastOrders orders;
    private final SessionsToday sessions;
    private final SatisfactionAsked satisfaction;
    private final PreparedPages pages;
    private final Inbox inbox;
    private final Consents consents;
    private final SignedIn signedIn;
    private final Clock clock;

    HomePages(
            LearningProgress learning,
            Attempts practice,
            PublishedReviews mentoring,
            Certificates certification,
            StoreStatuses store,
            SteadyIncome steadiness,
            LastOrders orders,
            SessionsToday sessions,
            SatisfactionAsked satisfaction,
            PreparedPages pages,
            Inbox inbox,
            Consents consents,
            SignedIn signedIn,
            Clock clock) {
        this.learning = learning;
        this.practice = practice;
        this.mentoring = mentoring;
        this.certification = certification;
        this.store = store;
        this.steadiness = steadiness;
        this.orders = orders;
        this.sessions = sessions;
        this.satisfaction = satisfaction;
        this.pages = pages;
        this.inbox = inbox;
        this.consents = consents;
        this.signedIn = signedIn;
        this.clock = clock;
    }

    @CheckedTemplate
    static class Templates {

        static native TemplateInstance trainee(
                TraineeHome home,
                List<SessionToday> sessions,
                boolean asked,
                List<DeletedSoon> deletedSoon,
                List<InboxMessage> inbox,
                boolean consentAsked);

        static native TemplateInstance operator();

        static native TemplateInstance offline();

        static native TemplateInstance unsent();
    }

    /** All that a trainee's home shows, but for whose it is. */
    private record HomeContent(
            TraineeHome home,
            List<SessionToday> sessions,
            boolean asked,
            List<DeletedSoon> deletedSoon,
            List<InboxMessage> inbox,
            boolean consentAsked,
            boolean helping,
            Locale locale) {}

    /** A trainee's next step; staff are led to their desks. */
    @GET
    @Authenticated
    public Object home(@Context HttpHeaders headers) {
        if (signedIn.is(Roles.TRAINEE) || signedIn.is(Roles.HELPER)) {
            return page(headers, Language.of(headers));
        }
        if (signedIn.is(Roles.MENTOR)) {
            return to("/mentoring");
        }
        if (signedIn.is(Roles.OFFICER) || signedIn.is(Roles.COORDINATOR)) {
            return to("/today");
        }
        if (signedIn.is(Roles.PROVINCE) && !signedIn.is(Roles.AUDITOR)) {
            return to("/province");
        }
        return signedIn.is(Roles.ADMIN) ? Templates.operator() : to("/cohorts");
    }

    /** Kept on every phone for when there is no network; says nothing about anybody, because phones are shared. */
    @GET
    @Path("/offline")
    @PermitAll
    public TemplateInstance offline() {
        return Templates.offline();
    }

    /** What is on the reader's phone only: the phone fills it in, with or without network. */
    @GET
    @Path("/unsent")
    @Authenticated
    public TemplateInstance unsent() {
        return Templates.unsent();
    }

    /** Rendered once for all trainees to whom it shows the same. */
    private Response page(HttpHeaders headers, Locale locale) {
        TraineeSnapshot snapshot = snapshot(signedIn.id());
        HomeContent content = new HomeContent(
                TraineeHome.of(snapshot, clock.instant(), locale),
                signedIn.isHelping() ? List.of() : sessions.of(signedIn.id()),
                !signedIn.isHelping() && satisfaction.of(signedIn.id()).isPresent(),
                practice.deletedSoon(snapshot.attempts()),
                inbox.unseen(signedIn.id(), clock.instant()),
                signedIn.is(Roles.TRAINEE) && consents.isAsked(signedIn.id()),
                signedIn.isHelping(),
                locale);
        PreparedPage page = pages.of(
                content,
                SignedIn.PLACEHOLDERS,
                () -> signedIn.behindPlaceholders(() -> Templates.trainee(
                                content.home(),
                                content.sessions(),
                                content.asked(),
                                content.deletedSoon(),
                                content.inbox(),
                                content.consentAsked())
                        .setLocale(locale)
                        .render()));
        return page.in(headers, signedIn.byPlaceholder()).response().build();
    }

    private TraineeSnapshot snapshot(UUID trainee) {
        Optional<StoreStatus> own = store.statusOf(trainee);
        Set<RoadStep> outside = EnumSet.noneOf(RoadStep.class);
        if (certification.certified(trainee)) {
            outside.add(RoadStep.CERTIFICATE);
        }
        if (own.filter(status -> status.state() == StoreState.OPEN).isPresent()) {
            outside.add(RoadStep.STORE);
        }
        if (own.flatMap(begun -> steadiness.of(trainee))
                .filter(IncomeStabilityView::steady)
                .isPresent()) {
            outside.add(RoadStep.INCOME);
        }
        return new TraineeSnapshot(
                learning.progress(trainee),
                practice.attemptsOf(trainee),
                mentoring.published(trainee),
                learning.feedbackRead(trainee),
                outside,
                own.filter(begun -> orders.hasOrdered(trainee)).isPresent(),
                own.map(status -> status.missing() > status.waiting()).orElse(true));
    }

    private static Response to(String address) {
        return Response.seeOther(URI.create(address)).build();
    }
}
