package org.tianbo.interop;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.quarkus.test.common.TestResourceScope;
import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;
import jakarta.enterprise.context.control.ActivateRequestContext;
import jakarta.inject.Inject;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.tianbo.curriculum.Curriculum;
import org.tianbo.curriculum.LessonSummary;
import org.tianbo.learning.progress.PhoneRecords;
import org.tianbo.people.Counties;
import org.tianbo.platform.security.Roles;
import org.tianbo.practice.Eventually;
import org.tianbo.testsupport.Newcomers;
import org.tianbo.testsupport.TianboServices;

/** Statements are brought to a learning record store. Needs the application with its jobs and database. */
@QuarkusTest
@WithTestResource(value = TianboServices.class, scope = TestResourceScope.GLOBAL)
class LrsPushIT {

    private static final String COUNTY = "lrs-county";
    private static final String OFFICER = "lrs-officer";
    private static final String TRAINEE = "lrs-trainee";

    @Inject
    Newcomers newcomers;

    @Inject
    Counties counties;

    @Inject
    Curriculum curriculum;

    @Inject
    PhoneRecords phones;

    @Inject
    StoreRounds rounds;

    private UUID trainee;

    @BeforeEach
    @ActivateRequestContext
    void aCountyOfTheTestsOwn() {
        counties.open(COUNTY, "记录县", "Store county");
        newcomers.join(COUNTY, OFFICER, Roles.OFFICER);
        trainee = newcomers.join(COUNTY, TRAINEE, Roles.TRAINEE);
    }

    @Test
    void aStoreGetsEachStatementThoughItWasAwayForAWhile() throws IOException {
        try (Receiver store = new Receiver()) {
            store.answers(sent -> store.all().size() == 1 ? 503 : 200);
            List<LessonSummary> lessons = curriculum.courses().get(0).lessons().subList(0, 2);
            phones.complete(TRAINEE, lessons.subList(0, 1));

            StoreRounds.add(OFFICER, store, "tianbo:s3cret");
            List<Receiver.Sent> all = Eventually.value(store::all, sent -> sent.size() >= 2);
            assertThat(all.get(1).body()).isEqualTo(all.get(0).body());
            assertThat(all.get(1).path()).isEqualTo("/xapi/statements");
            assertThat(all.get(1).header("X-Experience-API-Version")).isEqualTo("1.0.3");
            assertThat(all.get(1).header("Authorization"))
                    .isEqualTo("Basic "
                            + Base64.getEncoder().encodeToString("tianbo:s3cret".getBytes(StandardCharsets.UTF_8)));
            JsonNode statements = new ObjectMapper().readTree(all.get(1).body());
            assertThat(statements).hasSize(1);
            assertThat(statements
                            .get(0)
                            .path("actor")
                            .path("account")
                            .path("name")
                            .textValue())
                    .isEqualTo(trainee.toString());
            XapiSchema.conforms("{\"more\":\"\",\"statements\":" + all.get(1).body() + "}");

            // What is new comes alone, and what is there is not sent again.
            phones.complete(TRAINEE, lessons.subList(1, 2));
            List<Receiver.Sent> later = Eventually.value(() -> rounds.after(store), sent -> sent.size() >= 3);
            assertThat(later.get(2).body())
                    .contains("/lessons/" + lessons.get(1).slug())
                    .doesNotContain("/lessons/" + lessons.get(0).slug() + "\"");
            StoreRounds.remove(OFFICER);
        }
    }
}
