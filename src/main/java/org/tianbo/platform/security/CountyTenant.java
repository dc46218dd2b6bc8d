package org.tianbo.platform.security;

import io.quarkus.hibernate.orm.PersistenceUnitExtension;
import io.quarkus.hibernate.orm.runtime.tenant.TenantResolver;
import jakarta.enterprise.context.ApplicationScoped;

/** First lock: Hibernate adds the county to every statement. */
@ApplicationScoped
@PersistenceUnitExtension
class CountyTenant implements TenantResolver {

    private final CurrentCounty currentCounty;

    CountyTenant(CurrentCounty currentCounty) {
        this.currentCounty = currentCounty;
    }

    @Override
    public String getDefaultTenantId() {
        return CurrentCounty.NONE;
    }

    @Override
    public String resolveTenantId() {
        return currentCounty.id();
    }

    @Override
    public boolean isRoot(String tenantId) {
        return CurrentCounty.ROOT.equals(tenantId);
    }
}
