package org.tianbo.platform.session;

import io.quarkus.security.identity.SecurityIdentity;
import io.quarkus.security.runtime.QuarkusPrincipal;
import io.quarkus.security.runtime.QuarkusSecurityIdentity;
import java.util.Map;
import java.util.UUID;
import org.tianbo.platform.security.Roles;
import org.tianbo.platform.security.SignedIn;

/** Somebody who helps a person and acts for them: the person's id and county, but the role of a helper alone. */
public final class HelperIdentity {

    private HelperIdentity() {}

    /**
     * @param helping under what the help is recorded
     * @param samePhone whether on the person's own phone, which may hold what the person did alone
     * @param name the person's, not the helper's
     */
    public static SecurityIdentity of(UUID helping, boolean samePhone, String county, UUID person, String name) {
        return QuarkusSecurityIdentity.builder()
                .setPrincipal(new QuarkusPrincipal("helper-" + helping))
                .addRole(Roles.HELPER)
                .addAttribute(SignedIn.HELPING, helping)
                .addAttribute(SignedIn.SAME_PHONE, samePhone)
                .addAttribute(
                        SignedIn.HELD_CLAIMS,
                        Map.of(SignedIn.COUNTY_CLAIM, county, SignedIn.PERSON_CLAIM, person.toString(), "name", name))
                .build();
    }
}
