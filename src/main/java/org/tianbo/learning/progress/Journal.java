package org.tianbo.learning.progress;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Event;
import jakarta.transaction.Transactional;
import java.time.Instant;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.UUID;
import java.util.stream.Collectors;
import org.tianbo.curriculum.Curriculum;
import org.tianbo.curriculum.Quiz;
import org.tianbo.learning.LessonsCompleted;
import org.tianbo.learning.QuizzesAnswered;
import org.tianbo.learning.RecordsSynced;
import org.tianbo.learning.sync.PhoneRecord;
import org.tianbo.learning.sync.RecordData;
import org.tianbo.learning.sync.RecordJournal;
import org.tianbo.learning.sync.RecordType;
import org.tianbo.learning.sync.Sender;
import org.tianbo.learning.sync.SyncRecords;

/**
 * Appends what was received and brings what follows from it up to date, in one transaction: durable once it returns.
 */
@ApplicationScoped
class Journal implements RecordJournal {

    private final SyncRecords records;
    private final LessonProgressTable table;
    private final ProgressProjection projection;
    private final Curriculum curriculum;
    private final Event<LessonsCompleted> completed;
    private final Event<QuizzesAnswered> answered;
    private final Event<RecordsSynced> synced;

    Journal(
            SyncRecords records,
            LessonProgressTable table,
            ProgressProjection projection,
            Curriculum curriculum,
            Event<LessonsCompleted> completed,
            Event<QuizzesAnswered> answered,
            Event<RecordsSynced> synced) {
        this.records = records;
        this.table = table;
        this.projection = projection;
        this.curriculum = curriculum;
        this.completed = completed;
        this.answered = answered;
        this.synced = synced;
    }

    @Override
    @Transactional
    public Set<UUID> appendNew(Sender sender, List<PhoneRecord> sent, Instant now) {
        List<PhoneRecord> ordered = ordered(sent);
        records.appendNew(sender, ordered, now);
        follow(sender, ordered, now);
        return ordered.stream().map(PhoneRecord::id).collect(Collectors.toSet());
    }

    @Override
    @Transactional
    public Set<UUID> append(Sender sender, List<PhoneRecord> sent, Instant now) {
        List<PhoneRecord> ordered = ordered(sent);
        Set<UUID> fresh = records.append(sender, ordered, now);
        follow(
                sender,
                ordered.stream().filter(record -> fresh.contains(record.id())).toList(),
                now);
        return fresh;
    }

    /** Two phones that send the same ids must take the rows in the same order, or they wait for each other. */
    private static List<PhoneRecord> ordered(List<PhoneRecord> sent) {
        return sent.stream().sorted(Comparator.comparing(PhoneRecord::id)).toList();
    }

    private void follow(Sender sender, List<PhoneRecord> stored, Instant now) {
        if (!stored.isEmpty()) {
            complete(sender, stored);
            grade(sender, stored);
            synced.fire(new RecordsSynced(
                    sender.county(),
                    sender.person(),
                    now,
                    stored.stream().map(Journal::synced).toList()));
        }
    }

    private void complete(Sender sender, List<PhoneRecord> stored) {
        Map<String, Completion> earliest = stored.stream()
                .filter(record -> record.type() == RecordType.LESSON_COMPLETED)
                .map(Completion::of)
                .collect(Collectors.toMap(Completion::lesson, one -> one, Completion::earlier, TreeMap::new));
        if (!earliest.isEmpty()) {
            Set<String> first = table.complete(sender, List.copyOf(earliest.values()));
            if (!first.isEmpty()) {
                completed.fire(new LessonsCompleted(
                        sender.county(),
                        sender.person(),
                        earliest.values().stream()
                                .filter(one -> first.contains(one.lesson()))
                                .map(one -> new LessonsCompleted.Completed(one.lesson(), one.at()))
                                .sorted(Comparator.comparing(LessonsCompleted.Completed::at))
                                .toList()));
            }
        }
    }

    private void grade(Sender sender, List<PhoneRecord> stored) {
        Map<String, QuizTally> tallies = new TreeMap<>();
        Map<PhoneRecord, Quiz.Grade> grades = new LinkedHashMap<>();
        for (PhoneRecord record : stored) {
            if (record.content() instanceof RecordData.OfQuiz quiz) {
                Quiz.Grade grade = quiz.grade(curriculum, sender.person());
                tallies.merge(quiz.lesson(), QuizTally.of(grade, record.at()), QuizTally::with);
                grades.put(record, grade);
            }
        }
        if (!tallies.isEmpty()) {
            Set<String> again = table.tally(sender, tallies);
            Set<UUID> repeated = again.isEmpty() ? Set.of() : projection.recount(sender, again, curriculum);
            answered.fire(new QuizzesAnswered(
                    sender.person(),
                    grades.entrySet().stream()
                            .map(one -> answered(one.getKey(), one.getValue(), repeated))
                            .toList()));
        }
    }

    private static QuizzesAnswered.Answered answered(PhoneRecord record, Quiz.Grade grade, Set<UUID> repeated) {
        RecordData.OfQuiz quiz = (RecordData.OfQuiz) record.content();
        return new QuizzesAnswered.Answered(
                quiz.lesson(), grade.score(), grade.passed(), !repeated.contains(record.id()), record.at());
    }

    private static RecordsSynced.Synced synced(PhoneRecord sent) {
        return new RecordsSynced.Synced(sent.id(), sent.type().wire(), sent.at(), sent.data());
    }

    /** A lesson finished, in which version and when. */
    record Completion(String lesson, String version, Instant at) {

        static Completion of(PhoneRecord record) {
            RecordData.OfLesson content = (RecordData.OfLesson) record.content();
            return new Completion(content.lesson(), content.version(), record.at());
        }

        Completion earlier(Completion other) {
            return other.at.isBefore(at) ? other : this;
        }
    }
}
