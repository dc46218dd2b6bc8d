package org.tianbo.demo;

import io.quarkus.runtime.StartupEvent;
import jakarta.annotation.Priority;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import java.time.Clock;
import java.time.Duration;
import java.time.LocalDate;
import java.time.LocalTime;
import java.util.List;
import java.util.UUID;
import org.tianbo.attendance.ClassRegister;
import org.tianbo.attendance.SessionKind;
import org.tianbo.attendance.presence.AttendanceEntry.Mark;
import org.tianbo.attendance.presence.ListMarks;
import org.tianbo.attendance.schedule.ClassSessions;
import org.tianbo.attendance.schedule.SessionDetails;
import org.tianbo.attendance.schedule.SessionView;
import org.tianbo.people.NewPerson;
import org.tianbo.people.People;
import org.tianbo.platform.data.Ids;
import org.tianbo.platform.embedded.EmbeddedConfig;
import org.tianbo.platform.security.CurrentCounty;
import org.tianbo.platform.time.Zones;

/** What the demo's class has met for: a session a week ago with a list, one that is open today, one next week. */
@ApplicationScoped
class DemoSessions {

    private static final int AFTER_THE_DATA = 5_500;

    private final DemoConfig config;
    private final EmbeddedConfig embedded;
    private final CurrentCounty county;
    private final ClassRegister register;
    private final ClassSessions sessions;
    private final ListMarks marks;
    private final People people;
    private final Clock clock;

    DemoSessions(
            DemoConfig config,
            EmbeddedConfig embedded,
            CurrentCounty county,
            ClassRegister register,
            ClassSessions sessions,
            ListMarks marks,
            People people,
            Clock clock) {
        this.config = config;
        this.embedded = embedded;
        this.county = county;
        this.register = register;
        this.sessions = sessions;
        this.marks = marks;
        this.people = people;
        this.clock = clock;
    }

    void make(@Observes @Priority(AFTER_THE_DATA) StartupEvent started) {
        if (embedded.demoData() && config.walk()) {
            county.run(DemoPeople.FENGCHENG, this::plan);
        }
    }

    private void plan() {
        UUID cohort = register.names().entrySet().stream()
                .filter(named -> named.getValue().equals(DemoPeople.CLASS.name()))
                .findFirst()
                .orElseThrow()
                .getKey();
        UUID trainer = person("mentor1");
        LocalDate today = clock.instant().atZone(Zones.SHANGHAI).toLocalDate();
        if (sessions.ofClass(cohort).isEmpty()) {
            UUID held = Ids.next();
            sessions.plan(held, cohort, theory(trainer, today.minusWeeks(1)), 1, trainer);
            keepList(sessions.session(held), trainer);
            sessions.plan(Ids.next(), cohort, theory(trainer, today.plusWeeks(1)), 1, trainer);
        }
        UUID open = Ids.named("demo session", today.toString());
        sessions.plan(open, cohort, practice(trainer, today), 1, trainer);
    }

    /** Most of them came; one was not seen going. */
    private void keepList(SessionView session, UUID trainer) {
        List<UUID> trainees = DemoPeople.trainees().stream()
                .map(trainee -> person(trainee.login()))
                .toList();
        for (int index = 0; index < trainees.size() - 1; index++) {
            UUID trainee = trainees.get(index);
            Duration late = Duration.ofMinutes(3L * index);
            marks.mark(
                    session,
                    new ListMarks.Tap(
                            Ids.next(), trainee, Mark.IN, session.begins().plus(late)),
                    trainer);
            if (index > 0) {
                marks.mark(session, new ListMarks.Tap(Ids.next(), trainee, Mark.OUT, session.ends()), trainer);
            }
        }
    }

    /** Found again by the login. */
    private UUID person(String login) {
        return people.join(NewPerson.staff(login, login));
    }

    private static SessionDetails theory(UUID trainer, LocalDate day) {
        return new SessionDetails(
                "第一次开口说（演示）",
                SessionKind.THEORY,
                trainer,
                "",
                "",
                "拖船镇文化站",
                "先看一场直播，再每人说一句话。",
                day,
                LocalTime.of(9, 0),
                LocalTime.of(11, 30));
    }

    private static SessionDetails practice(UUID trainer, LocalDate day) {
        return new SessionDetails(
                "练播开放日（演示）",
                SessionKind.PRACTICE,
                trainer,
                "",
                "",
                "拖船镇文化站",
                "带上自己的货，轮流练一分钟。",
                day,
                LocalTime.of(8, 0),
                LocalTime.of(20, 0));
    }
}
