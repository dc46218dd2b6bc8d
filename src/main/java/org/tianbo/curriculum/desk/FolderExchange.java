package org.tianbo.curriculum.desk;

import io.quarkus.narayana.jta.QuarkusTransaction;
import jakarta.enterprise.context.ApplicationScoped;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.UUID;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;
import org.tianbo.curriculum.CountyCourses;
import org.tianbo.curriculum.CountyCourses.Course;
import org.tianbo.curriculum.CountyCourses.Draft;
import org.tianbo.curriculum.CountyCourses.Finding;
import org.tianbo.curriculum.CountyCourses.Lesson;
import org.tianbo.curriculum.CountyCourses.Plan;
import org.tianbo.curriculum.CountyCourses.Planned;
import org.tianbo.curriculum.CourseView;
import org.tianbo.curriculum.Text;
import org.tianbo.curriculum.document.ContentFault;
import org.tianbo.curriculum.document.Faults;
import org.tianbo.curriculum.document.Schemas;
import org.tianbo.curriculum.published.ShippedContent;
import org.tianbo.platform.data.Sha256;

/** Takes courses along as a folder of files, and brings such a folder back: all of it, or nothing. */
@ApplicationScoped
class FolderExchange implements CountyCourses.Exchange {

    private static final Pattern NUMBERED = Pattern.compile("([0-9]{2})-([a-z0-9]+(?:-[a-z0-9]+)*)");
    private static final String COURSE_FILE = "course.yaml";

    /** Of courses that are shipped no more: behind all that are, before the county's own. */
    private static final int REMOVED_NUMBER = OwnCourses.FIRST_NUMBER - 1;

    private final CountyDesk desk;
    private final OwnCourses own;
    private final ShippedContent shipped;
    private final DraftTable drafts;
    private final Clock clock;
    private final Schemas schemas = new Schemas();

    FolderExchange(CountyDesk desk, OwnCourses own, ShippedContent shipped, DraftTable drafts, Clock clock) {
        this.desk = desk;
        this.own = own;
        this.shipped = shipped;
        this.drafts = drafts;
        this.clock = clock;
    }

    @Override
    public byte[] export(Optional<String> course) {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        try (ZipOutputStream zip = new ZipOutputStream(bytes, StandardCharsets.UTF_8)) {
            int number = 0;
            for (Course one : desk.courses()) {
                int here = one.own() ? OwnCourses.FIRST_NUMBER + number++ : numberOf(one.slug());
                if (course.isEmpty() || course.get().equals(one.slug())) {
                    write(one, "content/courses/%02d-%s/".formatted(here, one.slug()), course.isPresent(), zip);
                }
            }
        } catch (IOException impossible) {
            throw new UncheckedIOException(impossible);
        }
        return bytes.toByteArray();
    }

    private int numberOf(String course) {
        return shipped.courses().stream()
                .filter(one -> one.slug().equals(course))
                .findFirst()
                .map(CourseView::number)
                .orElse(REMOVED_NUMBER);
    }

    /** @param all also what is only shipped, to begin from */
    private void write(Course course, String folder, boolean all, ZipOutputStream zip) throws IOException {
        if (course.own()) {
            write(folder, new CourseText(course.title(), course.summary()).files(), zip);
        }
        int place = 0;
        for (Lesson lesson : course.lessons()) {
            place++;
            if (all || lesson.own() || lesson.changed() || lesson.drafted() || lesson.removed()) {
                Draft draft = desk.draft(lesson.slug());
                int number = course.own() ? place : draft.number();
                write("%s%02d-%s/".formatted(folder, number, lesson.slug()), draft.files(), zip);
            }
        }
    }

    private static void write(String folder, SortedMap<String, String> files, ZipOutputStream zip) throws IOException {
        for (Map.Entry<String, String> file : files.entrySet()) {
            zip.putNextEntry(new ZipEntry(folder + file.getKey()));
            zip.write(file.getValue().getBytes(StandardCharsets.UTF_8));
            zip.closeEntry();
        }
    }

    @Override
    public Plan plan(InputStream zip) {
        return read(zip).plan();
    }

    /** What takes its time is done before anything is held: each draft knows the revision it takes the place of. */
    @Override
    public void take(InputStream zip, String seen, UUID by) {
        Folder folder = read(zip);
        if (!folder.faults.inOrder().isEmpty()) {
            throw DeskRefused.faulty(folder.faults.inOrder().size());
        }
        if (!folder.seen().equals(seen)) {
            throw DeskRefused.folderSavedMeanwhile();
        }
        QuarkusTransaction.requiringNew().run(() -> save(folder, by));
    }

    private void save(Folder folder, UUID by) {
        folder.opened.forEach((slug, text) -> own.openRead(slug, text, by));
        for (Draft draft : folder.changed) {
            drafts.save(draft, by, clock.instant()).orElseThrow(DeskRefused::folderSavedMeanwhile);
        }
    }

    private Folder read(InputStream zip) {
        Folder folder = new Folder();
        folder.sort(ZippedFolder.read(zip, folder.faults));
        folder.courses.forEach(folder::open);
        folder.lessons.forEach(folder::check);
        return folder;
    }

    /** What came, and what it means here. */
    private final class Folder {

        private final Faults faults = new Faults();
        private final List<Course> known = desk.courses();

        /** Texts of {@code course.yaml} by the course's folder, and lessons' files by theirs. */
        private final SortedMap<String, String> courses = new TreeMap<>();

        private final SortedMap<String, SortedMap<String, String>> lessons = new TreeMap<>();
        private final Map<String, CourseText> opened = new LinkedHashMap<>();
        private final List<Draft> changed = new ArrayList<>();
        private final List<Planned> planned = new ArrayList<>();
        private final List<String> revisions = new ArrayList<>();

