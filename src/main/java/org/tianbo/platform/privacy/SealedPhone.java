package org.tianbo.platform.privacy;

import io.quarkus.arc.Arc;
import jakarta.persistence.AttributeConverter;
import jakarta.persistence.Converter;

/** A column that holds one phone number, sealed. */
@Converter
public class SealedPhone implements AttributeConverter<String, String> {

    @Override
    public String convertToDatabaseColumn(String number) {
        return number == null ? null : phones().seal(number);
    }

    @Override
    public String convertToEntityAttribute(String stored) {
        return stored == null ? null : phones().open(stored);
    }

    static PhoneNumbers phones() {
        return Arc.container().instance(PhoneNumbers.class).get();
    }
}
