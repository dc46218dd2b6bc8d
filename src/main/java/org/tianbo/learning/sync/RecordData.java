package org.tianbo.learning.sync;

import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.UUID;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.tianbo.curriculum.Checklist;
import org.tianbo.curriculum.Curriculum;
import org.tianbo.curriculum.Quiz;
import org.tianbo.curriculum.QuizOrder;
import org.tianbo.platform.error.NotFound;

/** What a record tells, by its type. Anything these shapes do not name is refused, so nothing unread is ever stored. */
public sealed interface RecordData {

    /** @throws org.tianbo.platform.error.Fault when it speaks of something that was never published, or not asked */
    void requirePublished(Curriculum curriculum, UUID person);

    /** {@code lesson.opened}, {@code lesson.completed}. */
    record OfLesson(String lesson, String version) implements RecordData {

        public OfLesson {
            require(lesson != null && version != null);
        }

        @Override
        public void requirePublished(Curriculum curriculum, UUID person) {
            requireVersion(curriculum, lesson, version);
        }
    }

    /**
     * {@code lesson.watched}: what of the lesson's film, or of its county's video, has played since its page was
     * opened.
     *
     * @param video the county's, see {@link org.tianbo.learning.CountyVideo#version}; null for the lesson's own film
     * @param played seconds into the film, from and until in turn
     */
    record OfWatched(String lesson, String version, UUID video, List<Integer> played) implements RecordData {

        private static final int MOST = 200;
        private static final int LONGEST_FILM = 7_200;

        public OfWatched {
            require(lesson != null && version != null && played != null);
            require(!played.isEmpty() && played.size() <= MOST && played.size() % 2 == 0);
            require(played.stream().allMatch(second -> second != null && second >= 0 && second <= LONGEST_FILM));
            for (int pair = 0; pair < played.size(); pair += 2) {
                require(played.get(pair) < played.get(pair + 1));
            }
        }

        @Override
        public void requirePublished(Curriculum curriculum, UUID person) {
            requireVersion(curriculum, lesson, version);
        }
    }

    /**
     * {@code video.answered}: a question for which the county's video stopped. No word of whether that was right.
     *
     * @param video see {@link org.tianbo.learning.CountyVideo#version}
     * @param item of the lesson's pool
     * @param answer what was chosen; nothing where the question was passed over
     */
    record OfVideoAnswer(String lesson, String version, UUID video, String item, List<String> answer)
            implements RecordData {

        public OfVideoAnswer {
            require(lesson != null && version != null && video != null && item != null && answer != null);
            require(answer.stream().allMatch(Objects::nonNull));
        }

        @Override
        public void requirePublished(Curriculum curriculum, UUID person) {
            requireVersion(curriculum, lesson, version);
            curriculum.quiz(lesson, version).grade(Map.of(item, answer));
        }

        /** By the version that was asked. */
        public Quiz asked(Curriculum curriculum) {
            return curriculum.quiz(lesson, version).only(item).orElseThrow();
        }
    }

    /**
     * {@code quiz.submitted}: what was chosen by item. No score: that is for us to say.
     *
     * @param round how often the person was asked before, by which we know what was asked; null where all was
     * @param seconds how long each answered item was looked at, where the phone counted
     */
    record OfQuiz(
            String lesson,
            String version,
            Map<String, List<String>> answers,
            Integer round,
            Map<String, Integer> seconds)
            implements RecordData {

        private static final int MOST_ROUNDS = 10_000;
        private static final int LONGEST_LOOK = 3_600;

        public OfQuiz {
            require(lesson != null && version != null && answers != null);
            require(answers.values().stream()
                    .allMatch(chosen -> chosen != null && chosen.stream().allMatch(Objects::nonNull)));
            require(round == null || round >= 0 && round <= MOST_ROUNDS);
            seconds = seconds == null ? Map.of() : seconds;
            require(seconds.values().stream().allMatch(taken -> taken != null && taken >= 0 && taken <= LONGEST_LOOK));
            require(answers.keySet().containsAll(seconds.keySet()));
        }

        @Override
        public void requirePublished(Curriculum curriculum, UUID person) {
            requireVersion(curriculum, lesson, version);
            grade(curriculum, person);
        }

        /** By the rules of the version that was asked, not of what has become of it since. */
        public Quiz.Grade grade(Curriculum curriculum, UUID person) {
            return asked(curriculum, person).grade(answers);
        }

        /** What the person was asked. */
        public Quiz asked(Curriculum curriculum, UUID person) {
            Quiz pool = curriculum.quiz(lesson, version);
            return round == null ? pool : pool.drawn(QuizOrder.of(person, lesson, round));
        }
    }

    /** {@code checklist.ticked}; the attempt it was ticked for, if there is one. */
    record OfChecklist(String checklist, String item, UUID attempt, Boolean ticked) implements RecordData {

        public OfChecklist {
            require(checklist != null && item != null);
        }

        @Override
        public void requirePublished(Curriculum curriculum, UUID person) {
            if (items(curriculum).noneMatch(known -> known.id().equals(item))) {
                throw new RecordRefused("learning.checklist-unknown");
            }
        }

        private Stream<Checklist.Item> items(Curriculum curriculum) {
            try {
                return curriculum.checklist(checklist).items().stream();
            } catch (NotFound unknown) {
                return Stream.empty();
            }
        }
    }

    /** {@code feedback.read}: of which attempt or which review. Whether it is theirs, those who own reviews know. */
    record OfFeedback(UUID attempt, UUID review) implements RecordData {

        public OfFeedback {
            require(attempt != null || review != null);
        }

        @Override
        public void requirePublished(Curriculum curriculum, UUID person) {
            // Reviews are not published content.
        }
    }

    /** {@code path.chosen}: the way through the lessons from now on; null for none, as they are taught. */
    record OfPath(String path) implements RecordData {

        @Override
        public void requirePublished(Curriculum curriculum, UUID person) {
            if (path != null && curriculum.paths().find(path).isEmpty()) {
                throw new RecordRefused("learning.path-unknown");
            }
        }
    }

    private static void require(boolean complete) {
        if (!complete) {
            throw new IllegalArgumentException("Incomplete");
        }
    }

    private static void requireVersion(Curriculum curriculum, String lesson, String version) {
        if (!Names.SLUG.matcher(lesson).matches()
                || !Names.VERSION.matcher(version).matches()
                || !curriculum.knows(lesson, version)) {
            throw new RecordRefused("learning.version-unknown");
        }
    }

    /** What could not be a name is not asked of the database. */
    final class Names {

        private static final Pattern SLUG = Pattern.compile("[a-z0-9][a-z0-9-]{0,99}");
        private static final Pattern VERSION = Pattern.compile("[0-9a-f]{16}");

        private Names() {}
    }
}
