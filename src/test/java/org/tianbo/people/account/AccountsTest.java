package org.tianbo.people.account;

import static org.assertj.core.api.Assertions.assertThatThrownBy;

import jakarta.ws.rs.ProcessingException;
import jakarta.ws.rs.WebApplicationException;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.tianbo.people.AccountRefused;
import org.tianbo.people.IdentityProviderUnavailable;

/** What Keycloak's answers mean for whoever waits for a card. */
class AccountsTest {

    @ParameterizedTest
    @ValueSource(ints = {400, 409})
    void anAccountThatIsNotTakenIsNoServiceAway(int status) {
        assertThatThrownBy(() -> answered(new WebApplicationException(status))).isInstanceOf(AccountRefused.class);
    }

    @ParameterizedTest
    @ValueSource(ints = {401, 403, 429, 500, 502, 503})
    void aServiceThatCannotBeAskedIsAway(int status) {
        assertThatThrownBy(() -> answered(new WebApplicationException(status)))
                .isInstanceOf(IdentityProviderUnavailable.class);
    }

    @Test
    void aServiceThatDoesNotAnswerIsAway() {
        assertThatThrownBy(() -> answered(new ProcessingException("refused")))
                .isInstanceOf(IdentityProviderUnavailable.class);
    }

    private static void answered(RuntimeException answer) {
        Accounts.answered(() -> {
            throw answer;
        });
    }
}
