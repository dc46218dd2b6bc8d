package org.tianbo.road;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.microsoft.playwright.APIResponse;
import com.microsoft.playwright.BrowserContext;
import com.microsoft.playwright.Route;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;

/**
 * A network that cuts one call in four on its way, as a seed says; of the records that phones send, one answer in four
 * too, and the first in any case.
 */
final class FlakyNetwork {

    private static final int ONE_IN = 4;

    private final Random chance;
    private final List<String> accepted = new ArrayList<>();
    private int answersLost;

    FlakyNetwork(long seed) {
        chance = new Random(seed);
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

    private void carry(Route route) {
        if (chance.nextInt(ONE_IN) == 0) {
            route.abort("connectionreset");
        } else if (route.request().url().endsWith("/api/sync")) {
            APIResponse answer = route.fetch();
            note(answer);
            if (answersLost == 0 || chance.nextInt(ONE_IN) == 0) {
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
