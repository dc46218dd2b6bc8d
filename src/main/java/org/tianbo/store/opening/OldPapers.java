package org.tianbo.store.opening;

import io.quarkus.narayana.jta.QuarkusTransaction;
import jakarta.enterprise.context.ApplicationScoped;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Clock;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.UUID;
import java.util.stream.Stream;
import org.jboss.logging.Logger;
import org.tianbo.curriculum.Curriculum;
import org.tianbo.curriculum.Rule;
import org.tianbo.curriculum.Rule.Papers;
import org.tianbo.media.Media;
import org.tianbo.platform.privacy.RetentionRule;
import org.tianbo.platform.security.CountyReads;
import org.tianbo.platform.security.CountyWrites;
import org.tianbo.platform.security.CurrentCounty;

/**
 * Removes what was shown to open a store once its time is over, words, link and photo; that it was shown, and what was
 * found about it, stays. What waits to be looked at is not removed before somebody has looked, unless nothing happened
 * about the store for as long.
 */
@ApplicationScoped
class OldPapers {

    private static final Logger LOG = Logger.getLogger(OldPapers.class);
    private static final int AT_ONCE = 200;
    private static final UUID BEFORE_ALL = new UUID(0, 0);

    private static final String RULES =
            "select distinct rule from gate_evidence where county = ? and given_at < ? and removed_at is null";

    private static final String OLD =
            """
            select e.id, e.store from gate_evidence e
            where e.county = ? and e.given_at < ? and e.rule = any(?::text[]) and e.removed_at is null
                and (e.words <> '' or e.link <> '' or e.photo <> '') and (%s) and\s""";

    private static final String NEXT = "e.id > ? order by e.id limit " + AT_ONCE;
    private static final String STILL = "e.id = ?";

    private static final String LOOKED_AT =
            """
            (e.answer = 'NOT_MINE'
                or exists (select 1 from gate_checks c where c.county = e.county and c.evidence = e.id))
            """;

    private static final String LATER =
            """
            exists (select 1 from gate_evidence l where l.county = e.county and l.store = e.store and l.rule = e.rule
                and (l.given_at, l.id) > (e.given_at, e.id)%s)
            """;

    /** Nothing was done about the store for as long, and it does not sell. */
    private static final String AT_REST =
            """
            not exists (select 1 from gate_evidence n where n.county = e.county and n.store = e.store
                and n.given_at >= ?)
            and not exists (select 1 from gate_checks k where k.county = e.county and k.store = e.store
                and k.checked_at >= ?)
            and not exists (select 1 from store_turns t where t.county = e.county and t.store = e.store
                and t.turned_at >= ?)
            and coalesce((select t.kind from store_turns t where t.county = e.county and t.store = e.store
                order by t.turned_at desc, t.id desc limit 1), 'CLOSED') = 'CLOSED'
            """;

    private static final String LOCK = "select 1 from stores where county = ? and id = ? for update";
    private static final String PHOTO = "select object_key from photo_of_evidence(?, ?)";
    private static final String REMOVE = "select remove_evidence(?, ?, ?)";

    private final CountyReads reads;
    private final CountyWrites writes;
    private final Curriculum curriculum;
    private final Media media;
    private final CurrentCounty county;
    private final Clock clock;

    OldPapers(
            CountyReads reads,
            CountyWrites writes,
            Curriculum curriculum,
            Media media,
            CurrentCounty county,
            Clock clock) {
        this.reads = reads;
        this.writes = writes;
        this.curriculum = curriculum;
        this.media = media;
        this.county = county;
        this.clock = clock;
    }

    /** Certificates of a lot of produce, from when they were handed in; those no store ever sold with go unseen too. */
    @ApplicationScoped
    static class OfProduce implements RetentionRule {

        private static final String CONDITION = LOOKED_AT + " or " + LATER.formatted("") + " or " + AT_REST;

        private final OldPapers papers;

