package org.tianbo.curriculum;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.tianbo.curriculum.LessonView.Film;
import org.tianbo.curriculum.LessonView.Film.Scene;
import org.tianbo.curriculum.LessonView.Part;
import org.tianbo.curriculum.LessonView.Section;

/** Which lessons a film that was made of another version shows. */
class LessonViewTest {

    private static final Film FILM = new Film(List.of(new Scene("far.svg", 5, new Text("远", "Far"))));
    private static final LessonView SHIPPED = lesson("看远处。" + drawing("一座山", "<path d=\"M1\"/>"), FILM);

    @Test
    void otherWordsLeaveTheFilmAsItIs() {
        String words = "走远看。" + drawing("这是一座山", "<path d=\"M1\"/>");

        assertThat(lesson(words, FILM).isFilmedLike(SHIPPED)).isTrue();
        assertThat(lesson(words + drawing("水", "<path d=\"M2\"/>"), FILM).isFilmedLike(SHIPPED))
                .isTrue();
    }

    @Test
    void anotherDrawingOrAnotherSceneIsAnotherFilm() {
        String words = "看远处。" + drawing("一座山", "<path d=\"M2\"/>");
        Film longer = new Film(List.of(new Scene("far.svg", 9, new Text("远", "Far"))));

        assertThat(lesson(words, FILM).isFilmedLike(SHIPPED)).isFalse();
        assertThat(lesson("看远处。" + drawing("一座山", "<path d=\"M1\"/>"), longer).isFilmedLike(SHIPPED))
                .isFalse();
        assertThat(lesson("看远处。" + drawing("一座山", "<path d=\"M1\"/>"), null).isFilmedLike(SHIPPED))
                .isFalse();
    }

    private static String drawing(String label, String inner) {
        return "<svg class=\"drawing\" viewBox=\"0 0 320 180\" role=\"img\" aria-label=\"" + label + "\">" + inner
                + "</svg>";
    }

    private static LessonView lesson(String html, Film film) {
        Text text = new Text("字", "word");
        Section hook = new Section("hook", Part.HOOK, new Text("", ""), new Text(html, html));
        return new LessonView(
                "far",
                "v",
                "course",
                1,
                3,
                text,
                text,
                List.of(),
                List.of(hook),
                null,
                Optional.ofNullable(film),
                null);
    }
}
