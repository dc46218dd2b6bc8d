package org.tianbo.platform.readiness;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class ReadinessRulesTest {

    private static final List<String> KEYS = List.of(
            "quarkus.oidc.credentials.secret",
            "quarkus.oidc.token-state-manager.encryption-secret",
            "quarkus.keycloak.admin-client.client-secret",
            "tianbo.media.link-key",
            "tianbo.people.hash-key",
            "tianbo.privacy.master-key",
            "tianbo.store.hash-key",
            "tianbo.certification.signing-key");

    private static final DatabaseFacts SAFE = new DatabaseFacts("tianbo_app", false, false, false, "on", "on", "on");

    private final Map<String, String> values = soundValues();
    private final Settings settings = key -> Optional.ofNullable(values.get(key));

    @Test
    void aSoundInstallationIsFaultless() {
        assertThat(SecretRules.findings(settings)).isEmpty();
        assertThat(SurroundingsRules.findings(settings)).isEmpty();
        assertThat(SAFE.findings()).isEmpty();
    }

    @Test
    void everyKeyMustBeThere() {
        values.keySet().removeAll(KEYS);

        assertThat(SecretRules.findings(settings))
                .allMatch(finding -> finding.name().equals("secret-missing") && finding.stopsTheStart())
                .extracting(Finding::what)
                .containsExactlyElementsOf(
                        KEYS.stream().map(key -> key + " is not set.").toList());
    }

    @Test
    void aShortKeyIsRefusedWithoutBeingRepeated() {
        values.put("tianbo.people.hash-key", "0123456789012345678901234567890");

        assertThat(SecretRules.findings(settings)).singleElement().satisfies(finding -> {
            assertThat(finding.name()).isEqualTo("secret-short");
            assertThat(finding.toString())
                    .contains("tianbo.people.hash-key", "31")
                    .doesNotContain("0123456789");
        });
    }

    @Test
    void aSecondMasterKeyIsAKeyLikeTheOthers() {
        values.put("tianbo.privacy.second-master-key", "short");
        assertThat(names(SecretRules.findings(settings))).containsExactly("secret-short");

        values.put("tianbo.privacy.second-master-key", values.get("tianbo.privacy.master-key"));
        assertThat(names(SecretRules.findings(settings))).containsExactly("secret-shared");
    }

    @Test
    void aKeyOfExactlyThirtyTwoCharactersIsLongEnough() {
        values.put("tianbo.people.hash-key", "01234567890123456789012345678901");

        assertThat(SecretRules.findings(settings)).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(strings = {"${TIANBO_STORE_HASH_KEY_WHICH_NOBODY_SET}", "$(TIANBO_STORE_HASH_KEY_WHICH_NOBODY_SET)"})
    void aPlaceholderIsNoSecret(String placeholder) {
        values.put("tianbo.store.hash-key", placeholder);

        assertThat(names(SecretRules.findings(settings))).containsExactly("secret-placeholder");
    }

    @ParameterizedTest
    @CsvSource({
        "tianbo.store.hash-key, tianbo.people.hash-key",
        "quarkus.flyway.password, quarkus.datasource.password",
        "quarkus.flyway.password, tianbo.media.link-key",
        "tianbo.media.s3.secret-key, tianbo.media.link-key"
    })
    void oneSecretServesOnePurpose(String key, String other) {
        values.put(key, values.get(other));

        assertThat(SecretRules.findings(settings)).singleElement().satisfies(finding -> {
            assertThat(finding.name()).isEqualTo("secret-shared");
            assertThat(finding.what()).contains(key, other);
        });
    }

    @ParameterizedTest
    @CsvSource({
        "http://tianbo.example.org/auth/realms/tianbo, sign-in-without-tls",
        "http://localhost.example.org/auth/realms/tianbo, sign-in-without-tls",
        "no address at all, sign-in-without-tls",
        ", sign-in-missing"
    })
    void signInNeedsTls(String address, String name) {
        values.put("quarkus.oidc.auth-server-url", address);

        assertThat(SurroundingsRules.findings(settings)).singleElement().satisfies(finding -> {
            assertThat(finding.name()).isEqualTo(name);
            assertThat(finding.stopsTheStart()).isTrue();
        });
    }

    @ParameterizedTest
    @ValueSource(strings = {"http://localhost:8180/auth/realms/tianbo", "http://[::1]:8180/auth/realms/tianbo"})
    void onThisMachineSignInMayDoWithoutTls(String address) {
        values.put("quarkus.oidc.auth-server-url", address);

        assertThat(SurroundingsRules.findings(settings)).isEmpty();
    }

    @ParameterizedTest
    @CsvSource({"tianbo.embedded.keycloak-url, http://127.0.0.1:8180", "tianbo.embedded.demo-data, true"})
    void nothingOfTheDemoIsLeftInProduction(String key, String value) {
        values.put(key, value);

        assertThat(SurroundingsRules.findings(settings)).singleElement().satisfies(finding -> {
            assertThat(finding.name()).isEqualTo("embedded-services");
            assertThat(finding.what()).contains(key);
            assertThat(finding.stopsTheStart()).isTrue();
        });
    }

    @ParameterizedTest
    @CsvSource({
        "quarkus.http.proxy.proxy-address-forwarding, proxy-headers-ignored",
        "quarkus.http.proxy.trusted-proxies, proxy-headers-from-anybody",
        "tianbo.sign-in.keycloak-url, sign-in-not-slowed-down"
    })
    void whatIsNotSetUpButHarmsNobodyAtOnceIsWorthAWarning(String missing, String name) {
        values.remove(missing);

        assertThat(SurroundingsRules.findings(settings)).singleElement().satisfies(finding -> {
            assertThat(finding.name()).isEqualTo(name);
            assertThat(finding.stopsTheStart()).isFalse();
        });
    }

    @Test
    void withoutItsOwnAddressNothingIsSigned() {
        values.remove("tianbo.public-address");

        assertThat(SurroundingsRules.findings(settings)).singleElement().satisfies(finding -> {
            assertThat(finding.name()).isEqualTo("public-address-missing");
            assertThat(finding.stopsTheStart()).isTrue();
        });
    }

    @ParameterizedTest
    @CsvSource({
        "true, true, true, database-role-superuser",
        "false, true, true, database-role-bypasses-row-security",
        "false, false, true, database-role-owns-tables"
    })
    void aRoleThatRowSecurityDoesNotBindIsRefusedOnce(boolean superuser, boolean bypasses, boolean owns, String name) {
        DatabaseFacts facts = new DatabaseFacts("boss", superuser, bypasses, owns, "on", "on", "on");

        assertThat(names(facts.findings())).containsExactly(name);
        assertThat(facts.findings()).allMatch(Finding::stopsTheStart);
    }

    @Test
    void aDatabaseThatForgetsIsRefused() {
        DatabaseFacts facts = new DatabaseFacts("tianbo_app", false, false, false, "off", "off", "off");

        assertThat(names(facts.findings()))
                .containsExactly(
                        "database-fsync-off", "database-full-page-writes-off", "database-synchronous-commit-off");
        assertThat(facts.findings()).allMatch(Finding::stopsTheStart);
    }

    @ParameterizedTest
    @ValueSource(strings = {"local", "remote_write", "remote_apply"})
    void aCommitThatWaitsForTheDiskIsSafe(String synchronousCommit) {
        assertThat(new DatabaseFacts("tianbo_app", false, false, false, "on", "on", synchronousCommit).findings())
                .isEmpty();
    }

    @Test
    void severeFindingsStopTheStartAndAreNamed() {
        Finding warning = Finding.warning("draughty", "A window is open.", "Close it.");
        Finding severe = Finding.severe("on-fire", "The roof burns.", "Put it out.");

        assertThatCode(() -> ProductionReadiness.evaluate(List.of(warning))).doesNotThrowAnyException();
        assertThatThrownBy(() -> ProductionReadiness.evaluate(List.of(warning, severe, severe)))
                .hasMessageContaining("on-fire.")
                .hasMessageNotContaining("draughty");
    }

    private static List<String> names(List<Finding> findings) {
        return findings.stream().map(Finding::name).toList();
    }

    private static Map<String, String> soundValues() {
        Map<String, String> sound = new HashMap<>();
        KEYS.forEach(key -> sound.put(key, key + "-".repeat(32)));
        sound.put("quarkus.datasource.password", "application");
        sound.put("quarkus.flyway.password", "owner");
        sound.put("tianbo.media.s3.secret-key", "bucket");
        sound.put("quarkus.oidc.auth-server-url", "https://tianbo.example.org/auth/realms/tianbo");
        sound.put("quarkus.http.proxy.proxy-address-forwarding", "true");
        sound.put("quarkus.http.proxy.trusted-proxies", "10.0.0.0/8");
        sound.put("tianbo.public-address", "https://tianbo.example.org");
        sound.put("tianbo.sign-in.keycloak-url", "http://keycloak:8080");
        return sound;
    }
}
