package org.tianbo.cohort.page.start;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Named;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.ConcurrentHashMap;
import org.tianbo.platform.security.CountyReads;
import org.tianbo.platform.security.CurrentCounty;
import org.tianbo.platform.security.Roles;
import org.tianbo.platform.security.SignedIn;

/**
 * How far a new county has come, until somebody of it has finished a first lesson: counted from what is there, nothing
 * is ticked by hand. Villages, staff, cards and mentors are counted in the same statement as the classes.
 */
@ApplicationScoped
@Named("firstDay")
public class CountyFirstDay {

    private static final String COUNTS =
            """
            select
                (select count(*) from villages v where v.county = c.id) as villages,
                (select count(*) from cohorts k where k.county = c.id) as classes,
                (select k.id from cohorts k where k.county = c.id order by k.starts_on desc, k.name limit 1) as latest,
                (select count(*) from enrolments e where e.county = c.id and e.left_at is null) as people,
                (select count(*) from staff s where s.county = c.id and s.role = 'mentor' and s.ended_at is null)
                    as mentors,
                (select count(*) from enrolments e where e.county = c.id and e.left_at is null and exists (
                    select 1 from mentorships m where m.county = e.county and m.trainee = e.trainee)) as mentored,
                (select count(*) from enrolments e where e.county = c.id and e.left_at is null and exists (
                    select 1 from cards x where x.county = e.county and x.person = e.trainee
                        and x.withdrawn_at is null)) as carded,
                (select count(*) from enrolments e where e.county = c.id and e.stage <> 'ENROLLED') as learning
            from counties c where c.id = ?
            """;

    /** A first lesson stays finished: these counties need no more looking at. */
    private final Set<String> begun = ConcurrentHashMap.newKeySet();

    private final CountyReads reads;
    private final CurrentCounty county;
    private final SignedIn signedIn;

    CountyFirstDay(CountyReads reads, CurrentCounty county, SignedIn signedIn) {
        this.reads = reads;
        this.county = county;
        this.signedIn = signedIn;
    }

    /**
     * What is there.
     *
     * @param latest the latest class; empty where there is none
     * @param people still in a class, {@code mentored} and {@code carded} those of them with a mentor and with a card
     * @param learning who have finished a first lesson
     */
    public record Counts(
            int villages,
            int classes,
            Optional<UUID> latest,
            int people,
            int mentors,
            int mentored,
            int carded,
            int learning) {

        /** In the order in which they are done. */
        public List<FirstDayStep> steps() {
            return FirstDayStep.of(this);
        }
    }

    public Counts counts() {
        return reads
                .rows(
                        COUNTS,
                        row -> new Counts(
                                row.getInt("villages"),
                                row.getInt("classes"),
                                Optional.ofNullable(row.getObject("latest", UUID.class)),
                                row.getInt("people"),
                                row.getInt("mentors"),
                                row.getInt("mentored"),
                                row.getInt("carded"),
                                row.getInt("learning")),
                        county.id())
                .stream()
                .findFirst()
                .orElse(new Counts(0, 0, Optional.empty(), 0, 0, 0, 0, 0));
    }

    /** Whether the reader is an officer of a county that is not there yet. */
    public boolean isPending() {
        if (!signedIn.is(Roles.OFFICER) || begun.contains(county.id())) {
            return false;
        }
        boolean pending = counts().learning() == 0;
        if (!pending) {
            begun.add(county.id());
        }
        return pending;
    }
}
