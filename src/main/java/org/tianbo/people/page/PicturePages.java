package org.tianbo.people.page;

import io.quarkus.qute.CheckedTemplate;
import io.quarkus.qute.TemplateInstance;
import jakarta.annotation.security.PermitAll;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import java.net.URI;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.Optional;
import java.util.regex.Pattern;
import java.util.stream.IntStream;
import org.jboss.resteasy.reactive.RestForm;
import org.tianbo.people.Cards;

/**
 * Choosing three pictures where no script runs: the sign-in page sends the first choice, and from the third a button
 * sends all to Keycloak. Nothing is stored between two; what was chosen travels in the form.
 */
@Path("/pictures")
@PermitAll
@Produces(MediaType.TEXT_HTML)
class PicturePages {

    private static final List<String> ALL = IntStream.rangeClosed(1, 24)
            .mapToObj(number -> String.format(Locale.ROOT, "%02d", number))
            .toList();

    /** Where the sign-in page sends its form; a form that somebody made up leads nowhere else. */
    private static final String TARGET = "/auth/realms/tianbo/login-actions/authenticate";

    private static final Pattern CARD = Pattern.compile("[a-z0-9-]{1,60}");
    private static final Pattern CHOSEN = Pattern.compile("(?:\\d\\d)?(?:-\\d\\d)?");

    @CheckedTemplate
    static class Templates {
        static native TemplateInstance choose(Choice choice);
    }

    /**
     * Where somebody stands.
     *
     * @param target of the last form, without the host
     * @param chosen before, {@code 07-13}
     * @param remember what the sign-in page's tick says; empty without it
     */
    record Choice(String card, String target, String chosen, String remember) {

        public List<String> all() {
            return ALL;
        }

        /** Of the picture that is chosen now. */
        public int number() {
            return chosen.isEmpty() ? 1 : chosen.split("-").length + 1;
        }

        public boolean isLast() {
            return number() == 3;
        }

        /** What the password begins with when the last is chosen. */
        public String password() {
            return Cards.PICTURES + chosen + "-";
        }
    }

    /** Opened by its address there is nothing to choose for. */
    @GET
    public Response nothing() {
        return Response.seeOther(URI.create("/")).build();
    }

    @POST
    public Object choose(
            @RestForm String card,
            @RestForm String target,
            @RestForm String chosen,
            @RestForm String next,
            @RestForm String rememberMe) {
        String before = Objects.toString(chosen, "");
        String now = Objects.toString(next, "");
        Optional<String> action = target(target);
        if (action.isEmpty()
                || !CARD.matcher(Objects.toString(card, "")).matches()
                || !CHOSEN.matcher(before).matches()
                || !ALL.contains(now)) {
            return nothing();
        }
        String all = before.isEmpty() ? now : before + '-' + now;
        return CHOSEN.matcher(all).matches()
                ? Templates.choose(new Choice(card, action.get(), all, Objects.toString(rememberMe, "")))
                : nothing();
    }

    private static Optional<String> target(String sent) {
        try {
            URI target = URI.create(Objects.toString(sent, ""));
            return TARGET.equals(target.getPath()) && target.getRawQuery() != null
                    ? Optional.of(TARGET + '?' + target.getRawQuery())
                    : Optional.empty();
        } catch (IllegalArgumentException unreadable) {
            return Optional.empty();
        }
    }
}
