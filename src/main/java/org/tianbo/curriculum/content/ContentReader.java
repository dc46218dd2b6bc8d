package org.tianbo.curriculum.content;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.tianbo.curriculum.checks.CrossReferences;
import org.tianbo.curriculum.checks.PlainLanguage;
import org.tianbo.curriculum.checks.References;
import org.tianbo.curriculum.document.DocumentKind;
import org.tianbo.curriculum.document.Faults;
import org.tianbo.curriculum.document.Schemas;
import org.tianbo.curriculum.document.SourceDocument;
import org.tianbo.curriculum.document.SourceYaml;

/** Reads a content folder whole: every document, or every fault. */
public final class ContentReader {

    /** Folders whose YAML files are a document each, called by the file's name. */
    private static final Map<String, DocumentKind> ONE_A_FILE = Map.of(
            "calibration", DocumentKind.CALIBRATION,
            "checklists", DocumentKind.CHECKLIST,
            "rubrics", DocumentKind.RUBRIC,
            "runs-of-show", DocumentKind.RUN_OF_SHOW,
            "scenarios", DocumentKind.SCENARIO,
            "words", DocumentKind.WORDS);

    /** Documents of which there is one. */
    private static final Map<String, DocumentKind> ALONE =
            Map.of("glossary.yaml", DocumentKind.GLOSSARY, "paths.yaml", DocumentKind.PATHS);

    private static final Set<String> KNOWN = Stream.of(
                    Set.of("courses", "rules", "README.md"), ONE_A_FILE.keySet(), ALONE.keySet())
            .flatMap(Set::stream)
            .collect(Collectors.toUnmodifiableSet());

    private static final String SLUG = "[a-z0-9]+(-[a-z0-9]+)*";

    private final ContentFolder folder;
    private final Faults faults = new Faults();
    private final Schemas schemas = new Schemas();
    private final List<SourceDocument> sources = new ArrayList<>();

    /** Kinds with a file that could not be read: what it holds is unknown, so it is not reported as missing. */
    private final Set<DocumentKind> unread = EnumSet.noneOf(DocumentKind.class);

    private final Optional<LocalDate> today;

    private ContentReader(Path root, Optional<LocalDate> today) {
        this.folder = new ContentFolder(root);
        this.today = today;
    }

    /** Never throws for what an author did; only an unreadable disk ends it. */
    public static Content read(Path root) {
        return new ContentReader(root, Optional.empty()).read();
    }

    /** As {@link #read(Path)}, and refuses what cites a rule that is not in force that day. */
    public static Content readAsOf(Path root, LocalDate today) {
        return new ContentReader(root, Optional.of(today)).read();
    }

    private Content read() {
        if (!Files.isDirectory(folder.root())) {
            faults.add(folder.name(folder.root()), 1, "没有这个文件夹", "there is no such folder");
            return new Content(List.of(), faults.inOrder());
        }
        refuseStrangers();
        sources.addAll(new CourseFolders(folder, schemas, unread, faults).read());
        ONE_A_FILE.forEach(this::readFiles);
        ALONE.forEach(this::readAlone);
        readRules();
        CrossReferences.check(sources, new References(sources, unread, today, faults));
        PlainLanguage.check(sources, faults);
        return new Content(sources.stream().map(SourceDocument::document).toList(), faults.inOrder());
    }

    private void refuseStrangers() {
        for (Path child : folder.children(folder.root())) {
            if (!KNOWN.contains(child.getFileName().toString())) {
                faults.add(folder.name(child), 1, "这里不该有这个文件", "this does not belong here");
            }
        }
    }

    private void readFiles(String name, DocumentKind kind) {
        for (Path file : folder.children(folder.root().resolve(name))) {
            String slug = slug(file);
            parse(file, kind.schema(), kind)
                    .ifPresent(yaml -> sources.add(new SourceDocument(kind, slug, yaml, "", yaml.tree())));
        }
    }

    private void readAlone(String name, DocumentKind kind) {
        Path file = folder.root().resolve(name);
        if (Files.exists(file)) {
            String slug = slug(file);
            parse(file, kind.schema(), kind)
                    .ifPresent(yaml -> sources.add(new SourceDocument(kind, slug, yaml, "", yaml.tree())));
        }
    }

    /**
     * Rules are rows: many to a file, each published by itself, so that a store's evidence names the row it was seen
     * under.
     */
    private void readRules() {
        for (Path file : folder.children(folder.root().resolve("rules"))) {
            slug(file);
            parse(file, "rules", DocumentKind.RULE).ifPresent(this::rows);
        }
    }

    private void rows(SourceYaml yaml) {
        int row = 0;
        for (JsonNode rule : yaml.tree().get("rules")) {
            ObjectNode body = rule.deepCopy();
            String slug = body.remove("id").textValue();
            sources.add(new SourceDocument(DocumentKind.RULE, slug, yaml, "/rules/" + row++, body));
        }
    }

    private Optional<SourceYaml> parse(Path file, String schema, DocumentKind kind) {
        Optional<SourceYaml> yaml = folder.text(file, faults)
                .flatMap(text -> SourceYaml.parse(folder.name(file), text, faults))
                .filter(parsed -> schemas.check(parsed, schema, faults));
        if (yaml.isEmpty()) {
            unread.add(kind);
        }
        return yaml;
    }

    private String slug(Path file) {
        String name = file.getFileName().toString();
        if (!name.matches(SLUG + "\\.yaml")) {
            faults.add(
                    folder.name(file),
                    1,
                    "文件名只用小写字母、数字和短横线，以 .yaml 结尾",
                    "a file name is small letters, digits and hyphens, ending in .yaml");
        }
        return name.replaceFirst("\\.yaml$", "");
    }
}
