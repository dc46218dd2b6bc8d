package org.tianbo.curriculum;

import java.io.InputStream;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.SortedMap;
import java.util.UUID;

/**
 * A county's own courses, and what it changed in the shipped lessons, for those who write them. A lesson is written as
 * files in the format of the content folder, first as a draft that only writers see; published it becomes a version
 * that is kept for ever. All is about the county at hand.
 */
public interface CountyCourses {

    /**
     * A course with all its lessons, also those that were only drafted.
     *
     * @param removed whether it was shipped and is no more; its lessons are those that the county wrote on
     */
    record Course(String slug, Text title, Text summary, boolean own, boolean removed, List<Lesson> lessons) {}

    /**
     * @param title of what trainees see, else of nothing: empty for a lesson that was never published
     * @param changed whether trainees see the county's text
     * @param drafted whether the draft says something else than what trainees see
     * @param outdated whether the shipped lesson changed since the county's text was compared with it
     * @param removed whether it was shipped and is no more: trainees see none of it
     */
    record Lesson(
            String slug,
            Optional<Text> title,
            boolean own,
            boolean changed,
            boolean drafted,
            boolean outdated,
            boolean removed) {}

    /**
     * What writers work on.
     *
     * @param files texts by the name of their file
     * @param revision counts what was saved; 0 while nobody has saved, and the files are those that trainees see
     * @param savedBy empty while nobody has saved
     * @param basedOn version of the shipped lesson it was made of or last compared with
     */
    record Draft(
            String lesson,
            String course,
            int number,
            SortedMap<String, String> files,
            long revision,
            Optional<UUID> savedBy,
            Optional<Instant> savedAt,
            Optional<String> basedOn) {

        /** The same place with other files, not saved yet. */
        public Draft with(SortedMap<String, String> others) {
            return new Draft(lesson, course, number, others, revision, savedBy, savedAt, basedOn);
        }

        /** What nobody has saved. */
        public static Draft fresh(
                String lesson, String course, int number, SortedMap<String, String> files, Optional<String> basedOn) {
            return new Draft(lesson, course, number, files, 0, Optional.empty(), Optional.empty(), basedOn);
        }
    }

    /** @param file its name within the lesson; empty for what is wrong with the lesson as a whole */
    record Finding(String file, int line, Text what) {}

    /**
     * @param lesson as it would be published, as far as it could be read
     * @param losesFilm whether it would stand without the film of the shipped lesson, which shows something else
     */
    record Checked(Optional<LessonView> lesson, List<Finding> findings, boolean losesFilm) {}

    /**
     * A lesson that was published, or taken back.
     *
     * @param version empty when it was taken back
     * @param files as {@link Draft#files}; empty when it was taken back
     */
    record Change(
            long number,
            Optional<String> version,
            SortedMap<String, String> files,
            String reason,
            UUID by,
            Instant at) {}

    /**
     * A course of the county's own as somebody left it.
     *
     * @param lessons slugs in the order they were put in; empty where nobody had moved one
     */
    record CourseChange(long number, Text title, Text summary, List<String> lessons, UUID by, Instant at) {}

    /** Who asks for a change, and why. */
    record Asked(UUID by, String reason) {}

    /** Shipped ones first, in the order they are taught. */
    List<Course> courses();

    /** What a lesson is called in that list; its slug where it has no title yet. */
    default Text title(String lesson) {
        return courses().stream()
                .flatMap(course -> course.lessons().stream())
                .filter(one -> one.slug().equals(lesson))
                .flatMap(one -> one.title().stream())
                .findFirst()
                .orElseGet(() -> new Text(lesson, lesson));
    }

    /** @throws org.tianbo.platform.error.NotFound when the county has no such course of its own */
    Course course(String slug);

    /**
     * Makes a course of the county's own, still without lessons.
     *
     * @param name part of its address: small letters, digits and hyphens
     * @return its slug
     */
    String open(String name, Text title, Text summary, UUID by);

