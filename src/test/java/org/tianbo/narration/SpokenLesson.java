package org.tianbo.narration;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.List;
import java.util.Locale;
import org.tianbo.curriculum.Curriculum;
import org.tianbo.curriculum.LessonView.Sentence;
import org.tianbo.testsupport.DatabaseOwner;

/** A lesson of which a test speaks one sentence, and has the others be the same. */
public record SpokenLesson(String county, String slug, String language) {

    private static final String COPY =
            """
            insert into spoken_sentences (county, lesson, language, sentence, sha256, key, bytes, duration_ms,
                spoken_by, spoken_at, received_at)
            select county, lesson, language, ?, sha256, key, bytes, duration_ms, spoken_by, spoken_at, received_at
            from spoken_sentences where county = ? and lesson = ? and language = ? and sentence = ?
            on conflict do nothing
            """;

    public List<Sentence> sentences(Curriculum curriculum) {
        return curriculum.sentences(curriculum.lesson(slug), Locale.forLanguageTag(language));
    }

    /** @param asked whether the quiz is spoken too */
    public void speakTheRestLike(Sentence spoken, Curriculum curriculum, boolean asked) throws SQLException {
        try (Connection owner = DatabaseOwner.connection();
                Statement county = owner.createStatement();
                PreparedStatement copy = owner.prepareStatement(COPY)) {
            county.execute("set tianbo.county = '*'");
            for (Sentence sentence : sentences(curriculum)) {
                if (asked || !sentence.asked()) {
                    copy.setString(1, sentence.digest());
                    copy.setString(2, this.county);
                    copy.setString(3, slug);
                    copy.setString(4, language);
                    copy.setString(5, spoken.digest());
                    copy.executeUpdate();
                }
            }
        }
    }
}
