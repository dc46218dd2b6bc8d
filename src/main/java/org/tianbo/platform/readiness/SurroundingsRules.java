package org.tianbo.platform.readiness;

import java.net.URI;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/** Rules about the surroundings: sign-in over TLS, a trusted proxy, no settings of the demo. */
final class SurroundingsRules {

    private static final String AUTH_SERVER = "quarkus.oidc.auth-server-url";
    private static final String FORWARDING = "quarkus.http.proxy.proxy-address-forwarding";
    private static final String TRUSTED = "quarkus.http.proxy.trusted-proxies";

    private static final String PUBLIC_ADDRESS = "tianbo.public-address";
    private static final String SIGN_IN_FORMS = "tianbo.sign-in.keycloak-url";

    private static final Set<String> THIS_MACHINE = Set.of("localhost", "127.0.0.1", "[::1]");

    private static final List<String> EMBEDDED = List.of("tianbo.embedded.keycloak-url");
    private static final List<String> EMBEDDED_SWITCHES =
            List.of("tianbo.embedded.demo-data", "tianbo.embedded.welcome");

    private SurroundingsRules() {}

    static List<Finding> findings(Settings settings) {
        List<Finding> findings = new ArrayList<>();
        signIn(settings).ifPresent(findings::add);
        embedded(settings).ifPresent(findings::add);
        proxy(settings).ifPresent(findings::add);
        publicAddress(settings).ifPresent(findings::add);
        guessing(settings).ifPresent(findings::add);
        return findings;
    }

    private static Optional<Finding> signIn(Settings settings) {
        Optional<String> address = settings.value(AUTH_SERVER);
        if (address.isEmpty()) {
            return Optional.of(Finding.severe(
                    "sign-in-missing", AUTH_SERVER + " is not set.", "Set it to https://<host>/auth/realms/tianbo."));
        }
        if (address.filter(SurroundingsRules::isPrivate).isPresent()) {
            return Optional.empty();
        }
        return Optional.of(Finding.severe(
                "sign-in-without-tls",
                AUTH_SERVER + " is " + address.get() + ": PINs and tokens would cross the network readable.",
                "Use an address that begins with https://."));
    }

    private static boolean isPrivate(String address) {
        try {
            URI uri = URI.create(address);
            return "https".equalsIgnoreCase(uri.getScheme()) || THIS_MACHINE.contains(String.valueOf(uri.getHost()));
        } catch (IllegalArgumentException noAddress) {
            return false;
        }
    }

    private static Optional<Finding> embedded(Settings settings) {
        List<String> left = new ArrayList<>();
        EMBEDDED.stream().filter(key -> settings.value(key).isPresent()).forEach(left::add);
        EMBEDDED_SWITCHES.stream().filter(settings::isTrue).forEach(left::add);
        if (left.isEmpty()) {
            return Optional.empty();
        }
        return Optional.of(Finding.severe(
                "embedded-services",
                String.join(", ", left) + ": the demo's services, people and passwords are switched on.",
                "Remove these settings, or start with -Dquarkus.profile=demo if this is a demo."));
    }

    private static Optional<Finding> publicAddress(Settings settings) {
        if (settings.value(PUBLIC_ADDRESS).isPresent()) {
            return Optional.empty();
        }
        return Optional.of(Finding.severe(
                "public-address-missing",
                PUBLIC_ADDRESS + " is not set: no certificate can be signed and no card printed without it.",
                "Set it to https://<host>, as people know it."));
    }

    private static Optional<Finding> guessing(Settings settings) {
        if (settings.value(SIGN_IN_FORMS).isPresent()) {
            return Optional.empty();
        }
        return Optional.of(Finding.warning(
                "sign-in-not-slowed-down",
                SIGN_IN_FORMS + " is not set: whoever guesses PINs is slowed down by nobody.",
                "Set it to where Keycloak answers inside, and lead /auth/realms/tianbo/login-actions through here."));
    }

    private static Optional<Finding> proxy(Settings settings) {
        if (!settings.isTrue(FORWARDING)) {
            return Optional.of(Finding.warning(
                    "proxy-headers-ignored",
                    FORWARDING + " is off: behind a proxy that ends TLS, redirects lead to http and every caller looks"
                            + " like the proxy.",
                    "Turn it on, unless this process ends TLS itself."));
        }
        if (settings.value(TRUSTED).isEmpty()) {
            return Optional.of(Finding.warning(
                    "proxy-headers-from-anybody",
                    TRUSTED + " is not set: whoever reaches this port can pretend to call from another address.",
                    "Set it to the proxy's addresses, e.g. 10.0.0.0/8."));
        }
        return Optional.empty();
    }
}
