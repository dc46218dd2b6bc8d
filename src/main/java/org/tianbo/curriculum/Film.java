package org.tianbo.curriculum;

import java.util.List;

/** A lesson shown as a short film without sound. */
public record Film(List<Scene> scenes) {

    /** One drawing, and what is said under it meanwhile. */
    public record Scene(String drawing, int seconds, Text says) {}

    public int seconds() {
        return scenes.stream().mapToInt(Scene::seconds).sum();
    }
}
