package org.tianbo.platform.embedded;

import io.quarkus.vertx.http.runtime.filters.Filters;
import io.vertx.core.Future;
import io.vertx.core.Vertx;
import io.vertx.core.http.HttpClientOptions;
import io.vertx.core.http.HttpServerRequest;
import io.vertx.httpproxy.HttpProxy;
import io.vertx.httpproxy.ProxyContext;
import io.vertx.httpproxy.ProxyInterceptor;
import io.vertx.httpproxy.ProxyResponse;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import java.net.URI;

/** One origin on one machine: what the ingress does in production. Keycloak answers under {@code /auth} of our address. */
@ApplicationScoped
class KeycloakGate {

    private static final int BEFORE_SIGN_IN = 950;

    private final EmbeddedConfig config;
    private final Vertx vertx;

    KeycloakGate(EmbeddedConfig config, Vertx vertx) {
        this.config = config;
        this.vertx = vertx;
    }

    void register(@Observes Filters filters) {
        config.keycloakUrl().ifPresent(keycloak -> {
            HttpProxy proxy = proxyTo(keycloak);
            filters.register(
                    context -> {
                        if (context.normalizedPath().startsWith("/auth/")) {
                            proxy.handle(context.request());
                        } else {
                            context.next();
                        }
                    },
                    BEFORE_SIGN_IN);
        });
    }

    private HttpProxy proxyTo(URI keycloak) {
        HttpProxy proxy = HttpProxy.reverseProxy(vertx.createHttpClient(
                new HttpClientOptions().setMaxPoolSize(64).setKeepAliveTimeout(20)));
        proxy.origin(keycloak.getPort(), keycloak.getHost());
        return proxy.addInterceptor(new ProxyInterceptor() {
            @Override
            public Future<ProxyResponse> handleProxyRequest(ProxyContext context) {
                HttpServerRequest outside = context.request().proxiedRequest();
                String host = outside.authority().toString();
                context.request()
                        .putHeader("X-Forwarded-Host", host)
                        .putHeader("X-Forwarded-Proto", outside.isSSL() ? "https" : "http")
                        .putHeader(
                                "X-Forwarded-Port",
                                Integer.toString(outside.localAddress().port()))
                        .putHeader("X-Forwarded-For", outside.remoteAddress().hostAddress());
                return context.sendRequest();
            }
        });
    }
}
