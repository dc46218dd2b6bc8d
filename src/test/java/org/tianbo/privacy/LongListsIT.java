package org.tianbo.privacy;

import static org.assertj.core.api.Assertions.assertThat;

import io.quarkus.test.common.TestResourceScope;
import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import java.util.regex.Pattern;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.tianbo.platform.data.Ids;
import org.tianbo.platform.security.Roles;
import org.tianbo.testsupport.Newcomers;
import org.tianbo.testsupport.OwnCounty;
import org.tianbo.testsupport.TianboServices;
import org.tianbo.testsupport.Tokens;

/** What the office keeps about personal data is read to its end, a page at a time, each line once. */
@QuarkusTest
@WithTestResource(value = TianboServices.class, scope = TestResourceScope.GLOBAL)
class LongListsIT {

    private static final String COUNTY = "long-privacy-lists";
    private static final int LINES = 230;

    /** Several at each moment, so that the moment alone is no place in a list. */
    private static final String AT = "now() - n / 7 * interval '1 hour'";

    @Inject
    Newcomers newcomers;

    private OwnCounty county;
    private String auditor;

    @BeforeEach
    void manyPeople() throws SQLException {
        county = OwnCounty.make(COUNTY);
        auditor = "reads-to-the-end-" + Ids.next();
        newcomers.join(COUNTY, auditor, Roles.AUDITOR);
        county.each("people (id, login, name, created_at)", "{person}, 'long-' || n, 'v' || n, now()", 1, LINES);
    }

    @AfterEach
    void remove() throws SQLException {
        county.close();
    }

    @Test
    void theDeskShowsAllThatWaitsAndAllThatWasErased() throws SQLException {
        county.each(
                "correction_requests (id, person, field, old_value, new_value, reason, asked_at, state)",
                "gen_random_uuid(), {person}, 'NAME', 'x', 'y', 'z', " + AT + ", 'WAITING'",
                1,
                LINES);
        county.each(
                "erasures (id, person, asked_by, asked_at, reason, state, decided_at, decided_by)",
                "gen_random_uuid(), {person}, {person}, " + AT
                        + ", 'z', case when n % 3 = 0 then 'WAITING' else 'WITHDRAWN' end,"
                        + " case when n % 3 > 0 then now() end, case when n % 3 > 0 then {person} end",
                1,
                LINES);

        reads(auditor, "/privacy", "after", "<h3>(v\\d+) ·", LINES);
        reads(auditor, "/privacy", "erasure", "<h3>(v\\d+) <span", LINES);
    }

    @Test
    void consentsAndRemovalsGoOnToo() throws SQLException {
        county.each(
                "consent_texts (version, zh, en, reason, published_by, published_at)",
                "n, 'zh', 'en', 'r' || n, {person}, " + AT,
                1,
                45);
        county.each(
                "consents (id, person, version, agreed, at)", "gen_random_uuid(), {person}, 1, false, " + AT, 1, LINES);
        county.each("removals (id, rule, things, removed_at)", "gen_random_uuid(), 'LOOKS', 1000 + n, " + AT, 1, LINES);

        reads(auditor, "/privacy/consent", "after", "/people\\?q=(v\\d+)\"", LINES);
        reads(auditor, "/privacy/consent", "before", "<p class=\"quiet\">(r\\d+)</p>", 45);
        reads(auditor, "/privacy/retention", "after", ">(1\\d{3})<td", LINES);
    }

    @Test
    void looksGoOnForTheOfficeAndForWhoWasLookedAt() throws SQLException {
        String trainee = "is-looked-at-" + Ids.next();
        UUID person = newcomers.join(COUNTY, trainee, Roles.TRAINEE);
        county.each(
                "personal_looks (person, viewer, what, day, times, last_at)",
                "'" + person + "', {person}, 'LIST', date '2026-05-02' + n % 3, 1,"
                        + " timestamptz '2026-05-02' + n % 3 * interval '1 day'",
                1,
                LINES);

        reads(auditor, "/privacy/looks?month=2026-05", "after", "viewer=([0-9a-f-]{36})", LINES);
        assertThat(Tokens.page(auditor, "/privacy/looks?month=2026-06")).doesNotContain("viewer=");
        reads(trainee, "/my-data/looks", "after", "<b>(v\\d+)</b>", LINES);
        for (String odd :
                List.of("yesterday", "+99999999-01-01_" + person + "_LIST", "2026-13-01_" + person + "_LIST")) {
            Tokens.as(auditor)
                    .queryParam("after", odd)
                    .get("/privacy/looks")
                    .then()
                    .statusCode(404);
        }
    }

    private static void reads(String reader, String first, String parameter, String line, int lines) {
        // The other list of the page goes on by another parameter.
        Pattern next = Pattern.compile("href=\"(/[^\"]*[?;]" + parameter + "=[^\"]+)\"");
        List<String> seen = new ArrayList<>();
        int pages = 0;
        for (String address = first; !address.isEmpty(); pages++) {
            String page = Tokens.page(reader, address);
            Pattern.compile(line).matcher(page).results().forEach(found -> seen.add(found.group(1)));
            address = next.matcher(page)
                    .results()
                    .map(found -> found.group(1).replace("&amp;", "&").replaceFirst("#.*", ""))
                    .findFirst()
                    .orElse("");
        }
        assertThat(seen).as(first + " " + parameter).hasSize(lines).doesNotHaveDuplicates();
        assertThat(pages).isGreaterThan(2);
    }
}
