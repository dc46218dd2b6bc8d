package org.tianbo.platform.web.fault;

import jakarta.ws.rs.BadRequestException;
import jakarta.ws.rs.ext.ParamConverter;
import jakarta.ws.rs.ext.ParamConverterProvider;
import jakarta.ws.rs.ext.Provider;
import java.lang.annotation.Annotation;
import java.lang.reflect.Type;
import java.time.Instant;

/** Times in addresses and forms are those that JSON may hold: PostgreSQL knows no year 999999999. */
@Provider
public class StrictTimes implements ParamConverterProvider {

    @Override
    @SuppressWarnings("unchecked")
    public <T> ParamConverter<T> getConverter(Class<T> type, Type generic, Annotation[] annotations) {
        return type == Instant.class ? (ParamConverter<T>) new OfInstant() : null;
    }

    static final class OfInstant implements ParamConverter<Instant> {

        @Override
        public Instant fromString(String written) {
            return StrictJson.instant(written).orElseThrow(BadRequestException::new);
        }

        @Override
        public String toString(Instant time) {
            return time.toString();
        }
    }
}
