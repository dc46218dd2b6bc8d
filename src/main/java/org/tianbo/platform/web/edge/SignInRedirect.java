package org.tianbo.platform.web.edge;

import io.quarkus.arc.Unremovable;
import io.quarkus.oidc.OidcRedirectFilter;
import io.quarkus.oidc.Redirect;
import io.vertx.core.MultiMap;
import io.vertx.ext.web.RoutingContext;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Duration;
import org.tianbo.platform.web.Language;

/** The sign-in page opens in the language the reader has with us, and asks again where an older sign-in will not do. */
@ApplicationScoped
@Unremovable
@Redirect(Redirect.Location.OIDC_AUTHORIZATION)
public class SignInRedirect implements OidcRedirectFilter {

    private static final String NOT_OLDER_THAN = SignInRedirect.class.getName();

    /** This request is to be led to a sign-in that asks for the password although somebody is signed in. */
    public static void requireSignIn(RoutingContext context, Duration notOlderThan) {
        context.put(NOT_OLDER_THAN, notOlderThan);
    }

    /** Whether this is the way back from the sign-in page. */
    public static boolean returning(RoutingContext context) {
        return SignInReturn.PATH.equals(context.normalizedPath());
    }

    @Override
    public void filter(OidcRedirectContext redirect) {
        RoutingContext context = redirect.routingContext();
        MultiMap more = redirect.additionalQueryParams();
        more.set("ui_locales", Language.of(context).toLanguageTag());
        Duration notOlderThan = context.get(NOT_OLDER_THAN);
        if (notOlderThan != null) {
            more.set("prompt", "login").set("max_age", Long.toString(notOlderThan.toSeconds()));
        }
    }
}
