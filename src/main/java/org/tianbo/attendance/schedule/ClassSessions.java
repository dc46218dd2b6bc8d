package org.tianbo.attendance.schedule;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Event;
import jakarta.transaction.Transactional;
import java.time.Clock;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.UUID;
import java.util.stream.Collectors;
import org.jboss.logging.Logger;
import org.tianbo.attendance.ClassRegister;
import org.tianbo.attendance.SessionPlanned;
import org.tianbo.attendance.SessionRefused;
import org.tianbo.attendance.SessionUnknown;
import org.tianbo.people.People;
import org.tianbo.platform.data.Ids;
import org.tianbo.platform.error.Refused;
import org.tianbo.platform.security.CurrentCounty;
import org.tianbo.platform.time.DateTexts;

/** The sessions of the county's classes. */
@ApplicationScoped
public class ClassSessions {

    private static final Logger LOG = Logger.getLogger(ClassSessions.class);
    private static final int MOST_WEEKS = 30;

    private final ClassSessionRepository sessions;
    private final ClassRegister register;
    private final People people;
    private final CurrentCounty county;
    private final Event<SessionPlanned> planned;
    private final Clock clock;

    ClassSessions(
            ClassSessionRepository sessions,
            ClassRegister register,
            People people,
            CurrentCounty county,
            Event<SessionPlanned> planned,
            Clock clock) {
        this.sessions = sessions;
        this.register = register;
        this.people = people;
        this.county = county;
        this.planned = planned;
        this.clock = clock;
    }

    /**
     * Plans one session or one each week. Sent again, nothing is planned twice.
     *
     * @param first the id of the first, as whoever plans it named it
     * @param weeks how many there shall be, one for a single session
     * @throws Refused when a field does not fit
     */
    @Transactional
    public void plan(UUID first, UUID cohort, SessionDetails details, int weeks, UUID by) {
        register.name(cohort);
        details.check();
        checkTeacher(cohort, details);
        if (weeks < 1 || weeks > MOST_WEEKS) {
            throw SessionRefused.because("weeks", "attendance.weeks-out-of-range");
        }
        for (int week = 0; week < weeks; week++) {
            UUID id = week == 0 ? first : Ids.named(first.toString(), Integer.toString(week));
            if (sessions.findByIdOptional(id).isEmpty()) {
                sessions.persist(ClassSession.of(id, cohort, details.later(week), by, clock.instant()));
                announce(id);
            }
        }
        LOG.infof("%d sessions planned for class %s, the first is %s", weeks, cohort, first);
    }

    /** @throws SessionUnknown when the county has none of that id */
    @Transactional
    public SessionView session(UUID id) {
        return views(List.of(sessions.findByIdOptional(id).orElseThrow(SessionUnknown::new)))
                .get(0);
    }

    /** All sessions of the class, the earliest first. */
    @Transactional
    public List<SessionView> ofClass(UUID cohort) {
        register.name(cohort);
        return views(sessions.ofClass(cohort));
    }

    /** Those of these classes that end after the one time and begin before the other, the earliest first. */
    @Transactional
    public List<SessionView> ofClasses(Collection<UUID> cohorts, Instant after, Instant before) {
        return views(sessions.ofClasses(cohorts, after, before));
    }

    /** Those of the whole county that end after the one time and begin before the other, the earliest first. */
    @Transactional
    public List<SessionView> between(Instant after, Instant before) {
        return views(sessions.between(after, before));
    }

    /**
     * Changes what is planned. Both values of each change are kept; once the session has begun a reason is asked for.
     *
     * @throws Refused when a field does not fit or the reason is missing
     */
    @Transactional
    public void change(UUID id, SessionDetails wanted, String reason, UUID by) {
        ClassSession session = sessions.findByIdOptional(id).orElseThrow(SessionUnknown::new);
        wanted.check();
        checkTeacher(session.cohort, wanted);
        Instant now = clock.instant();
        String why = now.isBefore(session.beginsAt) ? ChangeReason.optional(reason) : ChangeReason.required(reason);
        Map<SessionField, String> before = texts(session.details());
        Map<SessionField, String> after = texts(wanted);
        before.forEach((field, old) -> {
            if (!old.equals(after.get(field))) {
                append(id, field, old, after.get(field), new SessionChange.Why(why, by, now));
            }
        });
        session.become(wanted);
        announce(id);
        LOG.infof("Session %s changed", id);
    }