    /**
     * Gives one of the county's own courses another title and another sentence about it; its address stays.
     *
     * @throws org.tianbo.platform.error.NotFound when the county has no such course of its own
     */
    void rename(String course, Text title, Text summary, UUID by);

    /**
     * Puts a lesson of one of the county's own courses at another place; trainees see it at once. The same again
     * changes nothing.
     *
     * @param place from 1
     * @throws org.tianbo.platform.error.NotFound when the county has no such course of its own, or that has no such
     *     lesson
     * @throws org.tianbo.platform.error.Fault of the kind conflict when somebody else changed the course meanwhile
     */
    void move(String course, String lesson, int place, UUID by);

    /** What one of the county's own courses was before that number, the latest first. */
    List<CourseChange> courseHistory(String course, long before, int most);

    /**
     * Adds a lesson to one of the county's own courses, with an example to write over.
     *
     * @param name part of its address: small letters, digits and hyphens
     * @return its slug
     */
    String add(String course, String name, UUID by);

    /** @throws org.tianbo.platform.error.NotFound when nobody has such a lesson */
    Draft draft(String lesson);

    /** Whether the shipped lesson changed since the draft was compared with it. */
    boolean isOutdated(Draft draft);

    /** Whether the lesson was shipped and is no more: nobody sees what is published of it. */
    boolean isRemoved(String lesson);

    /** Somebody has compared the draft with the shipped lesson of today. */
    void compared(String lesson);

    /** What the build's checks say of these files. */
    Checked check(String lesson, SortedMap<String, String> files);

    /**
     * @param revision of the draft that was changed
     * @return the revision it has now
     * @throws org.tianbo.platform.error.Fault of the kind conflict when somebody else saved meanwhile
     */
    long save(String lesson, SortedMap<String, String> files, long revision, UUID by);

    /**
     * What is left of a lesson when its draft is thrown away: what trainees see, or what they saw last of one that is
     * not shipped. Empty where the draft is all there is.
     */
    Optional<SortedMap<String, String>> withoutDraft(String lesson);

    /**
     * Throws the draft away; what trainees see does not change. The same again changes nothing.
     *
     * @param revision of the draft that was looked at
     * @throws org.tianbo.platform.error.Fault of the kind conflict when somebody saved meanwhile
     */
    void discard(String lesson, long revision, UUID by);

    /** Shows the draft of that revision to the county's trainees; a fault when a check finds something. */
    void publish(String lesson, long revision, Asked asked);

    /** Trainees see the shipped lesson again, or none where it is the county's own. */
    void takeBack(String lesson, Asked asked);

    /** What is shipped, by file; empty for a lesson of the county's own. */
    SortedMap<String, String> shipped(String lesson);

    /** What was published and taken back before that number, the latest first. */
    List<Change> history(String lesson, long before, int most);

    /** Of its own, the version that the county shows by now, read anew; empty where it was taken back or never was. */
    default Optional<String> published(String lesson) {
        return history(lesson, Long.MAX_VALUE, 1).stream().findFirst().flatMap(Change::version);
    }

    /** What bringing in does to a lesson. */
    enum Effect {
        NEW,
        CHANGED,
        SAME
    }

    record Planned(String course, String lesson, Effect effect) {}

    /**
     * What bringing a folder in would do.
     *
     * @param findings with files by their path in the zip; with any of them nothing can be brought in
     * @param opened slugs of courses that are new
     * @param seen changes with whatever is saved of these lessons
     */
    record Plan(List<Finding> findings, List<String> opened, List<Planned> lessons, String seen) {}

    /** Courses as a folder in the content's own format, zipped. */
    interface Exchange {

        /**
         * A few kilobytes a lesson.
         *
         * @param course whose lessons are packed, changed or not; empty for all that the county has written on
         */
        byte[] export(Optional<String> course);

        Plan plan(InputStream zip);

        /**
         * Makes drafts of all of it; a fault, and nothing of it, when the plan has findings.
         *
         * @param seen what the plan said that was looked at: whatever somebody saved since is not overwritten
         */
        void take(InputStream zip, String seen, UUID by);
    }
}
