package org.tianbo.curriculum.content;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.Map;
import java.util.TreeMap;
import org.tianbo.curriculum.document.Faults;
import org.tianbo.curriculum.document.SourceYaml;
import org.tianbo.curriculum.lesson.Drawing;

/** Puts the lesson's drawings into the questions that are asked about them. */
final class QuizPictures {

    private QuizPictures() {}

    /** @return the quiz, each picture in it as SVG with its places numbered, in both languages */
    static ObjectNode drawn(SourceYaml quiz, Map<String, Drawing> drawings, Faults faults) {
        ObjectNode whole = quiz.tree().deepCopy();
        JsonNode items = whole.get("items");
        for (int i = 0; i < items.size(); i++) {
            ObjectNode item = (ObjectNode) items.get(i);
            JsonNode picture = item.remove("picture");
            Drawing drawing =
                    picture == null ? null : drawings.get(picture.get("file").textValue());
            if (drawing != null) {
                Map<String, int[]> spots = new TreeMap<>();
                picture.get("spots")
                        .properties()
                        .forEach(spot -> spots.put(spot.getKey(), new int[] {
                            spot.getValue().get(0).intValue(),
                            spot.getValue().get(1).intValue()
                        }));
                item.putObject("picture")
                        .put("zh", drawing.html(picture.at("/alt/zh").textValue(), spots))
                        .put("en", drawing.html(picture.at("/alt/en").textValue(), spots));
            } else if (picture != null) {
                faults.add(
                        quiz.file(),
                        quiz.line("/items/" + i + "/picture/file"),
                        "课文里没有这幅画",
                        "the lesson has no such drawing");
            }
        }
        return whole;
    }
}
