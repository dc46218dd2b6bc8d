package org.tianbo.people.account;

import io.quarkus.runtime.StartupEvent;
import jakarta.annotation.Priority;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import jakarta.interceptor.Interceptor;
import jakarta.ws.rs.client.Client;
import jakarta.ws.rs.client.WebTarget;
import java.time.Duration;
import javax.net.ssl.SSLContext;
import org.jboss.resteasy.reactive.client.api.QuarkusRestClientProperties;
import org.keycloak.admin.client.Keycloak;
import org.keycloak.admin.client.spi.ResteasyClientProvider;
import org.tianbo.people.PeopleConfig;

/**
 * Sets a time limit for each call to Keycloak. The client has no setting of its own for it, so that a coordinator's
 * page would otherwise wait for as long as Keycloak hangs.
 */
@ApplicationScoped
class AccountsClient {

    private final PeopleConfig config;

    AccountsClient(PeopleConfig config) {
        this.config = config;
    }

    /** Before anybody asks, also what a production start looks at: the client is made with the first question. */
    void bound(@Observes @Priority(Interceptor.Priority.PLATFORM_BEFORE - 1) StartupEvent starting) {
        Keycloak.setClientProvider(new Bounded(Keycloak.getClientProvider(), config.accountsPatience()));
    }

    /** A provider of clients with a time limit for each answer. */
    record Bounded(ResteasyClientProvider provider, Duration patience) implements ResteasyClientProvider {

        @Override
        public Client newRestEasyClient(Object messageHandler, SSLContext tls, boolean trustAll) {
            return provider.newRestEasyClient(messageHandler, tls, trustAll)
                    .property(QuarkusRestClientProperties.READ_TIMEOUT, patience.toMillis());
        }

        @Override
        public <R> R targetProxy(WebTarget target, Class<R> resource) {
            return provider.targetProxy(target, resource);
        }
    }
}
