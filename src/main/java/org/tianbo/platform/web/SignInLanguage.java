package org.tianbo.platform.web;

import io.quarkus.arc.Unremovable;
import io.quarkus.oidc.OidcRedirectFilter;
import io.quarkus.oidc.Redirect;
import io.vertx.core.http.HttpHeaders;
import jakarta.enterprise.context.ApplicationScoped;

/** The sign-in page opens in the language the reader has with us. */
@ApplicationScoped
@Unremovable
@Redirect(Redirect.Location.OIDC_AUTHORIZATION)
class SignInLanguage implements OidcRedirectFilter {

    @Override
    public void filter(OidcRedirectContext redirect) {
        String language = redirect.routingContext().request().getHeader(HttpHeaders.ACCEPT_LANGUAGE);
        redirect.additionalQueryParams().set("ui_locales", Language.of(language).toLanguageTag());
    }
}
