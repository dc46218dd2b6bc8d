package org.tianbo.deployment;

import java.util.List;

/** What a chart was rendered to. */
record Manifests(List<Node> all) {

    List<Node> ofKind(String kind) {
        return all.stream().filter(object -> kind.equals(object.text("kind"))).toList();
    }

    /** The one object of that kind and name. */
    Node one(String kind, String name) {
        List<Node> found = ofKind(kind).stream()
                .filter(object -> name.equals(object.text("metadata.name")))
                .toList();
        if (found.size() != 1) {
            throw new AssertionError("Expected one " + kind + " called " + name + ", found " + found.size() + " in "
                    + all.stream()
                            .map(object -> object.text("kind") + "/" + object.text("metadata.name"))
                            .toList());
        }
        return found.get(0);
    }

    /** The only container of a deployment. */
    Node container(String deployment) {
        List<Node> containers = one("Deployment", deployment).list("spec.template.spec.containers");
        if (containers.size() != 1) {
            throw new AssertionError(deployment + " has " + containers.size() + " containers");
        }
        return containers.get(0);
    }
}
