package org.tianbo.curriculum.checks;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.tianbo.curriculum.document.DocumentKind;
import org.tianbo.curriculum.document.SourceDocument;

/** What one document says of another, and the sums a schema cannot make. */
public final class CrossReferences {

    private static final int FULL_WEIGHT = 100;

    private final References references;
    private final Set<String> phrases = new HashSet<>();

    private CrossReferences(References references) {
        this.references = references;
    }

    public static void check(List<SourceDocument> sources, References references) {
        CrossReferences checks = new CrossReferences(references);
        sources.forEach(checks::check);
    }

    private void check(SourceDocument source) {
        switch (source.kind()) {
            case LESSON -> references.all(source, "/rules", DocumentKind.RULE);
            case RUBRIC -> checkRubric(source);
            case RUN_OF_SHOW -> {
                checkRunOfShow(source);
                new ScriptRules(source, references).check();
            }
            case CHECKLIST -> references.unique(source, "/items");
            case RULE -> checkRule(source);
            case GLOSSARY -> checkGlossary(source);
            case PATHS -> new PathRules(source, references).check();
            case SCENARIO -> new ScenarioRules(source, references).check();
            case WORDS -> new WordRules(source, references).check(phrases);
            case CALIBRATION -> new CalibrationRules(source, references).check();
            case COURSE -> {
                // Its lessons come from its folders and cannot be missing.
            }
        }
    }

    private void checkGlossary(SourceDocument glossary) {
        references.unique(glossary, "/terms");
        JsonNode terms = glossary.body().get("terms");
        for (int i = 0; i < terms.size(); i++) {
            String lesson = terms.get(i).get("lesson").textValue();
            references.find(glossary, "/terms/" + i + "/lesson", DocumentKind.LESSON, lesson);
        }
    }

    private void checkRubric(SourceDocument rubric) {
        references.unique(rubric, "/criteria");
        references.all(rubric, "/veto/rules", DocumentKind.RULE);
        int sum = References.sum(rubric.body().get("criteria"), "weight");
        if (sum != FULL_WEIGHT) {
            references.fault(
                    rubric, "/criteria", "各项的分量加起来是 " + sum + "，应当是 100", "the weights sum to " + sum + ", not to 100");
        }
    }

    private void checkRunOfShow(SourceDocument show) {
        references.unique(show, "/steps");
        int planned = show.body().get("seconds").intValue();
        int sum = References.sum(show.body().get("steps"), "seconds");
        if (sum != planned) {
            references.fault(
                    show,
                    "/seconds",
                    "一共写的是 " + planned + " 秒，每一步加起来是 " + sum + " 秒",
                    "the whole says " + planned + " seconds, the steps sum to " + sum);
        }
        String name = show.body().get("rubric").textValue();
        references.find(show, "/rubric", DocumentKind.RUBRIC, name).ifPresent(rubric -> checkCriteria(show, rubric));
    }

    private void checkCriteria(SourceDocument show, SourceDocument rubric) {
        Set<String> ids = References.ids(rubric.body().get("criteria"));
        JsonNode steps = show.body().get("steps");
        for (int i = 0; i < steps.size(); i++) {
            JsonNode criteria = steps.get(i).get("criteria");
            for (int j = 0; j < criteria.size(); j++) {
                String id = criteria.get(j).textValue();
                if (!ids.contains(id)) {
                    String at = "/steps/" + i + "/criteria/" + j;
                    references.fault(show, at, "评分标准里没有“" + id + "”", "the rubric has no criterion \"" + id + "\"");
                }
            }
        }
    }

    private void checkRule(SourceDocument rule) {
        String until = rule.body().path("until").asText("9999-12-31");
        if (until.compareTo(rule.body().get("from").textValue()) < 0) {
            references.fault(rule, "/until", "还没开始就结束了", "it ends before it begins");
        }
    }
}
