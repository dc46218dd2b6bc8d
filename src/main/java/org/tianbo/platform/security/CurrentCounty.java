package org.tianbo.platform.security;

import io.quarkus.arc.Arc;
import io.quarkus.security.identity.CurrentIdentityAssociation;
import io.quarkus.security.identity.SecurityIdentity;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.function.Supplier;

/**
 * The county whose rows this thread may see. Requests get it from the signed-in person, jobs and public pages name it
 * themselves. Hibernate's tenant and PostgreSQL's row-level security both ask here.
 */
@ApplicationScoped
public class CurrentCounty {

    /** Sees every county: the operator, the public certificate page, the province's figures. */
    public static final String ROOT = "*";

    /** Sees nothing: nobody is signed in and nothing was named. */
    public static final String NONE = "";

    private final ThreadLocal<String> named = new ThreadLocal<>();

    public String id() {
        String county = named.get();
        return county != null ? county : ofSignedIn();
    }

    /** Runs the work as that county; call it before a transaction begins. */
    public <T> T as(String county, Supplier<T> work) {
        String before = named.get();
        named.set(county);
        try {
            return work.get();
        } finally {
            if (before == null) {
                named.remove();
            } else {
                named.set(before);
            }
        }
    }

    public void run(String county, Runnable work) {
        as(county, () -> {
            work.run();
            return null;
        });
    }

    private static String ofSignedIn() {
        if (!Arc.container().requestContext().isActive()) {
            return NONE;
        }
        SecurityIdentity identity =
                Arc.container().instance(CurrentIdentityAssociation.class).get().getIdentity();
        if (identity.isAnonymous()) {
            return NONE;
        }
        return identity.hasRole(Roles.ADMIN) ? ROOT : SignedIn.Claims.text(identity, SignedIn.COUNTY_CLAIM);
    }
}
