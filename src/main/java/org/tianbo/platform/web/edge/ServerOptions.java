package org.tianbo.platform.web.edge;

import io.quarkus.vertx.http.HttpServerOptionsCustomizer;
import io.vertx.core.http.HttpServerOptions;
import jakarta.enterprise.context.ApplicationScoped;

/** How the port for people listens. */
@ApplicationScoped
class ServerOptions implements HttpServerOptionsCustomizer {

    /** Nobody speaks HTTP/2 without TLS to us; a proxy that passes the upgrade on would let requests by its rules. */
    @Override
    public void customizeHttpServer(HttpServerOptions options) {
        options.setHttp2ClearTextEnabled(false);
    }
}
