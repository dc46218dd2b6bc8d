package org.tianbo.platform.web.fault;

import io.quarkus.security.AuthenticationCompletionException;
import io.quarkus.security.AuthenticationFailedException;
import io.quarkus.security.UnauthorizedException;
import io.quarkus.vertx.http.runtime.security.ChallengeData;
import io.quarkus.vertx.http.runtime.security.HttpAuthenticator;
import io.smallrye.mutiny.Uni;
import io.vertx.core.http.HttpHeaders;
import io.vertx.core.http.HttpMethod;
import io.vertx.core.http.HttpServerRequest;
import io.vertx.ext.web.RoutingContext;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.ws.rs.core.NewCookie;
import jakarta.ws.rs.core.Response;
import jakarta.ws.rs.core.UriBuilder;
import java.net.URI;
import java.util.List;
import java.util.Map;
import org.jboss.resteasy.reactive.server.ServerExceptionMapper;
import org.tianbo.platform.error.SignInTooOld;
import org.tianbo.platform.session.SessionsUnavailable;
import org.tianbo.platform.web.ApiCalls;
import org.tianbo.platform.web.Refusals;
import org.tianbo.platform.web.edge.SignInRedirect;

/** Answers requests without a valid sign-in: 401 for a program, the sign-in page for a person. */
@ApplicationScoped
public class SignInFaults {

    private static final String NOT_SIGNED_IN = "request.status-401";
    private static final String FAILED = "request.sign-in-failed";
    private static final String SIGN_AGAIN = "request.sign-in-again";
    private static final String TOO_OLD =
            "Bearer error=\"insufficient_user_authentication\", error_description=\"A fresh sign-in is needed\", "
                    + "max_age=\"%d\"";
    private static final String UNAVAILABLE = "request.sessions-unavailable";
    private static final int RETRY_SECONDS = 10;
    private static final int FOUND = 302;

    /** The cookie of somebody whose sign-in failed a moment ago and was begun anew. */
    private static final String BEGUN_ANEW = "sign_in_begun_anew";

    private static final int BEGUN_ANEW_SECONDS = 60;

    private final Refusals refusals;

    SignInFaults(Refusals refusals) {
        this.refusals = refusals;
    }

    /** Nobody is signed in where somebody must be. */
    @ServerExceptionMapper
    public Uni<Response> missing(UnauthorizedException missing, RoutingContext context) {
        if (ApiCalls.made(context)) {
            return Uni.createFrom().item(answer(context));
        }
        HttpAuthenticator authenticator = context.get(HttpAuthenticator.class.getName());
        return authenticator.getChallenge(context).map(challenge -> led(challenge, context));
    }

    /** A token or session that does not hold. Quarkus has already set the way to the sign-in page. */
    @ServerExceptionMapper
    public Response refused(AuthenticationFailedException refused, RoutingContext context) {
        if (SessionsUnavailable.isBehind(refused)) {
            return later(context);
        }
        if (ApiCalls.made(context)) {
            return answer(context);
        }
        return context.response().getStatusCode() == FOUND
                ? Response.status(FOUND).build()
                : answer(context);
    }

    /** No redirect: the session is valid, and the sign-in page would not help. */
    private static Response later(RoutingContext context) {
        context.response().headers().remove(HttpHeaders.LOCATION).remove("WWW-Authenticate");
        return Response.fromResponse(FaultMapper.answer(context, 503, UNAVAILABLE, new Object[0], List.of(), Map.of()))
                .header(HttpHeaders.RETRY_AFTER.toString(), RETRY_SECONDS)
                .build();
    }

    /**
     * Coming back from the sign-in page did not work out: its code was used twice, the session ended meanwhile, or it
     * cannot be read. A person begins anew without being asked to; when that fails too, a page says so, for otherwise
     * they would go round for ever.
     */
    @ServerExceptionMapper
    public Response failed(AuthenticationCompletionException failed, RoutingContext context) {
        if (SessionsUnavailable.isBehind(failed)) {
            return later(context);
        }
        if (ApiCalls.made(context)) {
            return answer(context);
        }
        refusals.record(Refusals.Reason.NOT_SIGNED_IN, context);
        return context.request().getCookie(BEGUN_ANEW) == null
                ? Response.seeOther(URI.create("/")).cookie(begunAnew(context)).build()
                : FaultMapper.answer(context, 401, FAILED, new Object[0], List.of(), Map.of());
    }

    private static NewCookie begunAnew(RoutingContext context) {
        return new NewCookie.Builder(BEGUN_ANEW)
                .value("1")
                .path("/sign-in")
                .maxAge(BEGUN_ANEW_SECONDS)
                .httpOnly(true)
                .secure(context.request().isSSL())
                .sameSite(NewCookie.SameSite.LAX)
                .build();
    }

    /** A person types the password again and is back where they were; a program is answered as RFC 9470 says. */
    @ServerExceptionMapper
    public Uni<Response> tooOld(SignInTooOld tooOld, RoutingContext context) {
        refusals.record(Refusals.Reason.SIGN_IN_TOO_OLD, context);
        HttpServerRequest request = context.request();
        if (request.getHeader(HttpHeaders.AUTHORIZATION) != null || !FaultMapper.readsPages(context)) {
            return Uni.createFrom()
                    .item(Response.fromResponse(
                                    FaultMapper.answer(context, 401, SIGN_AGAIN, new Object[0], List.of(), Map.of()))
                            .header(
                                    "WWW-Authenticate",
                                    TOO_OLD.formatted(tooOld.limit().toSeconds()))
                            .build());
        }
        if (request.method() != HttpMethod.GET) {
            return Uni.createFrom()
                    .item(Response.seeOther(UriBuilder.fromPath("/sign-in/again")
                                    .queryParam("to", formAddress(context))
                                    .build())
                            .build());
        }
        SignInRedirect.requireSignIn(context, tooOld.limit());
        HttpAuthenticator authenticator = context.get(HttpAuthenticator.class.getName());
        return authenticator.getChallenge(context).map(challenge -> led(challenge, context));
    }

    /** The page that sent the form; where a browser does not say, the address it was sent to. */
    private static String formAddress(RoutingContext context) {
        String referer = context.request().getHeader(HttpHeaders.REFERER);
        try {
            return referer == null
                    ? context.normalizedPath()
                    : URI.create(referer).getRawPath();
        } catch (IllegalArgumentException unreadable) {
            return context.normalizedPath();
        }
    }

    /** RFC 6750: a token that was given and does not hold is named as invalid. */
    private Response answer(RoutingContext context) {
        refusals.record(Refusals.Reason.NOT_SIGNED_IN, context);
        boolean given = context.request().getHeader(HttpHeaders.AUTHORIZATION) != null;
        // Quarkus may have written a challenge that does not say why.
        context.response().headers().remove("WWW-Authenticate");
        return Response.fromResponse(
                        FaultMapper.answer(context, 401, NOT_SIGNED_IN, new Object[0], List.of(), Map.of()))
                .header("WWW-Authenticate", given ? "Bearer error=\"invalid_token\"" : "Bearer")
                .build();
    }

    private Response led(ChallengeData challenge, RoutingContext context) {
        if (challenge == null || challenge.status != FOUND) {
            return answer(context);
        }
        Response.ResponseBuilder way = Response.status(FOUND);
        challenge.getHeaders().forEach((name, value) -> way.header(name.toString(), value));
        return way.build();
    }
}
