package org.tianbo.platform.signin;

import io.quarkus.vertx.http.runtime.filters.Filters;
import io.vertx.core.Future;
import io.vertx.core.Vertx;
import io.vertx.core.buffer.Buffer;
import io.vertx.core.http.HttpClient;
import io.vertx.core.http.HttpClientOptions;
import io.vertx.core.http.HttpServerRequest;
import io.vertx.core.net.HostAndPort;
import io.vertx.ext.web.RoutingContext;
import io.vertx.httpproxy.Body;
import io.vertx.httpproxy.HttpProxy;
import io.vertx.httpproxy.ProxyContext;
import io.vertx.httpproxy.ProxyInterceptor;
import io.vertx.httpproxy.ProxyResponse;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import java.net.URI;
import java.util.List;
import org.tianbo.platform.security.SignInConfig;
import org.tianbo.platform.web.ClientAddress;

/**
 * One origin: Keycloak answers under {@code /auth} of our address. Only what signing in needs is passed on, so its
 * administration is out of reach from outside; each password on its way is {@linkplain SignInGuard counted}.
 */
@ApplicationScoped
class KeycloakProxy {

    private static final int BEFORE_SIGN_IN = 950;

    private static final String REALM = "/auth/realms/tianbo/";
    private static final List<String> NEEDED = List.of(
            REALM + "protocol/openid-connect/",
            REALM + "login-actions/",
            REALM + ".well-known/openid-configuration",
            "/auth/resources/");

    private final SignInConfig config;
    private final SignInGuard guard;
    private final Vertx vertx;

    KeycloakProxy(SignInConfig config, SignInGuard guard, Vertx vertx) {
        this.config = config;
        this.guard = guard;
        this.vertx = vertx;
    }

    void register(@Observes Filters filters) {
        config.keycloakUrl().ifPresent(keycloak -> {
            HttpClient client = vertx.createHttpClient(
                    new HttpClientOptions().setMaxPoolSize(64).setKeepAliveTimeout(20));
            HttpProxy plain = proxy(client, keycloak);
            filters.register(context -> pass(context, plain, client, keycloak), BEFORE_SIGN_IN);
        });
    }

    private void pass(RoutingContext context, HttpProxy plain, HttpClient client, URI keycloak) {
        String path = context.normalizedPath();
        // Keycloak leaves out what follows a semicolon, and would take another path than the one that is looked at.
        if (path.contains(";") || NEEDED.stream().noneMatch(path::startsWith)) {
            context.next();
        } else if (SignInGuard.concerns(context)) {
            guard.check(context, (body, one) -> proxy(client, keycloak)
                    .addInterceptor(new Counted(body, one))
                    .handle(context.request()));
        } else {
            plain.handle(context.request());
        }
    }

    private static HttpProxy proxy(HttpClient client, URI keycloak) {
        return HttpProxy.reverseProxy(client)
                .origin(keycloak.getPort(), keycloak.getHost())
                .addInterceptor(new Forwarded());
    }

    /** Keycloak learns the address people used, and who they are, from us alone. */
    private static final class Forwarded implements ProxyInterceptor {

        @Override
        public Future<ProxyResponse> handleProxyRequest(ProxyContext context) {
            HttpServerRequest outside = context.request().proxiedRequest();
            HostAndPort address = outside.authority();
            int usual = outside.isSSL() ? 443 : 80;
            context.request()
                    .putHeader("X-Forwarded-Host", address.toString())
                    .putHeader("X-Forwarded-Proto", outside.isSSL() ? "https" : "http")
                    .putHeader("X-Forwarded-Port", Integer.toString(address.port() > 0 ? address.port() : usual))
                    .putHeader("X-Forwarded-For", ClientAddress.literal(outside));
            return context.sendRequest();
        }
    }

    /** Sends the body that was read for counting, and notes what Keycloak says to it. */
    private final class Counted implements ProxyInterceptor {

        private final Buffer body;
        private final SignInTries.Try one;

        Counted(Buffer body, SignInTries.Try one) {
            this.body = body;
            this.one = one;
        }

        @Override
        public Future<ProxyResponse> handleProxyRequest(ProxyContext context) {
            context.request().setBody(Body.body(body));
            return context.sendRequest().onFailure(away -> guard.undecided(one));
        }

        @Override
        public Future<Void> handleProxyResponse(ProxyContext context) {
            ProxyResponse answer = context.response();
            return guard.answered(one, answer.getStatusCode()).compose(counted -> context.sendResponse());
        }
    }
}
