package org.tianbo.endpoints;

import static org.assertj.core.api.Assertions.assertThat;

import io.quarkus.test.common.TestResourceScope;
import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.tianbo.platform.security.Roles;
import org.tianbo.testsupport.Patience;
import org.tianbo.testsupport.TianboServices;
import org.tianbo.testsupport.Tokens;
import org.tianbo.testsupport.browser.FamilyHelper;

/**
 * Every role at every endpoint, and every county's things from another county, compared with a table. The endpoints
 * are those that the application serves: a new one fails here until somebody has looked at who may ask it. Needs the
 * application with its real sign-in, for it asks what that says in the end.
 */
@QuarkusTest
@WithTestResource(value = TianboServices.class, scope = TestResourceScope.GLOBAL)
class EveryEndpointIT {

    private static final String NOBODY = "nobody";
    private static final String STRANGER = "another's helper";
    private static final List<String> OF_A_COUNTY =
            List.of(Roles.TRAINEE, Roles.HELPER, Roles.MENTOR, Roles.COORDINATOR, Roles.OFFICER, Roles.AUDITOR);
    private static final List<String> CALLERS = Stream.of(List.of(NOBODY), OF_A_COUNTY, List.of(Roles.ADMIN))
            .flatMap(List::stream)
            .toList();
    private static final List<String> STAFF =
            List.of(Roles.MENTOR, Roles.COORDINATOR, Roles.OFFICER, Roles.AUDITOR, Roles.ADMIN);

    /** Those without whom a county has no things. */
    private static final List<String> NEEDED = List.of(Roles.MENTOR, Roles.COORDINATOR, Roles.OFFICER);

    /** What tells of a county to everybody, what operators see of all counties, and where a trainee may go. */
    private static final Set<String> OPEN =
            Set.of("GET /api/issuers/{county}", "GET /counties", "POST /counties", "GET /transfers/new");

    private static final List<String> COLUMNS = Stream.concat(CALLERS.stream(), Stream.of("own", "another county's"))
            .toList();

    /** Names that nothing else has, so that an answer of the one county cannot hold them by chance. */
    private static final String EAST = "endpoints-east";

    private static final String WEST = "endpoints-west";
    private static final int AT_ONCE = 4;
    private static final int FORBIDDEN = 403;
    private static final int NOT_FOUND = 404;
    private static final int FAULT = 500;

    @Inject
    EndpointCounty county;

    private final HttpClient client =
            HttpClient.newBuilder().version(HttpClient.Version.HTTP_1_1).build();
    private final ExecutorService hands = Executors.newFixedThreadPool(AT_ONCE);
    private final List<String> faults = new CopyOnWriteArrayList<>();
    private Parameters parameters;
    private Map<String, String> east;
    private Map<String, String> west;

    /** Of the west's trainee. */
    private FamilyHelper helper;

    private FamilyHelper stranger;

    @AfterEach
    void rest() {
        hands.shutdownNow();
    }

    @Test
    void everyoneGetsWhatTheTableSaysAndNobodyAnythingOfAnotherCounty() throws Exception {
        List<Endpoint> endpoints = Endpoint.all();
        parameters = new Parameters();
        faults.addAll(parameters.unknown(endpoints));
        Future<Map<String, String>> other = hands.submit(() -> county.furnish(EAST, NEEDED));
        west = county.furnish(WEST, STAFF);
        east = other.get();
        helper = FamilyHelper.of(EndpointCounty.login(WEST, Roles.TRAINEE));

        stranger = FamilyHelper.of(county.another(WEST));

        EndpointTable strangers = new EndpointTable("endpoints-of-helpers.csv", List.of(STRANGER));
        answers(endpoints, this::toAnothersHelper).forEach((endpoint, answer) -> {
            if (!answer.isEmpty()) {
                strangers.put(endpoint, List.of(answer));
            }
        });
        Map<Endpoint, String> foreign = answers(endpoints, this::toAnotherCounty);
        Map<Endpoint, String> own = answers(endpoints, this::ofItsOwn);
        Map<Endpoint, List<String>> all = answers(endpoints, this::toEverybody);
        EndpointTable table = new EndpointTable("endpoints.csv", COLUMNS);
        for (Endpoint endpoint : endpoints) {
            List<String> cells = new ArrayList<>(all.get(endpoint));
            cells.add(own.get(endpoint));
            cells.add(foreign.get(endpoint));
            table.put(endpoint, cells);
        }

        table.write();
        faults.addAll(table.differences());
        strangers.write();
        faults.addAll(strangers.differences());
        assertThat(faults)
                .as("endpoints that answer otherwise than they should")
                .isEmpty();
    }

    /** Reading changes nothing, so several may read at once; what writes is asked one after the other. */
    private <T> Map<Endpoint, T> answers(List<Endpoint> endpoints, Function<Endpoint, T> how)
            throws ExecutionException, InterruptedException {
        Map<Endpoint, T> answers = new LinkedHashMap<>();
        Map<Endpoint, Future<T>> reading = new LinkedHashMap<>();
        for (Endpoint endpoint : endpoints) {
            if (!endpoint.writes() && !endpoint.endsSessions()) {
                reading.put(endpoint, hands.submit(() -> how.apply(endpoint)));
            }
        }
        for (Map.Entry<Endpoint, Future<T>> one : reading.entrySet()) {
            answers.put(one.getKey(), one.getValue().get());
        }
        endpoints.stream()
                .filter(endpoint -> !answers.containsKey(endpoint))
                .forEach(endpoint -> answers.put(endpoint, how.apply(endpoint)));
        return answers;
    }

