package org.tianbo.platform.privacy;

import jakarta.persistence.AttributeConverter;
import jakarta.persistence.Converter;

/** A column of words in which phone numbers may stand; those are sealed. */
@Converter
public class TextWithPhones implements AttributeConverter<String, String> {

    @Override
    public String convertToDatabaseColumn(String text) {
        return text == null ? null : SealedPhone.phones().sealIn(text);
    }

    @Override
    public String convertToEntityAttribute(String stored) {
        return stored == null ? null : SealedPhone.phones().openIn(stored);
    }
}
