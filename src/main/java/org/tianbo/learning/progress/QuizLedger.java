package org.tianbo.learning.progress;

import jakarta.enterprise.context.ApplicationScoped;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.UUID;
import org.tianbo.platform.audit.EntryField;
import org.tianbo.platform.audit.EntryKind;
import org.tianbo.platform.audit.LedgerEntries;
import org.tianbo.platform.audit.LedgerEntry;
import org.tianbo.platform.data.Jdbc;
import org.tianbo.platform.data.Page;
import org.tianbo.platform.security.CountyReads;
import org.tianbo.platform.security.CurrentCounty;

/** What the ledger is told of quizzes: one entry a trainee and lesson, which each new try corrects. */
@ApplicationScoped
class QuizLedger implements LedgerEntries {

    private static final String RESULTS =
            """
            select trainee, lesson, tries, best, passed_at, last, last_at,
                (select count(*) from sync_records s where s.county = quiz_results.county and s.person = trainee
                    and s.helping is not null and s.type = 'quiz.submitted' and s.data ->> 'lesson' = lesson) as helped
            from quiz_results where county = ? and \
            """;

    private static final String NEXT_TRAINEES =
            """
            trainee in (select distinct trainee from quiz_results where county = ? and trainee > ?
                order by trainee limit ?)
            order by trainee, lesson
            """;

    private final CountyReads reads;
    private final CurrentCounty county;

    QuizLedger(CountyReads reads, CurrentCounty county) {
        this.reads = reads;
        this.county = county;
    }

    @Override
    public EntryKind kind() {
        return EntryKind.QUIZ;
    }

    /** @param thing a trainee */
    @Override
    public List<LedgerEntry> of(UUID thing, Set<UUID> people) {
        return reads.rows(RESULTS + "trainee = ? order by lesson", QuizLedger::entry, county.id(), thing);
    }

    @Override
    public Page<LedgerEntry, UUID> after(UUID last, int most) {
        List<LedgerEntry> all =
                reads.rows(RESULTS + NEXT_TRAINEES, QuizLedger::entry, county.id(), county.id(), last, most);
        return new Page<>(all, all.stream().reduce((earlier, later) -> later).map(LedgerEntry::thing));
    }

    private static LedgerEntry entry(ResultSet row) throws SQLException {
        UUID trainee = row.getObject("trainee", UUID.class);
        String lesson = row.getString("lesson");
        return new LedgerEntry(
                EntryKind.QUIZ,
                trainee + "/" + lesson,
                trainee,
                Jdbc.instant(row, "last_at"),
                trainee,
                null,
                trainee,
                "",
                // No try with help is no value, as in all that was written before anybody could help.
                Map.of(
                        EntryField.HELPED, row.getInt("helped") == 0 ? "" : row.getString("helped"),
                        EntryField.LESSON, lesson,
                        EntryField.BEST, row.getString("best"),
                        EntryField.LAST, row.getString("last"),
                        EntryField.TRIES, row.getString("tries"),
                        EntryField.PASSED, Objects.toString(Jdbc.instant(row, "passed_at"), "")));
    }
}
