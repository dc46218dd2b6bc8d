package org.tianbo.curriculum.content;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.tianbo.curriculum.CourseView;
import org.tianbo.curriculum.document.DocumentKind;
import org.tianbo.curriculum.document.Faults;
import org.tianbo.curriculum.document.Schemas;
import org.tianbo.curriculum.document.SourceDocument;
import org.tianbo.curriculum.document.SourceYaml;

/**
 * {@code courses/<nn>-<slug>/course.yaml}, with a folder {@code <nn>-<slug>} for each lesson. The numbers give the
 * order.
 */
final class CourseFolders {

    private static final Pattern NUMBERED = Pattern.compile("([0-9]{2})-([a-z0-9]+(?:-[a-z0-9]+)*)");

    private final ContentFolder folder;
    private final Schemas schemas;
    private final Set<DocumentKind> unread;
    private final Faults faults;
    private final List<SourceDocument> sources = new ArrayList<>();

    /** @param unread gains the kinds of which a file could not be read */
    CourseFolders(ContentFolder folder, Schemas schemas, Set<DocumentKind> unread, Faults faults) {
        this.folder = folder;
        this.schemas = schemas;
        this.unread = unread;
        this.faults = faults;
    }

    List<SourceDocument> read() {
        for (Path course : folder.children(folder.root().resolve("courses"))) {
            numbered(course).ifPresent(name -> readCourse(course, name));
        }
        return sources;
    }

    private void readCourse(Path course, Matcher name) {
        String slug = name.group(2);
        List<SourceDocument> lessons = new ArrayList<>();
        List<Path> folders = folder.children(course).stream()
                .filter(child -> !child.getFileName().toString().equals("course.yaml"))
                .toList();
        if (folders.isEmpty()) {
            faults.add(folder.name(course), 1, "这门课还没有一节课", "this course has no lesson");
        }
        for (Path child : folders) {
            numbered(child).flatMap(lesson -> readLesson(child, slug, lesson)).ifPresent(lessons::add);
        }
        sources.addAll(lessons);
        readCourseFile(course.resolve("course.yaml"), slug, Integer.parseInt(name.group(1)), lessons);
    }

    private Optional<SourceDocument> readLesson(Path lesson, String course, Matcher name) {
        int number = Integer.parseInt(name.group(1));
        Optional<SourceDocument> read =
                new LessonFolder(folder.lesson(lesson, faults), schemas, faults).read(course, number, name.group(2));
        if (read.isEmpty()) {
            unread.add(DocumentKind.LESSON);
        }
        return read;
    }

    private void readCourseFile(Path file, String slug, int number, List<SourceDocument> lessons) {
        Optional<SourceYaml> yaml = folder.text(file, faults)
                .flatMap(text -> SourceYaml.parse(folder.name(file), text, faults))
                .filter(parsed -> schemas.check(parsed, "course", faults));
        if (yaml.isEmpty()) {
            unread.add(DocumentKind.COURSE);
        }
        yaml.ifPresent(parsed -> {
            ObjectNode body = parsed.tree();
            body.put("number", number);
            ArrayNode slugs = body.putArray("lessons");
            lessons.forEach(lesson -> slugs.add(lesson.slug()));
            sources.add(new SourceDocument(DocumentKind.COURSE, slug, parsed, "", body));
        });
    }

    private Optional<Matcher> numbered(Path path) {
        Matcher name = NUMBERED.matcher(path.getFileName().toString());
        if (Files.isDirectory(path) && name.matches()) {
            if (name.group(2).startsWith(CourseView.OWN)) {
                faults.add(folder.name(path), 1, "“our-”留给各县自己的课", "\"our-\" is for what counties write themselves");
            }
            return Optional.of(name);
        }
        faults.add(
                folder.name(path),
                1,
                "这里只放像“04-speaking-to-camera”这样编了号的文件夹",
                "only folders numbered like \"04-speaking-to-camera\" belong here");
        return Optional.empty();
    }
}
