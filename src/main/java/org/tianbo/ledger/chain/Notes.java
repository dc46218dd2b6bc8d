package org.tianbo.ledger.chain;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.type.TypeReference;
import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.util.Map;
import java.util.Optional;

/** What an entry says, read back from what was hashed. */
public final class Notes {

    private static final TypeReference<Map<String, String>> TEXTS = new TypeReference<>() {};

    private static final ObjectMapper JSON = new ObjectMapper().enable(DeserializationFeature.FAIL_ON_TRAILING_TOKENS);

    private Notes() {}

    /**
     * By field name; empty for what is not written in the one way in which it can be hashed: such a text could say one
     * thing to a reader and another to whoever computes its hash.
     */
    public static Optional<Map<String, String>> read(String content) {
        try {
            Map<String, String> texts = JSON.readValue(content, TEXTS);
            return texts != null
                            && !texts.containsValue(null)
                            && CanonicalJson.of(texts).equals(content)
                    ? Optional.of(texts)
                    : Optional.empty();
        } catch (JsonProcessingException broken) {
            return Optional.empty();
        }
    }
}
