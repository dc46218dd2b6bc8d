package org.tianbo.settings.page;

import jakarta.annotation.Priority;
import jakarta.ws.rs.Priorities;
import jakarta.ws.rs.container.ContainerRequestContext;
import jakarta.ws.rs.container.ContainerRequestFilter;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.ext.Provider;
import org.tianbo.platform.web.Language;

/** Pages of a county that offers Chinese only are Chinese, whatever the browser wishes. */
@Provider
@Priority(Priorities.AUTHORIZATION + 2)
class CountyLanguageFilter implements ContainerRequestFilter {

    private final CountyLanguages languages;

    CountyLanguageFilter(CountyLanguages languages) {
        this.languages = languages;
    }

    @Override
    public void filter(ContainerRequestContext request) {
        boolean page = request.getAcceptableMediaTypes().contains(MediaType.TEXT_HTML_TYPE);
        if (page && Language.ENGLISH.equals(request.getAcceptableLanguages().get(0)) && !languages.isEnglish()) {
            request.getHeaders().putSingle(HttpHeaders.ACCEPT_LANGUAGE, Language.CHINESE.toLanguageTag());
        }
    }
}
