package org.tianbo.platform.embedded;

import io.quarkus.oidc.OidcRequestContext;
import io.quarkus.oidc.OidcTenantConfig;
import io.quarkus.oidc.TenantConfigResolver;
import io.quarkus.oidc.runtime.OidcConfig;
import io.smallrye.mutiny.Uni;
import io.vertx.ext.web.RoutingContext;
import jakarta.enterprise.context.ApplicationScoped;
import java.net.URI;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.tianbo.platform.web.PublicAddress;

/**
 * A demo has two addresses, {@code http://localhost} and the network's HTTPS for phones, and Keycloak issues tokens in
 * the name of the one that was used. So each is an OIDC tenant of its own, alike but for the address. In production
 * there is one address and this steps aside.
 */
@ApplicationScoped
class OriginTenants implements TenantConfigResolver {

    private final Map<String, OidcTenantConfig> byAuthority = new HashMap<>();
    private OidcTenantConfig first;

    OriginTenants(EmbeddedConfig config, PublicAddress address, OidcConfig oidc) {
        for (URI origin : config.keycloakUrl().isPresent() ? address.all() : List.<URI>of()) {
            OidcTenantConfig tenant = OidcTenantConfig.builder(OidcConfig.getDefaultTenant(oidc))
                    .tenantId(origin.getScheme())
                    .authServerUrl(origin + "/auth/realms/tianbo")
                    .tenantEnabled(true)
                    .build();
            byAuthority.put(origin.getAuthority(), tenant);
            if (first == null) {
                first = tenant;
            }
        }
    }

    @Override
    public Uni<OidcTenantConfig> resolve(RoutingContext context, OidcRequestContext<OidcTenantConfig> requestContext) {
        if (first == null) {
            return Uni.createFrom().nullItem();
        }
        String authority = String.valueOf(context.request().authority());
        return Uni.createFrom().item(byAuthority.getOrDefault(authority, first));
    }
}
