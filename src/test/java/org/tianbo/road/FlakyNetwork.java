package org.tianbo.road;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.microsoft.playwright.APIResponse;
import com.microsoft.playwright.BrowserContext;
import com.microsoft.playwright.Request;
import com.microsoft.playwright.Route;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.SplittableRandom;
import java.util.regex.Pattern;

/**
 * A network that cuts one call in four on its way, as a seed says; of the records that phones send, one answer in four
 * too, and the first in any case. Whether a call is cut hangs on what is called and how often it was before, and on
 * nothing else that goes on: the same seed cuts the same calls.
 */
final class FlakyNetwork {

    private static final int ONE_IN = 4;
    private static final Pattern ID = Pattern.compile("[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}");

    private final long seed;
    private final Map<String, Integer> calls = new HashMap<>();
    private final List<String> cuts = new ArrayList<>();
    private final List<String> accepted = new ArrayList<>();
    private int answersLost;

    FlakyNetwork(long seed) {
        this.seed = seed;
    }

    /** From now on all calls of the application's interface go through it. */
    void comesTo(BrowserContext phone) {
        phone.route("**/api/**", this::carry);
    }

    /** Ids of the records that the server said it accepted, whether the phone heard of it or not. */
    List<String> accepted() {
        return List.copyOf(accepted);
    }

    int answersLost() {
        return answersLost;
    }

    /** Runs what may fail by it, and then says what it cut. */
    void carries(Runnable story) {
        try {
            story.run();
        } catch (AssertionError | RuntimeException failed) {
            failed.addSuppressed(new AssertionError("The network of seed " + seed + " cut " + cuts));
            throw failed;
        }
    }

    private boolean cuts(String call) {
        int before = calls.merge(call, 1, Integer::sum);
        boolean cut = new SplittableRandom(Objects.hash(seed, call, before)).nextInt(ONE_IN) == 0;
        if (cut) {
            cuts.add(call + " " + before);
        }
        return cut;
    }

    private void carry(Route route) {
        Request request = route.request();
        String call = request.method() + " "
                + ID.matcher(URI.create(request.url()).getPath()).replaceAll("*");
        if (cuts(call)) {
            route.abort("connectionreset");
        } else if (request.url().endsWith("/api/sync")) {
            APIResponse answer = route.fetch();
            note(answer);
            if (cuts("the answer to " + call) || answersLost == 0) {
                answersLost++;
                route.abort("connectionreset");
            } else {
                route.fulfill(new Route.FulfillOptions().setResponse(answer));
            }
        } else {
            route.resume();
        }
    }

    private void note(APIResponse answer) {
        try {
            new ObjectMapper()
                    .readTree(new String(answer.body(), StandardCharsets.UTF_8))
                    .path("results")
                    .forEach(result -> {
                        if (result.path("status").asText().equals("accepted")) {
                            accepted.add(result.path("id").asText());
                        }
                    });
        } catch (JsonProcessingException noJson) {
            throw new IllegalStateException(noJson);
        }
    }
}
