package org.tianbo.platform.signin;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class SignInGuardTest {

    private static final String OURS = "https://tianbo.example/sign-in";

    @Test
    void onlyACodeForUsSaysThatSomebodyIsSignedIn() {
        assertThat(SignInGuard.bringsCode(OURS + "?state=s&session_state=t&code=c"))
                .isTrue();
        for (String other : new String[] {
            null,
            "",
            OURS,
            OURS + "?state=s",
            OURS + "?error=temporarily_unavailable&state=code",
            OURS + "?code=made-up&error=access_denied",
            OURS + "?code=made-up&code=c",
            OURS + "#code=c",
            "https://tianbo.example/other?code=c",
            "/auth/realms/tianbo/login-actions/authenticate?execution=e&tab_id=code",
            "/auth/realms/tianbo/login-actions/authenticate?code=c&next=/sign-in"
        }) {
            assertThat(SignInGuard.bringsCode(other)).as(other).isFalse();
        }
    }
}
