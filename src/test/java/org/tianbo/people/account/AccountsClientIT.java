package org.tianbo.people.account;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.quarkus.test.common.TestResourceScope;
import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;
import jakarta.ws.rs.ProcessingException;
import jakarta.ws.rs.client.Client;
import java.io.IOException;
import java.net.ServerSocket;
import java.time.Duration;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.keycloak.admin.client.Keycloak;
import org.keycloak.admin.client.KeycloakBuilder;
import org.tianbo.testsupport.TianboServices;

@QuarkusTest
@WithTestResource(value = TianboServices.class, scope = TestResourceScope.GLOBAL)
class AccountsClientIT {

    @Test
    @Timeout(30)
    void aKeycloakThatHangsIsGivenUp() throws IOException {
        try (ServerSocket hangs = new ServerSocket(0);
                Client client = new AccountsClient.Bounded(Keycloak.getClientProvider(), Duration.ofMillis(300))
                        .newRestEasyClient(null, null, false);
                Keycloak keycloak = KeycloakBuilder.builder()
                        .serverUrl("http://localhost:" + hangs.getLocalPort())
                        .realm("tianbo")
                        .clientId("asks")
                        .clientSecret("secret")
                        .grantType("client_credentials")
                        .resteasyClient(client)
                        .build()) {
            assertThatThrownBy(() -> keycloak.realm("tianbo").users().search("anybody"))
                    .isInstanceOf(ProcessingException.class);
        }
    }

    @Test
    void theApplicationAsksThroughIt() {
        assertThat(Keycloak.getClientProvider()).isInstanceOf(AccountsClient.Bounded.class);
    }
}
