package org.tianbo.practice.attempt;

import com.fasterxml.jackson.annotation.JsonValue;
import jakarta.persistence.AttributeConverter;
import jakarta.persistence.Converter;
import java.time.Instant;
import java.util.Locale;
import java.util.Optional;

/** The states of an attempt from the plan to the mentor's review. */
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

    public static AttemptState of(String word) {
        return valueOf(word.toUpperCase(Locale.ROOT));
    }

    /** Since when nothing has come of what was begun and sent in part; empty for one that is not deleted for that. */
    public Optional<Instant> untouchedSince(Instant lastChunkAt, Instant finishedAt, Instant chunksDeletedAt) {
        boolean waits = this == UPLOADING || this == FAILED;
        if (!waits || lastChunkAt == null || chunksDeletedAt != null) {
            return Optional.empty();
        }
        return Optional.of(finishedAt != null && finishedAt.isAfter(lastChunkAt) ? finishedAt : lastChunkAt);
    }

    @Converter(autoApply = true)
    static class StateConverter implements AttributeConverter<AttemptState, String> {

        @Override
        public String convertToDatabaseColumn(AttemptState state) {
            return state.word();
        }

        @Override
        public AttemptState convertToEntityAttribute(String word) {
            return of(word);
        }
    }
}
