package org.tianbo.curriculum.checks;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.StreamSupport;
import org.tianbo.curriculum.document.DocumentKind;
import org.tianbo.curriculum.document.SourceDocument;

/** A scripted audience can be played: its people, triggers, criteria and rules are there, and a rough one is rough. */
final class ScenarioRules {

    private static final String RUBRIC = "default";
    private static final int ROUGH_FROM = 3;
    private static final Set<String> ROUGH = Set.of("troll", "absolute-claim-request");

    /** What the platform shows or nobody does; everything else somebody says. */
    private static final Set<String> SAID_BY_NOBODY =
            Set.of("silence", "order-wave", "stock-out", "violation-notice", "coupon-drop", "network-scare");

    private static final String NETWORK_SCARE = "network-scare";

    private final SourceDocument scenario;
    private final References references;

    ScenarioRules(SourceDocument scenario, References references) {
        this.scenario = scenario;
        this.references = references;
    }

    void check() {
        references.unique(scenario, "/people");
        references.unique(scenario, "/timeline");
        List<JsonNode> shows = shows();
        Set<String> steps = shows.stream()
                .flatMap(show -> References.ids(show.get("steps")).stream())
                .collect(Collectors.toSet());
        int longest = shows.stream()
                .mapToInt(show -> show.get("seconds").intValue())
                .max()
                .orElse(Integer.MAX_VALUE);
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
            checkThatItCanBePlayed(at, event, longest);
            earlier.add(event.get("id").textValue());
        }
        checkRoughness(timeline);
        checkGentleness();
    }

    private List<JsonNode> shows() {
        JsonNode formats = scenario.body().get("formats");
        List<JsonNode> shows = new ArrayList<>();
        for (int i = 0; i < formats.size(); i++) {
            references
                    .find(
                            scenario,
                            "/formats/" + i,
                            DocumentKind.RUN_OF_SHOW,
                            formats.get(i).textValue())
                    .ifPresent(show -> shows.add(show.body()));
        }
        return shows;
    }

    /** @param longest seconds of the longest show it fits */
    private void checkThatItCanBePlayed(String at, JsonNode event, int longest) {
        String kind = event.get("kind").textValue();
        if (!event.has("who") && !SAID_BY_NOBODY.contains(kind)) {
            references.fault(scenario, at + "/kind", "“" + kind + "”要写是谁说的（who）", "\"" + kind + "\" needs who says it");
        }
        if (event.has("cut") != kind.equals(NETWORK_SCARE)) {
            references.fault(
                    scenario,
                    event.has("cut") ? at + "/cut" : at + "/kind",
                    "断网（network-scare）要写断几秒（cut），别的都不写",
                    "a network-scare, and nothing else, says for how many seconds the network is cut");
        }
        if (event.at("/at/second").asInt() >= longest) {
            references.fault(
                    scenario,
                    at + "/at/second",
                    "那时候已经播完了：最长 " + longest + " 秒",
                    "the show is over by then: it takes " + longest + " seconds");
        }
    }

    /** Whoever rehearses may choose a gentle audience of any scenario: it has nobody who is rude. */
    private void checkGentleness() {
        JsonNode people = scenario.body().get("people");
        if (StreamSupport.stream(people.spliterator(), false)
                .allMatch(person -> "rude".equals(person.get("mood").textValue()))) {
            references.fault(scenario, "/people", "至少要有一个不凶的人", "at least one of the people is not rude");
        }
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
