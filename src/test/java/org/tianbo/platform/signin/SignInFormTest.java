package org.tianbo.platform.signin;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.NullSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Whose tries are counted must be who Keycloak is asked about. */
class SignInFormTest {

    private static final String TYPE = "application/x-www-form-urlencoded; charset=UTF-8";

    @ParameterizedTest
    @ValueSource(
            strings = {
                "username=victim&password=pic-01-02-03",
                "x=;username=nobody1;password=z&username=victim&password=pic-01-02-03",
                "x=#&username=victim&password=pic-01-02-03",
                "=username=nobody1&username=victim&password=pic-01-02-03",
                "%75sername=v%69ctim&password=pic-01-02-03",
                "&&username=victim&password=pic-01-02-03&"
            })
    void itsFieldsAreThoseThatKeycloakFinds(String body) {
        SignInForm form = SignInForm.read(TYPE, body);

        assertThat(form).isEqualTo(new SignInForm("", "victim", "pic-01-02-03"));
        assertThat(form).asString().doesNotContain("pic-");
    }

    @Test
    void noNumberOfOtherFieldsHidesThem() {
        assertThat(SignInForm.read(TYPE, "a&".repeat(5000) + "username=victim").login())
                .isEqualTo("victim");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "username=nobody1&username=victim&password=x",
                "username=nobody1&user%6eame=victim&password=x",
                "username=victim&password=x&password=pic-01-02-03",
                "grant_type=refresh_token&grant_type=password&username=victim&password=x",
                "username&username=victim",
                "username=%zz"
            })
    void whatCouldBeReadInTwoWaysIsRefused(String body) {
        assertThatIllegalArgumentException().isThrownBy(() -> SignInForm.read(TYPE, body));
    }

    @ParameterizedTest
    @NullSource
    @ValueSource(
            strings = {
                "multipart/form-data; boundary=x",
                "application/x-www-form-urlencoded; charset=utf-16",
                "application/x-www-form-urlencoded; charset=utf-8; charset=utf-16",
                "application/json"
            })
    void whatIsNoPlainFormIsRefused(String type) {
        assertThatIllegalArgumentException().isThrownBy(() -> SignInForm.read(type, "username=victim"));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "application/x-www-form-urlencoded",
                "application/x-www-form-urlencoded;charset=utf-8",
                "application/x-www-form-urlencoded; charset=ISO-8859-1"
            })
    void aFormIsReadHoweverItsTypeIsWritten(String type) {
        assertThat(SignInForm.read(type, "grant_type=password&username=a+b").login())
                .isEqualTo("a b");
    }
}
