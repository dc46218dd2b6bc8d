package org.tianbo.ledger;

import static org.assertj.core.api.Assertions.assertThat;

import io.quarkus.test.common.TestResourceScope;
import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.specification.RequestSpecification;
import jakarta.inject.Inject;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.UUID;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.zip.ZipEntry;
import java.util.zip.ZipInputStream;
import org.junit.jupiter.api.Test;
import org.tianbo.ledger.entry.Gathering;
import org.tianbo.practice.Eventually;
import org.tianbo.testsupport.TianboServices;
import org.tianbo.testsupport.Tokens;

/** What a trainee takes along of the ledger; needs the keys under which words are sealed, and a job. */
@QuarkusTest
@WithTestResource(value = TianboServices.class, scope = TestResourceScope.GLOBAL)
class LedgerTakenAlongIT {

    private static final Pattern COPY = Pattern.compile("/my-data/copies/[0-9a-f-]{36}");
    private static final String SEALED = "~1:";

    @Inject
    LedgerCounty county;

    @Inject
    Gathering gathering;

    @Test
    void theWordsThatAreSealedInTheChainAreReadableToWhomTheyAreAbout() throws IOException {
        UUID officer = county.officer();
        UUID trainee = county.trainee();
        UUID cohort = county.open();
        county.enrol(cohort, trainee, officer);
        county.leave(cohort, trainee, "搬到城里去了");
        county.as(() -> {
            gathering.run(LedgerCounty.ID);
            return null;
        });

        page().post("/my-data/copy").then().statusCode(303);
        String copy = Eventually.value(
                () -> {
                    Matcher shown = COPY.matcher(page().get("/my-data").asString());
                    return shown.find() ? shown.group() : "";
                },
                address -> !address.isEmpty());
        String ledger = ledger(page().accept("*/*").get(copy).asByteArray());

        assertThat(ledger).contains("搬到城里去了").doesNotContain(SEALED);
        assertThat(ledger)
                .as("values, not text in text")
                .contains("\"content\":{")
                .doesNotContain("\\\"");
    }

    private static String ledger(byte[] zip) throws IOException {
        try (ZipInputStream in = new ZipInputStream(new ByteArrayInputStream(zip))) {
            for (ZipEntry entry = in.getNextEntry(); entry != null; entry = in.getNextEntry()) {
                if (entry.getName().equals("data/ledger.json")) {
                    return new String(in.readAllBytes(), StandardCharsets.UTF_8);
                }
            }
        }
        return "";
    }

    private static RequestSpecification page() {
        return Tokens.as(LedgerCounty.TRAINEE).accept("text/html").redirects().follow(false);
    }
}
