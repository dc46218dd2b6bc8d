package org.tianbo.curriculum.checks;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.HashSet;
import java.util.Set;
import org.tianbo.curriculum.document.DocumentKind;
import org.tianbo.curriculum.document.SourceDocument;

/** Paths lead through lessons that exist, and the beginner's plan fills the hours of the occupation's first level. */
final class PathRules {

    private static final int FIRST_LEVEL = 5;

    private final SourceDocument paths;
    private final References references;

    PathRules(SourceDocument paths, References references) {
        this.paths = paths;
        this.references = references;
    }

    void check() {
        references.unique(paths, "/paths");
        JsonNode all = paths.body().get("paths");
        for (int i = 0; i < all.size(); i++) {
            references.all(paths, "/paths/" + i + "/lessons", DocumentKind.LESSON);
            checkRehearsals("/paths/" + i, all.get(i));
        }
        checkLevels(References.ids(all));
        checkHours();
    }

    private void checkRehearsals(String at, JsonNode path) {
        Set<String> lessons = new HashSet<>();
        path.get("lessons").forEach(slug -> lessons.add(slug.textValue()));
        JsonNode rehearsals = path.path("rehearsals");
        for (int i = 0; i < rehearsals.size(); i++) {
            String here = at + "/rehearsals/" + i;
            String after = rehearsals.get(i).get("after").textValue();
            if (!lessons.contains(after)) {
                references.fault(
                        paths,
                        here + "/after",
                        "这条路上没有“" + after + "”这节课",
                        "lesson \"" + after + "\" is not on this path");
            }
            String format = rehearsals.get(i).get("format").textValue();
            references.find(paths, here + "/format", DocumentKind.RUN_OF_SHOW, format);
        }
    }

    private void checkLevels(Set<String> ids) {
        JsonNode levels = paths.body().at("/occupation/levels");
        for (int i = 0; i < levels.size(); i++) {
            String at = "/occupation/levels/" + i;
            references.all(paths, at + "/courses", DocumentKind.COURSE);
            JsonNode named = levels.get(i).path("paths");
            for (int j = 0; j < named.size(); j++) {
                String id = named.get(j).textValue();
                if (!ids.contains(id)) {
                    references.fault(paths, at + "/paths/" + j, "没有“" + id + "”这条路", "there is no path \"" + id + "\"");
                }
            }
        }
    }

    private void checkHours() {
        int planned = References.sum(paths.body().at("/occupation/hoursPlan"), "hours");
        for (JsonNode level : paths.body().at("/occupation/levels")) {
            int needed = level.get("hours").intValue();
            if (level.get("level").intValue() == FIRST_LEVEL && needed != planned) {
                references.fault(
                        paths,
                        "/occupation/hoursPlan",
                        "学时加起来是 " + planned + "，五级要 " + needed,
                        "the hours sum to " + planned + ", level 5 needs " + needed);
            }
        }
    }
}
