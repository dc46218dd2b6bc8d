package org.tianbo.narration.voice;

import jakarta.enterprise.context.ApplicationScoped;
import java.util.List;
import java.util.UUID;
import org.tianbo.platform.privacy.PersonalData;
import org.tianbo.platform.privacy.PersonalRecords;

/** What a trainer spoke; they take it along, and it stays with the county they work for. */
@ApplicationScoped
class PersonalNarration implements PersonalData {

    private final SentenceTable sentences;

    PersonalNarration(SentenceTable sentences) {
        this.sentences = sentences;
    }

    @Override
    public List<PersonalRecords> records() {
        return List.of();
    }

    @Override
    public List<String> files(UUID person) {
        return sentences.keysOf(person);
    }
}
