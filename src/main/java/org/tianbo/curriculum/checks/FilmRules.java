package org.tianbo.curriculum.checks;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;
import org.tianbo.curriculum.document.Faults;
import org.tianbo.curriculum.document.Passage;
import org.tianbo.curriculum.document.SourceYaml;
import org.tianbo.curriculum.lesson.Drawing;

/** What a schema cannot say of a film: that its drawings are there, and that its captions can be read in their time. */
public final class FilmRules {

    private static final int CHARACTERS_A_SECOND = 5;
    private static final int LETTERS_A_SECOND = 17;
    private static final Pattern HAN = Pattern.compile("\\p{IsHan}");

    private FilmRules() {}

    public static void check(SourceYaml film, Map<String, Drawing> drawings, Faults faults) {
        JsonNode scenes = film.tree().get("scenes");
        for (int i = 0; i < scenes.size(); i++) {
            checkDrawing(film, "/scenes/" + i + "/drawing", scenes.get(i), drawings, faults);
            checkPace(film, "/scenes/" + i + "/says", scenes.get(i), faults);
        }
    }

    /** What a learner reads in it, in Chinese. */
    public static List<Passage> passages(SourceYaml film) {
        List<Passage> passages = new ArrayList<>();
        JsonNode scenes = film.tree().get("scenes");
        for (int i = 0; i < scenes.size(); i++) {
            passages.add(new Passage(
                    film.file(),
                    film.line("/scenes/" + i + "/says"),
                    scenes.get(i).get("says").get("zh").textValue(),
                    Passage.Role.LESSON));
        }
        return passages;
    }

    private static void checkDrawing(
            SourceYaml film, String at, JsonNode scene, Map<String, Drawing> drawings, Faults faults) {
        String name = scene.get("drawing").textValue();
        Drawing drawing = drawings.get(name);
        if (drawing == null) {
            faults.add(film.file(), film.line(at), "没有图画“" + name + "”", "there is no drawing \"" + name + "\"");
        } else if (drawing.hasLetters()) {
            faults.add(
                    film.file(),
                    film.line(at),
                    "图画“" + name + "”里有字，不能放进短片",
                    "the drawing \"" + name + "\" has letters and cannot be filmed");
        }
    }

    private static void checkPace(SourceYaml film, String at, JsonNode scene, Faults faults) {
        int seconds = scene.get("seconds").intValue();
        long characters =
                HAN.matcher(scene.get("says").get("zh").textValue()).results().count();
        int letters = scene.get("says").get("en").textValue().length();
        if (characters > (long) seconds * CHARACTERS_A_SECOND || letters > seconds * LETTERS_A_SECOND) {
            faults.add(
                    film.file(),
                    film.line(at),
                    "字太多，" + seconds + " 秒看不完",
                    "this cannot be read in " + seconds + " seconds");
        }
    }
}
