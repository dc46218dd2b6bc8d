package org.tianbo.curriculum.content;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** What one document says of another, and the sums a schema cannot make. */
final class CrossReferences {

    private static final int FULL_WEIGHT = 100;

    private final Map<Kind, Map<String, Source>> known = new HashMap<>();
    private final Set<Kind> unread;
    private final Faults faults;

    private CrossReferences(Set<Kind> unread, Faults faults) {
        this.unread = unread;
        this.faults = faults;
    }

    /** @param unread kinds of which not every file could be read */
    static void check(List<Source> sources, Set<Kind> unread, Faults faults) {
        CrossReferences references = new CrossReferences(unread, faults);
        sources.forEach(references::know);
        sources.forEach(references::check);
    }

    private void know(Source source) {
        Source earlier =
                known.computeIfAbsent(source.kind(), kind -> new HashMap<>()).put(source.slug(), source);
        if (earlier != null) {
            String at = earlier.yaml().file() + ":" + earlier.line("");
            fault(source, "", "“" + source.slug() + "”已经在 " + at, "\"" + source.slug() + "\" is already at " + at);
        }
    }

    private void check(Source source) {
        switch (source.kind()) {
            case LESSON -> refer(source, "/rules", Kind.RULE);
            case RUBRIC -> checkRubric(source);
            case RUN_OF_SHOW -> checkRunOfShow(source);
            case CHECKLIST -> unique(source, "/items");
            case RULE -> checkRule(source);
            case COURSE -> {
                // Its lessons come from its folders and cannot be missing.
            }
        }
    }

    private void checkRubric(Source rubric) {
        unique(rubric, "/criteria");
        refer(rubric, "/veto/rules", Kind.RULE);
        int sum = sum(rubric.body().get("criteria"), "weight");
        if (sum != FULL_WEIGHT) {
            fault(rubric, "/criteria", "各项的分量加起来是 " + sum + "，应当是 100", "the weights sum to " + sum + ", not to 100");
        }
    }

    private void checkRunOfShow(Source show) {
        unique(show, "/steps");
        int planned = show.body().get("seconds").intValue();
        int sum = sum(show.body().get("steps"), "seconds");
        if (sum != planned) {
            fault(
                    show,
                    "/seconds",
                    "一共写的是 " + planned + " 秒，每一步加起来是 " + sum + " 秒",
                    "the whole says " + planned + " seconds, the steps sum to " + sum);
        }
        String name = show.body().get("rubric").textValue();
        find(show, "/rubric", Kind.RUBRIC, name).ifPresent(rubric -> checkCriteria(show, rubric));
    }

    private void checkCriteria(Source show, Source rubric) {
        Set<String> ids = new HashSet<>();
        rubric.body()
                .get("criteria")
                .forEach(criterion -> ids.add(criterion.get("id").textValue()));
        JsonNode steps = show.body().get("steps");
        for (int i = 0; i < steps.size(); i++) {
            JsonNode criteria = steps.get(i).get("criteria");
            for (int j = 0; j < criteria.size(); j++) {
                String id = criteria.get(j).textValue();
                if (!ids.contains(id)) {
                    String at = "/steps/" + i + "/criteria/" + j;
                    fault(show, at, "评分标准里没有“" + id + "”", "the rubric has no criterion \"" + id + "\"");
                }
            }
        }
    }

    private void checkRule(Source rule) {
        String until = rule.body().path("until").asText("9999-12-31");
        if (until.compareTo(rule.body().get("from").textValue()) < 0) {
            fault(rule, "/until", "还没开始就结束了", "it ends before it begins");
        }
    }

    private void unique(Source source, String list) {
        Set<String> ids = new HashSet<>();
        JsonNode items = source.body().at(list);
        for (int i = 0; i < items.size(); i++) {
            String id = items.get(i).get("id").textValue();
            if (!ids.add(id)) {
                fault(source, list + "/" + i + "/id", "“" + id + "”用了两次", "\"" + id + "\" is used twice");
            }
        }
    }

    private void refer(Source source, String list, Kind kind) {
        JsonNode names = source.body().at(list);
        for (int i = 0; i < names.size(); i++) {
            find(source, list + "/" + i, kind, names.get(i).textValue());
        }
    }

    private Optional<Source> find(Source from, String pointer, Kind kind, String slug) {
        Optional<Source> found =
                Optional.ofNullable(known.getOrDefault(kind, Map.of()).get(slug));
        if (found.isEmpty() && !unread.contains(kind)) {
            String what =
                    switch (kind) {
                        case RUBRIC -> "rubric";
                        case RULE -> "rule";
                        default -> "document";
                    };
            fault(from, pointer, "内容里没有“" + slug + "”", "there is no " + what + " \"" + slug + "\"");
        }
        return found;
    }

    private void fault(Source source, String pointer, String zh, String en) {
        faults.add(source.yaml().file(), source.line(pointer), zh, en);
    }

    private static int sum(JsonNode items, String field) {
        int sum = 0;
        for (JsonNode item : items) {
            sum += item.get(field).intValue();
        }
        return sum;
    }
}
