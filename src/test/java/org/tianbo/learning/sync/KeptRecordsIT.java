package org.tianbo.learning.sync;

import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.everyItem;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.quarkus.test.common.TestResourceScope;
import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.tianbo.learning.progress.PhoneRecords;
import org.tianbo.platform.data.Ids;
import org.tianbo.platform.security.CountyReads;
import org.tianbo.platform.security.CurrentCounty;
import org.tianbo.testsupport.TianboServices;
import org.tianbo.testsupport.Trainees;

/** What of a record is in the database afterwards. */
@QuarkusTest
@WithTestResource(value = TianboServices.class, scope = TestResourceScope.GLOBAL)
@Trainees(KeptRecordsIT.TRAINEE)
class KeptRecordsIT {

    static final String TRAINEE = "kept-records";

    private static final String KEPT = "select type || ' ' || (data = ?::jsonb) from sync_records where id = ?";

    private static final String TIMES =
            """
            select (d.at = s.at and s.at = ?)::text
            from sync_records s
            join lessons_done d on d.county = s.county and d.trainee = s.person and d.lesson = s.data ->> 'lesson'
            where s.id = ?
            """;

    @Inject
    PhoneRecords phones;

    @Inject
    CountyReads reads;

    @Inject
    CurrentCounty county;

    @Test
    void eachRecordKeepsWhatItBringsAlsoWhereOthersOfTheCallBringTheSame() {
        ObjectNode call = phones.call(
                phones.opened(Ids.next()),
                phones.tick("before-practice", "battery"),
                phones.opened(Ids.next()),
                phones.tick("before-practice", "price-card"),
                phones.quiz(Ids.next(), phones.now(), true));
        phones.send(TRAINEE, call).body("results.status", everyItem(equalTo("accepted")));

        for (JsonNode sent : call.get("records")) {
            UUID id = UUID.fromString(sent.get("id").asText());
            assertThat(answers(KEPT, sent.get("data").toString(), id))
                    .containsExactly(sent.get("type").asText() + " true");
        }
    }

    /** PostgreSQL rounds a time that is written finer than it keeps. */
    @Test
    void aTimeIsTheSameInEveryTableHoweverFineItIsWritten() {
        Instant fine = phones.now().truncatedTo(ChronoUnit.SECONDS).plusNanos(123_456_789);
        ObjectNode call = phones.call(phones.completed(Ids.next(), "honest-close", fine));
        phones.send(TRAINEE, call).body("results.status", contains("accepted"));

        assertThat(answers(TIMES, fine.truncatedTo(ChronoUnit.MICROS), phones.id(call, 0)))
                .containsExactly("true");
    }

    private List<String> answers(String question, Object... parameters) {
        return county.as("fengcheng", () -> reads.rows(question, row -> row.getString(1), parameters));
    }
}
