package org.tianbo.interop;

import io.quarkus.arc.Unremovable;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.inject.Any;
import jakarta.enterprise.inject.Instance;
import java.util.List;
import java.util.Map;
import org.tianbo.platform.jobs.RecurringJob;
import org.tianbo.platform.security.CurrentCounty;
import org.tianbo.testsupport.Tokens;

/** A county's learning record store as an officer sets it up, and the rounds in which it is brought statements. */
@ApplicationScoped
@Unremovable
class StoreRounds {

    private static final String PAGE = "/county/connections";

    private final CurrentCounty county;
    private final Instance<RecurringJob> rounds;

    StoreRounds(CurrentCounty county, @Any Instance<RecurringJob> rounds) {
        this.county = county;
        this.rounds = rounds;
    }

    /** @param credentials name and password with a colon between them, or empty */
    static void add(String officer, Receiver store, String credentials) {
        post(
                officer,
                PAGE + "/stores",
                Map.of("name", "某某库", "address", store.address("/xapi"), "credentials", credentials));
    }

    /** The one that the county has. */
    static void remove(String officer) {
        String id = Tokens.page(officer, PAGE).replaceFirst("(?s).*?" + PAGE + "/([0-9a-f-]{36}).*", "$1");
        post(officer, PAGE + "/" + id + "/remove", Map.of());
    }

    /** What the store has got after one more round: a round passes over a connection that a job is just leaving. */
    List<Receiver.Sent> after(Receiver store) {
        county.run(CurrentCounty.ROOT, () -> rounds.stream()
                .filter(round -> round.name().equals("interop.deliveries"))
                .forEach(RecurringJob::run));
        return store.all();
    }

    static void post(String login, String path, Map<String, String> form) {
        Tokens.form(login).formParams(form).post(path).then().statusCode(303);
    }
}
