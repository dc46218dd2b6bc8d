package org.tianbo.ledger.entry;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.List;
import java.util.UUID;
import org.tianbo.platform.privacy.PersonalData;
import org.tianbo.platform.privacy.PersonalKind;
import org.tianbo.platform.privacy.PersonalRecords;
import org.tianbo.platform.privacy.PersonalTexts.Texts;

/** What the county's ledger says of somebody, with the words that are sealed in it. */
@ApplicationScoped
class PersonalEntries implements PersonalData {

    private static final ObjectMapper JSON = new ObjectMapper();

    private static final String LEDGER =
            """
            select seq, kind, day, at, content, before, reason, amends from ledger_entries
            where county = ? and person = ? order by seq
            """;

    private final SealedEntries sealed;

    PersonalEntries(SealedEntries sealed) {
        this.sealed = sealed;
    }

    @Override
    public List<PersonalRecords> records() {
        return List.of(new PersonalRecords(PersonalKind.LEDGER, "ledger_entries", LEDGER, this::readable));
    }

    private List<String> readable(UUID person, List<String> rows) {
        Texts texts = sealed.readable(List.of(person));
        return rows.stream().map(row -> readable(person, row, texts)).toList();
    }

    private static String readable(UUID person, String row, Texts texts) {
        try {
            ObjectNode entry = (ObjectNode) JSON.readTree(row);
            for (String values : List.of("content", "before")) {
                ObjectNode opened = JSON.createObjectNode();
                Contents.texts(entry.path(values).textValue())
                        .forEach((field, value) -> opened.put(field, texts.open(person, value)));
                entry.set(values, opened);
            }
            entry.put("reason", texts.open(person, entry.path("reason").asText()));
            return JSON.writeValueAsString(entry);
        } catch (JsonProcessingException impossible) {
            throw new IllegalStateException("PostgreSQL writes JSON", impossible);
        }
    }
}