    /** Says that the session does not take place; saying so twice keeps the first reason. */
    @Transactional
    public void cancel(UUID id, String reason, UUID by) {
        ClassSession session = sessions.findByIdOptional(id).orElseThrow(SessionUnknown::new);
        String why = ChangeReason.required(reason);
        if (session.cancelled.isEmpty()) {
            append(id, SessionField.CANCELLED, "", why, new SessionChange.Why(why, by, clock.instant()));
            session.cancelled = why;
            announce(id);
            LOG.infof("Session %s cancelled", id);
        }
    }

    /** Says that a cancelled session takes place after all. */
    @Transactional
    public void restore(UUID id, UUID by) {
        ClassSession session = sessions.findByIdOptional(id).orElseThrow(SessionUnknown::new);
        if (!session.cancelled.isEmpty()) {
            append(id, SessionField.CANCELLED, session.cancelled, "", new SessionChange.Why("", by, clock.instant()));
            session.cancelled = "";
            announce(id);
            LOG.infof("Session %s takes place after all", id);
        }
    }

    /** What was changed about it, the earliest first. */
    @Transactional
    public List<SessionChangeView> changes(UUID id) {
        List<SessionChange> changes = sessions.changes(id);
        Map<UUID, String> names = people.names(
                changes.stream().map(change -> change.changedBy).distinct().toList());
        return changes.stream()
                .map(change -> new SessionChangeView(
                        change.field,
                        change.oldValue,
                        change.newValue,
                        change.reason,
                        names.getOrDefault(change.changedBy, ""),
                        change.changedAt))
                .toList();
    }

    private void announce(UUID session) {
        planned.fire(new SessionPlanned(county.id(), session, clock.instant()));
    }

    private void append(UUID session, SessionField field, String before, String after, SessionChange.Why why) {
        sessions.getEntityManager().persist(SessionChange.of(session, field, before, after, why));
    }

    /** Who learns in a class does not teach it, and somebody unknown teaches nowhere. */
    private void checkTeacher(UUID cohort, SessionDetails details) {
        UUID teacher = details.teacher();
        if (teacher != null && (people.trainees(List.of(teacher)).isEmpty() || register.isMember(cohort, teacher))) {
            throw SessionRefused.because("teacher", "attendance.teacher-unknown");
        }
    }

    private Map<SessionField, String> texts(SessionDetails details) {
        String teacher = details.teacher() == null
                ? details.guest() + " " + details.credentials()
                : people.trainee(details.teacher()).name();
        Map<SessionField, String> texts = new EnumMap<>(SessionField.class);
        texts.put(SessionField.TITLE, details.title());
        texts.put(SessionField.KIND, details.kind().name());
        texts.put(SessionField.TEACHER, teacher.strip());
        texts.put(SessionField.PLACE, details.place());
        texts.put(SessionField.TIME, DateTexts.minute(details.begins()) + "–" + details.to());
        texts.put(SessionField.PLAN, details.plan());
        return texts;
    }

    private List<SessionView> views(List<ClassSession> rows) {
        if (rows.isEmpty()) {
            return List.of();
        }
        Map<UUID, String> classes = register.names();
        Map<UUID, String> teachers = people.names(rows.stream()
                .map(session -> session.teacher)
                .filter(Objects::nonNull)
                .collect(Collectors.toSet()));
        List<SessionView> views = new ArrayList<>(rows.size());
        for (ClassSession row : rows) {
            views.add(new SessionView(
                    row.id,
                    row.cohort,
                    classes.getOrDefault(row.cohort, ""),
                    row.details(),
                    row.teacher == null ? row.guest : teachers.getOrDefault(row.teacher, ""),
                    row.cancelled));
        }
        return views;
    }
}
