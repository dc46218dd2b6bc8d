package org.tianbo.deployment;

import java.util.List;
import java.util.Map;

/** A mapping in a manifest; paths are dotted. */
record Node(Map<String, Object> fields) {

    /** What stands at the path, or null. */
    Object at(String path) {
        Object found = fields;
        for (String step : path.split("\\.")) {
            if (!(found instanceof Map<?, ?> map)) {
                return null;
            }
            found = map.get(step);
        }
        return found;
    }

    String text(String path) {
        return (String) at(path);
    }

    @SuppressWarnings("unchecked")
    List<Node> list(String path) {
        List<Map<String, Object>> items = (List<Map<String, Object>>) at(path);
        return items == null ? List.of() : items.stream().map(Node::new).toList();
    }

    /** The item of the list at the path that has this name. */
    Node named(String path, String name) {
        return list(path).stream()
                .filter(item -> name.equals(item.text("name")))
                .findFirst()
                .orElseThrow(() -> new AssertionError("Nothing named " + name + " in " + path));
    }
}
