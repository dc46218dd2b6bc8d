package org.tianbo.platform.web;

import io.quarkus.vertx.http.runtime.filters.Filters;
import io.vertx.core.http.Cookie;
import io.vertx.core.http.CookieSameSite;
import io.vertx.ext.web.RoutingContext;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import jakarta.ws.rs.core.HttpHeaders;
import java.time.Duration;
import java.util.List;
import java.util.Locale;

/**
 * Chooses the reader's language once, before anything else: {@code ?lang=}, else the cookie it left, else what the
 * browser prefers, else Chinese. The choice replaces {@code Accept-Language}, so that pages, faults and validation all
 * follow it. With {@code ?in=} this one answer is in that language, and the choice stays: so a phone takes pages along
 * in both.
 */
@ApplicationScoped
public class Language {

    public static final Locale CHINESE = Locale.forLanguageTag("zh-CN");
    public static final Locale ENGLISH = Locale.ENGLISH;

    private static final CharSequence ACCEPT_LANGUAGE = io.vertx.core.http.HttpHeaders.ACCEPT_LANGUAGE;
    private static final String NAME = "lang";
    private static final String THIS_TIME = "in";
    private static final int BEFORE_EVERYTHING = 1000;

    void register(@Observes Filters filters) {
        filters.register(Language::choose, BEFORE_EVERYTHING);
    }

    private static void choose(RoutingContext context) {
        String requested = context.request().getParam(NAME);
        if (requested != null) {
            context.response()
                    .addCookie(Cookie.cookie(NAME, of(requested).toLanguageTag())
                            .setPath("/")
                            .setSameSite(CookieSameSite.LAX)
                            .setMaxAge(Duration.ofDays(365).toSeconds()));
        }
        String only = context.request().getParam(THIS_TIME);
        Cookie remembered = context.request().getCookie(NAME);
        String wish = only != null
                ? only
                : requested != null
                        ? requested
                        : remembered != null
                                ? remembered.getValue()
                                : context.request().getHeader(ACCEPT_LANGUAGE);
        context.request().headers().set(ACCEPT_LANGUAGE, of(wish).toLanguageTag());
        context.next();
    }

    /** The reader's language, as chosen at the beginning of the request. */
    public static Locale of(HttpHeaders headers) {
        return headers.getAcceptableLanguages().get(0);
    }

    /** The reader's language, where a request is answered before it reaches a page or resource. */
    public static Locale of(RoutingContext context) {
        return of(context.request().getHeader(ACCEPT_LANGUAGE));
    }

    /** The one of our two that this is not. */
    public static Locale other(Locale one) {
        return ENGLISH.getLanguage().equals(one.getLanguage()) ? CHINESE : ENGLISH;
    }

    /** The best of our two for a language range list such as {@code en-GB,en;q=0.9}. */
    static Locale of(String wish) {
        if (wish == null || wish.isBlank()) {
            return CHINESE;
        }
        try {
            Locale best = Locale.lookup(Locale.LanguageRange.parse(wish), List.of(CHINESE, Locale.CHINESE, ENGLISH));
            return ENGLISH.equals(best) ? ENGLISH : CHINESE;
        } catch (IllegalArgumentException unreadable) {
            return CHINESE;
        }
    }
}
