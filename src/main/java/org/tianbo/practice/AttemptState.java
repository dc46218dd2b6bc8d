package org.tianbo.practice;

import com.fasterxml.jackson.annotation.JsonValue;
import jakarta.persistence.AttributeConverter;
import jakarta.persistence.Converter;
import java.util.Locale;

/** Where an attempt stands on its way from the plan to the mentor's review. */
public enum AttemptState {
    PLANNED,
    UPLOADING,
    PROCESSING,
    READY,
    SUBMITTED,
    REVIEWED,
    FAILED;

    /** As the API and the database write it. */
    @JsonValue
    public String word() {
        return name().toLowerCase(Locale.ROOT);
    }

    @Converter(autoApply = true)
    static class Words implements AttributeConverter<AttemptState, String> {

        @Override
        public String convertToDatabaseColumn(AttemptState state) {
            return state.word();
        }

        @Override
        public AttemptState convertToEntityAttribute(String word) {
            return valueOf(word.toUpperCase(Locale.ROOT));
        }
    }
}
