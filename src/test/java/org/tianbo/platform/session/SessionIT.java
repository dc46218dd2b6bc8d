package org.tianbo.platform.session;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.equalTo;

import io.quarkus.oidc.AuthorizationCodeTokens;
import io.quarkus.oidc.OidcRequestContext;
import io.quarkus.oidc.runtime.CodeAuthenticationMechanism;
import io.quarkus.security.AuthenticationFailedException;
import io.quarkus.test.common.TestResourceScope;
import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.ValidatableResponse;
import io.smallrye.mutiny.Uni;
import io.vertx.ext.web.RoutingContext;
import jakarta.inject.Inject;
import java.lang.reflect.Proxy;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.Collections;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Supplier;
import org.junit.jupiter.api.Test;
import org.tianbo.people.account.Accounts;
import org.tianbo.platform.security.Roles;
import org.tianbo.testsupport.DatabaseOwner;
import org.tianbo.testsupport.Newcomers;
import org.tianbo.testsupport.TianboServices;
import org.tianbo.testsupport.http.PageSession;

/** Needs the real Keycloak, which issues the tokens, and the table that keeps them. */
@QuarkusTest
@WithTestResource(value = TianboServices.class, scope = TestResourceScope.GLOBAL)
class SessionIT {

    @Inject
    Newcomers newcomers;

    @Inject
    Accounts accounts;

    @Inject
    StoredTokens tokens;

    @Inject
    SessionTable table;

    @Test
    void theCookieIsShortAndTheTableHoldsNothingThatOpensASession() throws SQLException {
        PageSession session = signedIn("short-cookie");

        assertThat(session.cookie()).hasSizeLessThanOrEqualTo(200);
        String name = session.cookie().substring(session.cookie().indexOf('=') + 1);
        assertThat(table.find(name)).get().satisfies(stored -> {
            assertThat(stored.idToken().split("\\.")).as("an encrypted token").hasSize(5);
            assertThat(stored.refreshToken().split("\\."))
                    .as("an encrypted token")
                    .hasSize(5);
        });
        assertThat(asked("select name_digest || id_token || refresh_token from session_tokens"))
                .noneMatch(row -> row.contains(name));
    }

    @Test
    void whoWasVerifiedIsAnsweredForWithoutTheirTokens() throws SQLException {
        PageSession session = signedIn("known-already");
        me(session, "").statusCode(200);
        execute("delete from session_tokens");

        me(session, "").statusCode(200).body("login", equalTo("known-already"));
        me(session, "; another=cookie").statusCode(401);
    }

    @Test
    void eachIsAnsweredAsThemselvesWhoeverAskedBefore() {
        PageSession hers = signedIn("asks-first");
        PageSession his = signedIn("asks-second");
        for (int turn = 0; turn < 3; turn++) {
            me(hers, "").body("login", equalTo("asks-first"));
            me(his, "").body("login", equalTo("asks-second"));
        }
    }

    @Test
    void signingOutEndsTheSessionAtOnce() throws SQLException {
        PageSession session = signedIn("leaves-at-once");
        me(session, "").statusCode(200);
        String name = session.cookie().substring(session.cookie().indexOf('=') + 1);

        session.request()
                .header("Origin", TianboServices.SITE)
                .post("/sign-out")
                .then()
                .statusCode(302)
                .header("Location", containsString("/protocol/openid-connect/logout"));

        assertThat(table.find(name)).isEmpty();
        me(session, "").statusCode(401);
    }

    @Test
    void signingOutEverywhereEndsASessionThatIsRemembered() {
        PageSession session = signedIn("lost-her-phone");
        me(session, "").statusCode(200);

        accounts.signOutEverywhere("lost-her-phone");

        me(session, "").statusCode(401);
        session.request().get("/account").then().statusCode(302);
    }

    @Test
    void aCookieThatNamesNoSessionLeadsToTheSignInPage() {
        PageSession session = signedIn("made-up-cookie");
        String made = session.cookie().replaceAll(".$", "!");
        PageSession.requestWith(made)
                .get("/account")
                .then()
                .statusCode(302)
                .header("Location", containsString("/auth/realms/tianbo/"));
    }

