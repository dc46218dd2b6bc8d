package org.tianbo.platform.web.fault;

import com.fasterxml.jackson.core.JsonParseException;
import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.JsonStreamContext;
import com.fasterxml.jackson.databind.JsonMappingException;
import com.fasterxml.jackson.databind.exc.UnrecognizedPropertyException;
import java.util.List;
import java.util.Optional;

/**
 * Which member of a JSON text is at fault.
 *
 * @param field its path as Bean Validation writes one, for example {@code records[0].at}
 * @param code of the sentence that says what is wrong with it
 */
record JsonFault(String field, String code) {

    /** @return empty when the text is no JSON at all, or of another shape as a whole */
    static Optional<JsonFault> of(JsonProcessingException unreadable) {
        if (unreadable instanceof UnrecognizedPropertyException unknown) {
            return Optional.of(new JsonFault(path(unknown.getPath()), "request.unknown-field"));
        }
        Throwable cause = unreadable;
        while (cause.getCause() instanceof JsonProcessingException deeper) {
            cause = deeper;
        }
        if (cause instanceof JsonParseException noJson) {
            return twice(noJson);
        }
        return unreadable instanceof JsonMappingException misshapen
                        && !misshapen.getPath().isEmpty()
                ? Optional.of(new JsonFault(path(misshapen.getPath()), "request.bad-value"))
                : Optional.empty();
    }

    /** Jackson has no exception of its own for a name that stands twice in one object. */
    private static Optional<JsonFault> twice(JsonParseException fault) {
        boolean twice = fault.getOriginalMessage().startsWith("Duplicate field") && fault.getProcessor() != null;
        return twice ? Optional.of(new JsonFault(path(fault.getProcessor()), "request.named-twice")) : Optional.empty();
    }

    private static String path(JsonParser parser) {
        StringBuilder path = new StringBuilder();
        for (JsonStreamContext at = parser.getParsingContext(); at != null; at = at.getParent()) {
            if (at.inArray()) {
                path.insert(0, "[" + at.getCurrentIndex() + "]");
            } else if (at.hasCurrentName()) {
                path.insert(0, "." + at.getCurrentName());
            }
        }
        return path.substring(path.indexOf(".") == 0 ? 1 : 0);
    }

    private static String path(List<JsonMappingException.Reference> references) {
        StringBuilder path = new StringBuilder();
        for (JsonMappingException.Reference reference : references) {
            if (reference.getFieldName() == null) {
                path.append('[').append(reference.getIndex()).append(']');
            } else {
                path.append(path.isEmpty() ? "" : ".").append(reference.getFieldName());
            }
        }
        return path.toString();
    }
}
