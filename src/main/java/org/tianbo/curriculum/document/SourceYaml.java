package org.tianbo.curriculum.document;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.StringReader;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import org.yaml.snakeyaml.LoaderOptions;
import org.yaml.snakeyaml.Yaml;
import org.yaml.snakeyaml.error.Mark;
import org.yaml.snakeyaml.error.MarkedYAMLException;
import org.yaml.snakeyaml.error.YAMLException;
import org.yaml.snakeyaml.nodes.MappingNode;
import org.yaml.snakeyaml.nodes.Node;
import org.yaml.snakeyaml.nodes.NodeTuple;
import org.yaml.snakeyaml.nodes.ScalarNode;
import org.yaml.snakeyaml.nodes.SequenceNode;
import org.yaml.snakeyaml.nodes.Tag;
import org.yaml.snakeyaml.reader.ReaderException;

/** A YAML file as JSON that remembers the line of everything in it. */
public final class SourceYaml {

    private final String file;
    private final ObjectNode tree;
    private final Map<String, Integer> lines;

    private SourceYaml(String file, ObjectNode tree, Map<String, Integer> lines) {
        this.file = file;
        this.tree = tree;
        this.lines = lines;
    }

    /** @return empty after the fault was noted */
    public static Optional<SourceYaml> parse(String file, String text, Faults faults) {
        try {
            Node root = new Yaml(new LoaderOptions()).compose(new StringReader(text));
            if (!(root instanceof MappingNode)) {
                faults.add(file, 1, "文件里应当是“名字: 内容”这样的行", "the file should hold lines of \"name: value\"");
                return Optional.empty();
            }
            Map<String, Integer> lines = new HashMap<>();
            JsonNode tree = new Reading(file, lines, faults).read(root, "");
            // What stands behind an anchor was noted and is no object.
            return tree instanceof ObjectNode object
                    ? Optional.of(new SourceYaml(file, object, lines))
                    : Optional.empty();
        } catch (MarkedYAMLException broken) {
            Mark position = broken.getProblemMark() == null ? broken.getContextMark() : broken.getProblemMark();
            int line = position == null ? 1 : position.getLine() + 1;
            faults.add(
                    file,
                    line,
                    "YAML 写错了（有 , : ? # 的话要放进引号里）：" + broken.getProblem(),
                    "broken YAML (words with , : ? or # belong in quotes): " + broken.getProblem());
        } catch (ReaderException broken) {
            int line = 1
                    + (int) text.substring(0, Math.min(broken.getPosition(), text.length()))
                            .chars()
                            .filter(c -> c == '\n')
                            .count();
            faults.add(file, line, "有不能用的字符", "a character that is not allowed");
        } catch (YAMLException refused) {
            faults.add(file, 1, "太长，或者一层套一层太深", "too long, or nested too deeply");
        }
        return Optional.empty();
    }

    /** What was published earlier: its lines are known no more. */
    static SourceYaml published(Document document) {
        return new SourceYaml(document.name(), document.body(), Map.of("", 1));
    }

    public String file() {
        return file;
    }

    public ObjectNode tree() {
        return tree;
    }

    /** @param pointer JSON pointer; what is not there has the line of the nearest thing around it */
    public int line(String pointer) {
        String at = pointer;
        while (!lines.containsKey(at)) {
            at = at.substring(0, at.lastIndexOf('/'));
        }
        return lines.get(at);
    }

    private record Reading(String file, Map<String, Integer> lines, Faults faults) {

        JsonNode read(Node node, String pointer) {
            lines.putIfAbsent(pointer, line(node));
            if (node.getAnchor() != null) {
                faults.add(file, line(node), "这里不用 YAML 的 & 和 *", "YAML's & and * are not used here");
                return JsonNodeFactory.instance.nullNode();
            }
            if (node instanceof MappingNode mapping) {
                return object(mapping, pointer);
            }
            return node instanceof SequenceNode sequence ? array(sequence, pointer) : scalar((ScalarNode) node);
        }

        private ObjectNode object(MappingNode mapping, String pointer) {
            ObjectNode object = JsonNodeFactory.instance.objectNode();
            for (NodeTuple tuple : mapping.getValue()) {
                String key = tuple.getKeyNode() instanceof ScalarNode name ? name.getValue() : "?";
                if (object.has(key)) {
                    faults.add(
                            file, line(tuple.getKeyNode()), "“" + key + "”写了两次", "\"" + key + "\" stands here twice");
                }
                String child = pointer + "/" + key;
                lines.put(child, line(tuple.getKeyNode()));
                object.set(key, read(tuple.getValueNode(), child));
            }
            return object;
        }

        private ArrayNode array(SequenceNode sequence, String pointer) {
            ArrayNode array = JsonNodeFactory.instance.arrayNode();
            for (Node item : sequence.getValue()) {
                array.add(read(item, pointer + "/" + array.size()));
            }
            return array;
        }

        /** Dates stay text, as in JSON; so do YAML's yes, no, on and off, which are words to an author. */
        private JsonNode scalar(ScalarNode scalar) {
            String value = scalar.getValue();
            if (ForbiddenCharacters.in(value)) {
                faults.add(file, line(scalar), "有不能用的字符", "a character that is not allowed");
            }
            try {
                if (scalar.getTag().equals(Tag.INT)) {
                    return JsonNodeFactory.instance.numberNode(Integer.parseInt(value));
                }
                if (scalar.getTag().equals(Tag.FLOAT)) {
                    return JsonNodeFactory.instance.numberNode(Double.parseDouble(value));
                }
            } catch (NumberFormatException notJson) {
                return JsonNodeFactory.instance.textNode(value);
            }
            if (value.equals("true") || value.equals("false")) {
                return scalar.getTag().equals(Tag.BOOL)
                        ? JsonNodeFactory.instance.booleanNode(Boolean.parseBoolean(value))
                        : JsonNodeFactory.instance.textNode(value);
            }
            return scalar.getTag().equals(Tag.NULL)
                    ? JsonNodeFactory.instance.nullNode()
                    : JsonNodeFactory.instance.textNode(value);
        }

        private static int line(Node node) {
            return node.getStartMark().getLine() + 1;
        }
    }
}