    @Test
    void aDatabaseThatIsAwaySignsNobodyOut() throws SQLException {
        PageSession session = signedIn("stays-signed-in");
        execute("alter table session_tokens rename to session_tokens_away");
        try {
            me(session, "; a=1")
                    .statusCode(503)
                    .header("Retry-After", equalTo("10"))
                    .body("code", equalTo("request.sessions-unavailable"));
            ValidatableResponse page = session.request().get("/account").then();
            page.statusCode(503).header("Location", equalTo(null));
            assertThat(page.extract().cookies().keySet()).noneMatch(cookie -> cookie.startsWith("q_session"));
        } finally {
            execute("alter table session_tokens_away rename to session_tokens");
        }
        me(session, "; a=1").statusCode(200);
    }

    @Test
    void renewedTokensStayUnderTheirNameSoThatCallsUnderWayFindThem() throws SQLException {
        String name = created(new HashMap<>(), "first");
        Map<String, Object> renewal = renewal();
        deleted(renewal, name);
        assertThat(created(renewal, "second")).isEqualTo(name);
        assertThat(table.find(name))
                .get()
                .extracting(SessionTable.Tokens::idToken)
                .isEqualTo("second");
    }

    @Test
    void aSessionSignedOutWhileItsTokensAreRenewedDoesNotComeBack() throws SQLException {
        String name = created(new HashMap<>(), "first");
        Map<String, Object> renewal = renewal();
        deleted(renewal, name);
        deleted(new HashMap<>(), name);

        assertThatThrownBy(() -> created(renewal, "second")).isInstanceOf(AuthenticationFailedException.class);
        assertThat(table.find(name)).isEmpty();
    }

    @Test
    void sessionsThatRanOutAreSweptAndNoOthers() throws SQLException {
        String over = created(new HashMap<>(Map.of(CodeAuthenticationMechanism.SESSION_MAX_AGE_PARAM, -1L)), "over");
        String going = created(new HashMap<>(), "going");
        assertThat(table.find(over)).isEmpty();

        String began = asked("select now()::text").get(0);
        table.sweep();
        assertThat(table.find(going)).isPresent();
        assertThat(asked("select id_token from session_tokens where expires_at <= '" + began + "'"))
                .isEmpty();
    }

    private PageSession signedIn(String login) {
        newcomers.join(login, Roles.TRAINEE);
        return PageSession.of(login);
    }

    private static ValidatableResponse me(PageSession session, String moreCookies) {
        return PageSession.requestWith(session.cookie() + moreCookies)
                .accept("application/json")
                .get("/api/me")
                .then();
    }

    private static Map<String, Object> renewal() {
        return new HashMap<>(Map.of("refresh_token_grant_response", true));
    }

    private String created(Map<String, Object> request, String idToken) {
        request.putIfAbsent(CodeAuthenticationMechanism.SESSION_MAX_AGE_PARAM, 60L);
        return tokens.createTokenState(
                        context(request), null, new AuthorizationCodeTokens(idToken, null, "r"), inline())
                .await()
                .indefinitely();
    }

    private void deleted(Map<String, Object> request, String name) {
        tokens.deleteTokens(context(request), null, name, inline()).await().indefinitely();
    }

    /** A request of which only what is kept with it matters. */
    private static RoutingContext context(Map<String, Object> kept) {
        return (RoutingContext) Proxy.newProxyInstance(
                SessionIT.class.getClassLoader(), new Class<?>[] {RoutingContext.class}, (proxy, method, arguments) -> {
                    switch (method.getName()) {
                        case "get":
                            return kept.get(arguments[0]);
                        case "put":
                            kept.put((String) arguments[0], arguments[1]);
                            return proxy;
                        default:
                            throw new UnsupportedOperationException(method.getName());
                    }
                });
    }

    private static <T> OidcRequestContext<T> inline() {
        return new OidcRequestContext<>() {
            @Override
            public Uni<T> runBlocking(Supplier<T> function) {
                return Uni.createFrom().item(function);
            }
        };
    }

    private static List<String> asked(String sql) throws SQLException {
        try (Connection owner = DatabaseOwner.connection();
                Statement statement = owner.createStatement();
                ResultSet rows = statement.executeQuery(sql)) {
            List<String> found = new java.util.ArrayList<>();
            while (rows.next()) {
                found.add(rows.getString(1));
            }
            return Collections.unmodifiableList(found);
        }
    }

    private static void execute(String sql) throws SQLException {
        try (Connection owner = DatabaseOwner.connection();
                Statement statement = owner.createStatement()) {
            statement.execute(sql);
        }
    }
}
