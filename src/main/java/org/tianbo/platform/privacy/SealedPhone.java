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
        return stored == null ? null : opened(stored);
    }

    /** What cannot be opened stays, so that it is not lost when the row is written again. */
    private static String opened(String stored) {
        String number = phones().open(stored);
        return number.isEmpty() ? stored : number;
    }

    static PhoneNumbers phones() {
        return Arc.container().instance(PhoneNumbers.class).get();
    }
}