        Plan plan() {
            return new Plan(
                    faults.inOrder().stream()
                            .map((ContentFault fault) ->
                                    new Finding(fault.file(), fault.line(), new Text(fault.zh(), fault.en())))
                            .toList(),
                    List.copyOf(opened.keySet()),
                    planned,
                    seen());
        }

        /** Changes with whatever is saved of these lessons. */
        String seen() {
            return Sha256.shortHex(String.join(",", revisions));
        }

        void sort(SortedMap<String, String> texts) {
            texts.forEach((path, text) -> {
                String[] parts = path.split("/");
                boolean placed = parts.length > 1 && NUMBERED.matcher(parts[1]).matches();
                if (placed && parts.length == 3 && parts[2].equals(COURSE_FILE)) {
                    courses.put(parts[1], text);
                } else if (placed
                        && parts.length == 4
                        && NUMBERED.matcher(parts[2]).matches()) {
                    lessons.computeIfAbsent(parts[0] + "/" + parts[1] + "/" + parts[2], any -> new TreeMap<>())
                            .put(parts[3], text);
                } else {
                    faults.add(path, 1, "这里不该有这个文件", "this does not belong here");
                }
            });
            if (lessons.isEmpty() && faults.inOrder().isEmpty()) {
                faults.add("zip", 1, "里面没有一节课", "there is no lesson in it");
            }
        }

        /** Of a course that is known already its text stays. */
        void open(String folder, String text) {
            String slug = slug(folder);
            boolean here = known.stream().anyMatch(course -> course.slug().equals(slug));
            if (courses.keySet().stream()
                    .anyMatch(other -> !other.equals(folder) && slug(other).equals(slug))) {
                faults.add("courses/" + folder, 1, "这门课程有两份", "this course is there twice");
            } else if (!here && TypedName.isSlug(slug)) {
                CourseText.read("courses/" + folder + "/" + COURSE_FILE, text, schemas, faults)
                        .ifPresent(course -> opened.put(slug, course));
            }
        }

        void check(String folder, SortedMap<String, String> files) {
            String[] parts = folder.split("/");
            String course = slug(parts[1]);
            String lesson = slug(parts[2]);
            int number = Integer.parseInt(parts[2].substring(0, 2));
            if (planned.stream().anyMatch(one -> one.lesson().equals(lesson))) {
                faults.add(folder, 1, "这节课有两份", "this lesson is there twice");
                return;
            }
            Optional<Draft> there = there(lesson);
            boolean open = opened.containsKey(course)
                    || known.stream().anyMatch(one -> one.own() && one.slug().equals(course));
            if (there.isPresent() ? !there.get().course().equals(course) : !open) {
                faults.add(
                        folder,
                        1,
                        "县里没有这门课程，或者这节课不在这门课程里",
                        "there is no such course here, or the lesson is in another");
                return;
            }
            if (there.isEmpty() && !TypedName.isSlug(lesson)) {
                faults.add(
                        folder,
                        1,
                        "本县自己的课，名字以 our- 开头，后面最多 40 个字母",
                        "a lesson of the county's own is called our- and at most 40 letters");
                return;
            }
            if (there.isEmpty() && count(course) >= CountyDesk.MOST_LESSONS) {
                faults.add(folder, 1, "一门课程最多 60 节课", "a course has at most 60 lessons");
                return;
            }
            Draft draft = there.map(one -> one.with(files))
                    .orElseGet(() -> Draft.fresh(lesson, course, number, files, Optional.empty()));
            plan(folder, draft, there.map(Draft::files));
        }

        private void plan(String folder, Draft draft, Optional<SortedMap<String, String>> before) {
            DraftFiles.strange(draft.files())
                    .forEach(file -> faults.add(folder + "/" + file, 1, "这里不该有这个文件", "this does not belong here"));
            SortedMap<String, String> files = DraftFiles.cleaned(draft.files());
            if (DraftFiles.tooLong(files)) {
                faults.add(folder, 1, "这节课太长", "this lesson is too long");
            }
            desk.checked(draft, files)
                    .faults()
                    .forEach(fault -> faults.add(
                            folder + fault.file().substring(draft.lesson().length()),
                            fault.line(),
                            fault.zh(),
                            fault.en()));
            revisions.add(draft.lesson() + "@" + draft.revision());
            boolean same = before.filter(files::equals).isPresent();
            planned.add(new Planned(
                    draft.course(),
                    draft.lesson(),
                    before.isEmpty()
                            ? CountyCourses.Effect.NEW
                            : same ? CountyCourses.Effect.SAME : CountyCourses.Effect.CHANGED));
            if (!same) {
                changed.add(draft.with(files));
            }
        }

        /** Lessons that the course has and gets. */
        private long count(String course) {
            long has = known.stream()
                    .filter(one -> one.slug().equals(course))
                    .mapToLong(one -> one.lessons().size())
                    .sum();
            long gets = planned.stream()
                    .filter(one -> one.course().equals(course) && one.effect() == CountyCourses.Effect.NEW)
                    .count();
            return has + gets;
        }

        private Optional<Draft> there(String lesson) {
            boolean drafted = drafts.find(lesson).isPresent();
            boolean ours = shipped.lesson(lesson).isPresent();
            return drafted || ours ? Optional.of(desk.draft(lesson)) : Optional.empty();
        }

        private static String slug(String folder) {
            Matcher name = NUMBERED.matcher(folder);
            return name.matches() ? name.group(2) : folder;
        }
    }
}
