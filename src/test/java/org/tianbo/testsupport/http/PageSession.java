package org.tianbo.testsupport.http;

import com.microsoft.playwright.BrowserContext;
import com.microsoft.playwright.options.Cookie;
import io.restassured.RestAssured;
import io.restassured.response.Response;
import io.restassured.specification.RequestSpecification;
import java.net.URI;
import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.tianbo.testsupport.TianboServices;

/** A signed-in page without a browser: the cookies that walking through the sign-in page leaves. */
public final class PageSession {

    private static final Pattern FORM = Pattern.compile("action=\"([^\"]+)\"");
    private static final int MOST_STEPS = 12;

    /** Shorter than what asks for a password that was typed just now, such as erasing somebody. */
    private static final Duration FRESH = Duration.ofMinutes(5);

    private static final Map<String, PageSession> STORED = new ConcurrentHashMap<>();

    private final Map<String, String> cookies = new LinkedHashMap<>();
    private final long since = System.nanoTime();

    private PageSession() {}

    public static PageSession of(String login) {
        PageSession session = new PageSession();
        session.signIn(login, "tianbo-demo");
        return session;
    }

    /**
     * One that the login has had for a while, as a browser keeps it: for whoever needs to be signed in and does not
     * care how. Signing in takes five requests of Keycloak and of us.
     */
    public static PageSession stored(String login) {
        return STORED.compute(login, (name, stored) -> stored != null && stored.isUsable() ? stored : of(name));
    }

    private boolean isUsable() {
        return System.nanoTime() - since < FRESH.toNanos()
                && requestWith(cookie())
                                .accept("application/json")
                                .get("/api/me")
                                .statusCode()
                        == 200;
    }

    /** Of somebody who signs in for the first time, and chooses another password on the way, as they must. */
    public static PageSession first(String login, String password, String chosen) {
        PageSession session = new PageSession();
        Response asked = session.signIn(login, password);
        Matcher form = FORM.matcher(asked.asString());
        if (!form.find() || !asked.asString().contains("password-new")) {
            throw new IllegalStateException("Nobody asked for another password: " + asked.statusCode());
        }
        session.follow(session.with()
                .formParams(Map.of("password-new", chosen, "password-confirm", chosen))
                .post(URI.create(form.group(1).replace("&amp;", "&"))));
        return session;
    }

    /**
     * Signs in once more where Keycloak knows already who it is, and asks for the password all the same.
     *
     * @param name what the form says, whoever it is
     * @return the page that follows
     */
    public Response signInAgain(String name, String password) {
        cookies.keySet().removeIf(cookie -> cookie.startsWith("q_session"));
        Response begun = with().get("/account");
        keep(begun);
        return submit(follow(with().get(URI.create(begun.header("Location") + "&prompt=login"))), name, password);
    }

    /** The page that follows. */
    private Response signIn(String login, String password) {
        return submit(follow(with().get("/account")), login, password);
    }

    private Response submit(Response page, String login, String password) {
        Matcher form = FORM.matcher(page.asString());
        if (!form.find()) {
            throw new IllegalStateException("No sign-in page: " + page.statusCode());
        }
        return follow(with().formParams(Map.of("username", login, "password", password))
                .post(URI.create(form.group(1).replace("&amp;", "&"))));
    }

    /** A request with this session's cookie alone, as a browser sends it to pages; redirects are not followed. */
    public RequestSpecification request() {
        return requestWith(cookie());
    }

    /** The same with other cookies, as they stand in the header. */
    public static RequestSpecification requestWith(String cookies) {
        return RestAssured.given().redirects().follow(false).accept("text/html").header("Cookie", cookies);
    }

    /** The session's cookie as it stands in the header. */
    public String cookie() {
        return ofSession()
                .map(cookie -> cookie.getKey() + "=" + cookie.getValue())
                .collect(Collectors.joining("; "));
    }

    /** Signs a browser in that has not opened any page yet. */
    public void enter(BrowserContext browser) {
        browser.addCookies(ofSession()
                .map(cookie -> new Cookie(cookie.getKey(), cookie.getValue()).setUrl(TianboServices.SITE))
                .toList());
    }

    private Stream<Map.Entry<String, String>> ofSession() {
        return cookies.entrySet().stream().filter(cookie -> cookie.getKey().startsWith("q_session"));
    }

    private RequestSpecification with() {
        return RestAssured.given()
                .redirects()
                .follow(false)
                .urlEncodingEnabled(false)
                .accept("text/html")
                .cookies(cookies);
    }

    private Response follow(Response answer) {
        Response last = answer;
        for (int step = 0; step < MOST_STEPS; step++) {
            keep(last);
            if (last.statusCode() / 100 != 3) {
                return last;
            }
            last = with().get(URI.create(TianboServices.SITE).resolve(last.header("Location")));
        }
        throw new IllegalStateException("Led round in circles to " + last.header("Location"));
    }

    private void keep(Response answer) {
        answer.getDetailedCookies().forEach(cookie -> {
            if (cookie.getMaxAge() == 0
                    || cookie.getValue() == null
                    || cookie.getValue().isEmpty()) {
                cookies.remove(cookie.getName());
            } else {
                cookies.put(cookie.getName(), cookie.getValue());
            }
        });
    }
}
