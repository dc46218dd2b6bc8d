package org.tianbo.platform.web.edge;

import jakarta.ws.rs.container.ContainerRequestContext;
import jakarta.ws.rs.container.ContainerRequestFilter;
import jakarta.ws.rs.container.ResourceInfo;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.ext.Provider;
import java.io.FilterInputStream;
import java.io.IOException;
import java.io.InputStream;
import org.tianbo.platform.web.BodyLimit;

/**
 * Every request has a limit, its own or {@link #USUAL}; forms with files have those of the server and of what reads
 * them.
 */
@Provider
class BodyLimitFilter implements ContainerRequestFilter {

    static final long USUAL = 1 << 20;

    @Context
    ResourceInfo resource;

    @Override
    public void filter(ContainerRequestContext request) {
        BodyLimit own = resource.getResourceMethod().getAnnotation(BodyLimit.class);
        if (own == null && MediaType.MULTIPART_FORM_DATA_TYPE.isCompatible(request.getMediaType())) {
            return;
        }
        long limit = own == null ? USUAL : own.value();
        if (request.getLength() > limit) {
            throw new BodyTooLarge(limit);
        }
        if (request.getLength() < 0 && request.hasEntity()) {
            request.setEntityStream(new Counted(request.getEntityStream(), limit));
        }
    }

    /** For bodies that do not say their length. */
    private static final class Counted extends FilterInputStream {

        private final long limit;
        private long counted;

        Counted(InputStream in, long limit) {
            super(in);
            this.limit = limit;
        }

        @Override
        public int read() throws IOException {
            int octet = super.read();
            count(octet < 0 ? 0 : 1);
            return octet;
        }

        @Override
        public int read(byte[] buffer, int offset, int length) throws IOException {
            int read = super.read(buffer, offset, length);
            count(Math.max(read, 0));
            return read;
        }

        private void count(int octets) {
            counted += octets;
            if (counted > limit) {
                throw new BodyTooLarge(limit);
            }
        }
    }
}