    private List<String> toEverybody(Endpoint endpoint) {
        String address = parameters.address(endpoint, Map.of());
        return CALLERS.stream()
                .map(caller -> Integer.toString(asked(endpoint, caller, address).statusCode()))
                .toList();
    }

    /** What those of the west get who name one thing of the east's, and otherwise their own. */
    private String toAnotherCounty(Endpoint endpoint) {
        List<Parameters.Found> things = parameters.things(endpoint);
        List<String> cells = new ArrayList<>();
        for (Parameters.Found foreign : things) {
            Map<String, String> named = new HashMap<>();
            things.stream()
                    .filter(thing -> !thing.place().startsWith("?"))
                    .forEach(thing -> named.put(thing.place(), thing(west, thing)));
            named.put(foreign.place(), thing(east, foreign));
            TreeSet<Integer> statuses = new TreeSet<>();
            for (String caller : OF_A_COUNTY) {
                if (endpoint.allows(caller)) {
                    statuses.add(asked(endpoint, caller, parameters.address(endpoint, named))
                            .statusCode());
                }
            }
            if (statuses.size() > 1) {
                statuses.remove(FORBIDDEN);
            }
            if (!statuses.isEmpty()) {
                cells.add(foreign.place() + " "
                        + statuses.stream().map(String::valueOf).collect(Collectors.joining("/")));
            }
        }
        return String.join(", ", cells);
    }

    /**
     * The best that anybody of the west gets of its own things: were there none, the rest would prove nothing. To be
     * too late is better than to hear that there is no such thing.
     */
    private String ofItsOwn(Endpoint endpoint) {
        List<Parameters.Found> things = parameters.things(endpoint).stream()
                .filter(thing -> !thing.thing().equals(EndpointCounty.CURSOR))
                .toList();
        if (endpoint.writes() || things.isEmpty()) {
            return "";
        }
        Map<String, String> named = new HashMap<>();
        things.forEach(thing -> named.put(thing.place(), thing(west, thing)));
        return OF_A_COUNTY.stream()
                .filter(endpoint::allows)
                .map(caller -> asked(endpoint, caller, parameters.address(endpoint, named))
                        .statusCode())
                .min(Comparator.comparing((Integer status) -> status == NOT_FOUND)
                        .thenComparing(status -> status))
                .map(String::valueOf)
                .orElse("");
    }

    /** What somebody gets who helps another trainee of the west, for the trainee's things. */
    private String toAnothersHelper(Endpoint endpoint) {
        Map<String, String> named = new HashMap<>();
        parameters.things(endpoint).stream()
                .filter(thing -> !thing.thing().equals(EndpointCounty.CURSOR))
                .forEach(thing -> named.put(thing.place(), thing(west, thing)));
        if (named.isEmpty() || !endpoint.allows(Roles.HELPER) || endpoint.allows(NOBODY)) {
            return "";
        }
        HttpResponse<String> answer = asked(endpoint, STRANGER, parameters.address(endpoint, named));
        if (answer.body().contains(EndpointCounty.login(WEST, Roles.TRAINEE))) {
            faults.add(endpoint.name() + " tells a helper of another trainee");
        }
        return Integer.toString(answer.statusCode());
    }

    private String thing(Map<String, String> things, Parameters.Found wanted) {
        if (!things.containsKey(wanted.thing())) {
            faults.add("No county has a thing called " + wanted.thing() + ", for " + wanted.place());
        }
        return things.getOrDefault(wanted.thing(), Parameters.NOBODYS);
    }

    private HttpResponse<String> asked(Endpoint endpoint, String caller, String address) {
        HttpRequest.Builder request = HttpRequest.newBuilder(URI.create(TianboServices.SITE + address))
                .timeout(Patience.LONG)
                .header("Accept", address.startsWith("/api") ? "*/*" : "text/html, */*;q=0.5");
        if (caller.equals(Roles.HELPER) || caller.equals(STRANGER)) {
            request.header("Sec-Fetch-Site", "same-origin");
            if (!endpoint.path().startsWith("/helping")) {
                request.header("Cookie", (caller.equals(STRANGER) ? stranger : helper).cookie());
            }
        } else if (!caller.equals(NOBODY)) {
            request.header("Authorization", "Bearer " + Tokens.of(EndpointCounty.login(WEST, caller)));
        }
        if (endpoint.writes() && !endpoint.method().equals("DELETE")) {
            request.header("Content-Type", typed(endpoint.body()));
            request.method(endpoint.method(), HttpRequest.BodyPublishers.ofString(empty(endpoint.body())));
        } else {
            request.method(endpoint.method(), HttpRequest.BodyPublishers.noBody());
        }
        HttpResponse<String> answer = send(request.build());
        String told = endpoint.name() + " for " + caller + " at " + address;
        if (answer.statusCode() >= FAULT) {
            faults.add(told + ": " + answer.statusCode());
        }
        if (!OPEN.contains(endpoint.name())
                && answer.body().replace(address, "").contains(EAST)) {
            faults.add(told + ": the answer tells of another county");
        }
        return answer;
    }

    private static String typed(String type) {
        return switch (type) {
            case "*/*" -> "application/octet-stream";
            case "multipart/form-data" -> type + "; boundary=none";
            default -> type;
        };
    }

    private static String empty(String type) {
        return switch (type) {
            case "application/json" -> "{}";
            case "multipart/form-data" -> "--none--\r\n";
            default -> "";
        };
    }

    private HttpResponse<String> send(HttpRequest request) {
        try {
            return client.send(request, HttpResponse.BodyHandlers.ofString());
        } catch (IOException failed) {
            throw new UncheckedIOException(failed);
        } catch (InterruptedException interrupted) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(interrupted);
        }
    }
}
