package org.tianbo.practice.page.live;

import io.quarkus.qute.CheckedTemplate;
import io.quarkus.qute.TemplateInstance;
import io.vertx.core.http.HttpServerRequest;
import jakarta.annotation.security.PermitAll;
import jakarta.ws.rs.CookieParam;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.NewCookie;
import jakarta.ws.rs.core.Response;
import jakarta.ws.rs.core.UriInfo;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.tianbo.curriculum.Curriculum;
import org.tianbo.curriculum.RunOfShow;
import org.tianbo.platform.web.ClientAddress;
import org.tianbo.platform.web.Language;
import org.tianbo.platform.web.PageResponse;
import org.tianbo.practice.live.Watching;
import org.tianbo.practice.live.Watching.Link;
import org.tianbo.practice.live.Watching.WatchView;
import org.tianbo.practice.plan.Plan;
import org.tianbo.practice.plan.ProductFacts;

/** The page of those who were invited to watch; nobody needs to be signed in. */
@Path("/live/{county:[\\w-]{1,40}}/{token:[\\w-]{1,100}}")
@PermitAll
@Produces(MediaType.TEXT_HTML)
class WatchPages {

    /** Says which viewer of the link asks; it is of no use with another link. */
    static final String PASS = "tianbo-viewer";

    private final Watching watching;
    private final Curriculum curriculum;

    WatchPages(Watching watching, Curriculum curriculum) {
        this.watching = watching;
        this.curriculum = curriculum;
    }

    /** A step of the run of show, as viewers see it. */
    record ShownStep(String ref, String title) {}

    /** @param number by which the host's page names it, from 1 @param about weight and price; may be empty */
    record ShownProduct(int number, String name, String about) {}

    @CheckedTemplate
    static class Templates {
        static native TemplateInstance watch(WatchView live, List<ShownStep> steps, List<ShownProduct> products);
    }

    @GET
    public Response watch(
            String county,
            String token,
            @CookieParam(PASS) String pass,
            @Context UriInfo address,
            @Context HttpServerRequest request,
            @Context HttpHeaders headers) {
        WatchView live = watching.open(new Link(county, token, pass), ClientAddress.network(request));
        Locale locale = Language.of(headers);
        return Response.fromResponse(PageResponse.ok(
                        Templates.watch(live, steps(live.plan(), locale), products(live.plan())), locale))
                .cookie(new NewCookie.Builder(PASS)
                        .value(live.pass())
                        .path("/live/" + county + "/" + token)
                        .httpOnly(true)
                        .secure(address.getRequestUri().getScheme().equals("https"))
                        .sameSite(NewCookie.SameSite.LAX)
                        .build())
                .build();
    }

    /** In the order of the show, as the host's page numbers them. */
    private static List<ShownProduct> products(Plan plan) {
        List<ProductFacts> facts = plan.facts().isEmpty()
                ? plan.products().stream()
                        .map(name -> new ProductFacts(name, null, null, null))
                        .toList()
                : plan.facts();
        return IntStream.range(0, facts.size())
                .mapToObj(index -> new ShownProduct(
                        index + 1,
                        facts.get(index).name(),
                        Stream.of(facts.get(index).weight(), facts.get(index).price())
                                .filter(Objects::nonNull)
                                .collect(Collectors.joining(" · "))))
                .toList();
    }

    /** As the host changed them, or else as they are published. */
    private List<ShownStep> steps(Plan plan, Locale locale) {
        List<RunOfShow.Step> published = published(plan).map(RunOfShow::steps).orElse(List.of());
        if (plan.steps().isEmpty()) {
            return published.stream()
                    .map(step -> new ShownStep(step.id(), step.title().in(locale)))
                    .toList();
        }
        Map<String, RunOfShow.Step> byId =
                published.stream().collect(Collectors.toMap(RunOfShow.Step::id, Function.identity()));
        return plan.steps().stream()
                .flatMap(step -> title(step.title(), byId.get(step.ref()), locale).stream()
                        .map(title -> new ShownStep(step.ref(), title)))
                .toList();
    }

    private static Optional<String> title(String own, RunOfShow.Step published, Locale locale) {
        return Optional.ofNullable(own).or(() -> Optional.ofNullable(published)
                .map(step -> step.title().in(locale)));
    }

    private Optional<RunOfShow> published(Plan plan) {
        return Optional.ofNullable(plan.runOfShow())
                .flatMap(version -> curriculum.findRunOfShow(plan.format(), version))
                .or(() -> curriculum.runsOfShow().stream()
                        .filter(show -> show.slug().equals(plan.format()))
                        .findFirst());
    }
}
