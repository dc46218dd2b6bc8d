package org.tianbo.curriculum.checks;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.stream.StreamSupport;
import org.tianbo.curriculum.document.DocumentKind;
import org.tianbo.curriculum.document.SourceDocument;

/** A scripted audience can be played: its people, triggers, criteria and rules are there, and a rough one is rough. */
final class ScenarioRules {

    private static final String RUBRIC = "default";
    private static final int ROUGH_FROM = 3;
    private static final Set<String> ROUGH = Set.of("troll", "absolute-claim-request");

    private final SourceDocument scenario;
    private final References references;

    ScenarioRules(SourceDocument scenario, References references) {
        this.scenario = scenario;
        this.references = references;
    }

    void check() {
        references.unique(scenario, "/people");
        references.unique(scenario, "/timeline");
        Set<String> steps = steps();
        Set<String> criteria = references
                .find(scenario, "/timeline", DocumentKind.RUBRIC, RUBRIC)
                .map(rubric -> References.ids(rubric.body().get("criteria")))
                .orElse(Set.of());
        Set<String> people = References.ids(scenario.body().get("people"));
        Set<String> earlier = new HashSet<>();
        JsonNode timeline = scenario.body().get("timeline");
        for (int i = 0; i < timeline.size(); i++) {
            String at = "/timeline/" + i;
            JsonNode event = timeline.get(i);
            among(at + "/who", event.path("who"), people, "没有这个人", "is nobody here");
            among(at + "/on/event", event.at("/on/event"), earlier, "前面没有这件事", "has not happened before");
            among(at + "/on/step", event.at("/on/step"), steps, "流程单里没有这一步", "is a step of no run of show named here");
            JsonNode named = event.at("/answer/criteria");
            for (int j = 0; j < named.size(); j++) {
                among(at + "/answer/criteria/" + j, named.get(j), criteria, "评分标准里没有", "is no criterion of the rubric");
            }
            references.all(scenario, at + "/rules", DocumentKind.RULE);
            earlier.add(event.get("id").textValue());
        }
        checkRoughness(timeline);
    }

    private Set<String> steps() {
        JsonNode formats = scenario.body().get("formats");
        Set<String> steps = new HashSet<>();
        for (int i = 0; i < formats.size(); i++) {
            references
                    .find(
                            scenario,
                            "/formats/" + i,
                            DocumentKind.RUN_OF_SHOW,
                            formats.get(i).textValue())
                    .ifPresent(show -> steps.addAll(References.ids(show.body().get("steps"))));
        }
        return steps;
    }

    private void checkRoughness(JsonNode timeline) {
        List<String> kinds = StreamSupport.stream(timeline.spliterator(), false)
                .map(event -> event.get("kind").textValue())
                .toList();
        if (scenario.body().get("level").intValue() >= ROUGH_FROM
                && kinds.stream().noneMatch(ROUGH::contains)) {
            references.fault(
                    scenario,
                    "/level",
                    "三级以上要有一个捣乱的，或者一个要你打包票的",
                    "from level 3 on there is a troll or a request for an absolute claim");
        }
    }

    private void among(String pointer, JsonNode name, Set<String> known, String zh, String en) {
        if (name.isTextual() && !known.contains(name.textValue())) {
            references.fault(
                    scenario, pointer, "“" + name.textValue() + "”：" + zh, "\"" + name.textValue() + "\" " + en);
        }
    }
}
