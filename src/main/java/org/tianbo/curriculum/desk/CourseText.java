package org.tianbo.curriculum.desk;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.Map;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;
import org.tianbo.curriculum.Text;
import org.tianbo.curriculum.document.Faults;
import org.tianbo.curriculum.document.Schemas;
import org.tianbo.curriculum.document.SourceYaml;

/** What a course is called and what it is for, as {@code course.yaml} has it. */
record CourseText(Text title, Text summary) {

    private static final String FILE = "course.yaml";

    /** JSON is YAML too. */
    SortedMap<String, String> files() {
        String yaml = "title: " + both(title) + "\nsummary: " + both(summary) + "\n";
        return new TreeMap<>(Map.of(FILE, yaml));
    }

    /** As it is published, without its lessons; empty where the schema does not take it. */
    Optional<ObjectNode> body(int number, Schemas schemas) {
        Faults faults = new Faults();
        return SourceYaml.parse(FILE, files().get(FILE), faults)
                .filter(yaml -> schemas.check(yaml, "course", faults))
                .map(yaml -> yaml.tree().put("number", number));
    }

    /** What somebody sent; empty after the faults were noted. */
    static Optional<CourseText> read(String file, String text, Schemas schemas, Faults faults) {
        return SourceYaml.parse(file, text, faults)
                .filter(yaml -> schemas.check(yaml, "course", faults))
                .map(yaml -> new CourseText(
                        text(yaml.tree().get("title")), text(yaml.tree().get("summary"))));
    }

    /** What was stored. */
    static CourseText of(SortedMap<String, String> files) {
        ObjectNode tree = SourceYaml.parse(FILE, files.get(FILE), new Faults())
                .map(SourceYaml::tree)
                .orElseThrow();
        return new CourseText(text(tree.get("title")), text(tree.get("summary")));
    }

    private static ObjectNode both(Text text) {
        return JsonNodeFactory.instance.objectNode().put("zh", text.zh()).put("en", text.en());
    }

    private static Text text(JsonNode both) {
        return new Text(both.path("zh").asText(), both.path("en").asText());
    }
}
