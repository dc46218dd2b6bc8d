package org.tianbo.curriculum.checks;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.HashSet;
import java.util.Map;
import java.util.Set;
import org.tianbo.curriculum.document.DocumentKind;
import org.tianbo.curriculum.document.SourceDocument;

/** A calibration example scores every criterion of its rubric, once, and its total is the sum of these scores. */
final class CalibrationRules {

    private static final int BEST_LEVEL = 5;

    private final SourceDocument example;
    private final References references;

    CalibrationRules(SourceDocument example, References references) {
        this.example = example;
        this.references = references;
    }

    void check() {
        references.find(
                example,
                "/format",
                DocumentKind.RUN_OF_SHOW,
                example.body().get("format").textValue());
        JsonNode veto = example.body().get("veto");
        if (veto.isObject()) {
            references.find(
                    example, "/veto/rule", DocumentKind.RULE, veto.get("rule").textValue());
        }
        references
                .find(
                        example,
                        "/rubric",
                        DocumentKind.RUBRIC,
                        example.body().get("rubric").textValue())
                .ifPresent(this::checkScores);
    }

    private void checkScores(SourceDocument rubric) {
        JsonNode scores = example.body().get("marks");
        Set<String> criteria = new HashSet<>();
        int hundredths = 0;
        for (JsonNode criterion : rubric.body().get("criteria")) {
            String id = criterion.get("id").textValue();
            criteria.add(id);
            if (!scores.has(id)) {
                references.fault(example, "/marks", "缺少“" + id + "”的分", "criterion \"" + id + "\" is not marked");
            }
            hundredths += scores.path(id).path("level").intValue()
                    * 100
                    / BEST_LEVEL
                    * criterion.get("weight").intValue();
        }
        scores.properties().stream()
                .map(Map.Entry::getKey)
                .filter(id -> !criteria.contains(id))
                .forEach(id -> references.fault(
                        example, "/marks/" + id, "评分标准里没有“" + id + "”", "the rubric has no criterion \"" + id + "\""));
        long total = Math.round(hundredths / 100.0);
        if (total != example.body().get("total").intValue()) {
            references.fault(example, "/total", "总分算出来是 " + total, "the marks make " + total);
        }
    }
}