        OfProduce(OldPapers papers) {
            this.papers = papers;
        }

        @Override
        public Rule rule() {
            return Rule.PRODUCE;
        }

        @Override
        public int remove(Instant before) {
            return papers.remove(Papers.PRODUCE, before, CONDITION, Collections.nCopies(3, before));
        }
    }

    /** All others: from when something else was handed in instead, or from when the store closed. */
    @ApplicationScoped
    static class OfSellers implements RetentionRule {

        private static final String CONDITION = LATER.formatted(" and l.given_at < ?") + " or " + AT_REST;

        private final OldPapers papers;

        OfSellers(OldPapers papers) {
            this.papers = papers;
        }

        @Override
        public Rule rule() {
            return Rule.SELLERS;
        }

        @Override
        public int remove(Instant before) {
            return papers.remove(Papers.SELLER, before, CONDITION, Collections.nCopies(4, before));
        }
    }

    private record Paper(UUID id, UUID store) {

        static Paper of(ResultSet row) throws SQLException {
            return new Paper(row.getObject("id", UUID.class), row.getObject("store", UUID.class));
        }
    }

    /** Which papers are old, and the values for the question marks of that. */
    private record Old(String papers, List<Object> values) {

        Object[] with(UUID id) {
            return Stream.concat(values.stream(), Stream.of(id)).toArray();
        }
    }

    /**
     * One that cannot be removed keeps nobody else's.
     *
     * @param more for the question marks of the condition
     * @return how many were emptied; 0 when nothing is left
     * @throws RuntimeException when something is left, and none of it can be removed
     */
    int remove(Papers kind, Instant before, String condition, List<Instant> more) {
        List<String> rules = reads.rows(RULES, row -> row.getString(1), county.id(), before).stream()
                .filter(rule -> kind(rule) == kind)
                .toList();
        if (rules.isEmpty()) {
            return 0;
        }
        List<Object> values = new ArrayList<>(List.of(county.id(), before, rules));
        values.addAll(more);
        return remove(new Old(OLD.formatted(condition), values));
    }

    private int remove(Old old) {
        int emptied = 0;
        RuntimeException failed = null;
        UUID last = BEFORE_ALL;
        List<Paper> page = next(old, last);
        while (!page.isEmpty()) {
            for (Paper paper : page) {
                try {
                    emptied += remove(old, paper);
                } catch (RuntimeException broken) {
                    LOG.errorf(broken, "Paper %s of store %s cannot be removed", paper.id(), paper.store());
                    failed = broken;
                }
                last = paper.id();
            }
            page = next(old, last);
        }
        if (emptied == 0 && failed != null) {
            throw failed;
        }
        return emptied;
    }

    private List<Paper> next(Old old, UUID last) {
        return reads.rows(old.papers() + NEXT, Paper::of, old.with(last));
    }

    /** Of a rule that is published no longer nobody can say that it was about produce. */
    private Papers kind(String rule) {
        return curriculum
                .findRule(rule)
                .flatMap(Rule::gate)
                .map(Rule.Opening::papers)
                .orElse(Papers.SELLER);
    }

    /**
     * Bytes first: stopped in between, the row still says that there is something to remove. The store is held, so that
     * nobody opens it or shows the same photo for another gate meanwhile; whoever did so before is heard.
     *
     * @return how many were emptied
     */
    private int remove(Old old, Paper paper) {
        return QuarkusTransaction.requiringNew().call(() -> {
            reads.rows(LOCK, row -> row.getInt(1), county.id(), paper.store());
            if (reads.rows(old.papers() + STILL, Paper::of, old.with(paper.id()))
                    .isEmpty()) {
                return 0;
            }
            reads.rows(PHOTO, row -> row.getString(1), county.id(), paper.id()).forEach(media::delete);
            writes.returning(REMOVE, row -> paper, county.id(), paper.id(), clock.instant());
            return 1;
        });
    }
}
