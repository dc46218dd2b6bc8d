package org.tianbo.cohort.page.dashboard;

import static org.assertj.core.api.Assertions.assertThat;

import io.quarkus.test.common.TestResourceScope;
import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.sql.SQLException;
import java.util.Arrays;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.tianbo.platform.security.Roles;
import org.tianbo.testsupport.Newcomers;
import org.tianbo.testsupport.OwnCounty;
import org.tianbo.testsupport.TianboServices;
import org.tianbo.testsupport.Tokens;
import org.tianbo.testsupport.http.Downloads;

/** Somebody of the province sees numbers of its counties and nothing else; needs roles and row-level security. */
@QuarkusTest
@WithTestResource(value = TianboServices.class, scope = TestResourceScope.GLOBAL)
class ProvinceIT {

    private static final String OWN = "province-seat";
    private static final String READER = "reads-the-province";

    @Inject
    Newcomers newcomers;

    private OwnCounty own;
    private OwnCounty small;
    private OwnCounty elsewhere;

    @BeforeEach
    void threeCountiesOfTwoProvinces() throws SQLException {
        own = county(OWN, "540101", "Seat county", "40, 38, 10, 10, 10, 10, 10, 10, 3");
        small = county("province-small", "540102", "Small county", "4, 4, 4, 4, 4, 4, 4, 4, 0");
        elsewhere = county("province-other", "630101", "Other county", "50, 50, 20, 20, 20, 20, 20, 20, 6");
        newcomers.join(OWN, READER, Roles.PROVINCE);
    }

    @AfterEach
    void remove() throws SQLException {
        own.close();
        small.close();
        elsewhere.close();
    }

    @Test
    void countiesStandBesideEachOtherAndSmallNumbersAreNotShown() {
        String page = page("/province");

        assertThat(page).contains("Seat county", "Small county").doesNotContain("Other county", "/cohorts", "/people");
        assertThat(cells(page, "Seat county"))
                .startsWith("40", "all but fewer than 5", "10 25%")
                .endsWith("fewer than 5", "0 0%", "0 0%");
        assertThat(cells(page, "Small county")).containsOnly("fewer than 5");
        List<List<String>> file = Downloads.rows(READER, "/province/numbers.{format}");
        assertThat(file).extracting(row -> row.get(0)).containsExactly("Seat county", "Small county");
        assertThat(file.get(0))
                .containsSequence("40", "all but fewer than 5", "10")
                .endsWith("fewer than 5", "0", "0");
        assertThat(file.get(1).subList(1, 12)).containsOnly("fewer than 5");
    }

    @Test
    void nothingThatIsForACountysOfficeIsForTheProvince() throws IOException {
        List<String> forTheOffice = forTheOffice();

        assertThat(forTheOffice).hasSizeGreaterThan(30);
        for (String address : forTheOffice) {
            assertThat(Tokens.as(READER).get(address).statusCode()).as(address).isEqualTo(403);
        }
        assertThat(Tokens.as("officer1").get("/province").statusCode()).isEqualTo(403);
        assertThat(Tokens.as("trainee1").get("/province").statusCode()).isEqualTo(403);
    }

    /** What neither a trainee nor a mentor may read, of all endpoints there are. */
    private static List<String> forTheOffice() throws IOException {
        try (InputStream table = ProvinceIT.class.getResourceAsStream("/endpoints.csv")) {
            return new String(table.readAllBytes(), StandardCharsets.UTF_8)
                    .lines()
                    .filter(line -> line.startsWith("GET ") && !line.contains("{"))
                    .map(line ->
                            Arrays.stream(line.split("\\|")).map(String::strip).toList())
                    .filter(cells -> cells.get(2).equals("403") && cells.get(4).equals("403"))
                    .map(cells -> cells.get(0).substring("GET ".length()))
                    .filter(address -> !address.startsWith("/province"))
                    .toList();
        }
    }

    /** @param reached the first nine stages */
    private static OwnCounty county(String id, String code, String name, String reached) throws SQLException {
        OwnCounty county = OwnCounty.make(id);
        county.execute("update counties set code = '" + code + "', name_en = '" + name + "' where id = '" + id + "'");
        county.row(
                "stage_counts (grain, cohort, village, age_band, category, enrolled, learning, practising, graded,"
                        + " ready, certified, store_opened, first_order, steady_3, steady_6, steady_12, gone)",
                "7, {person}, {person}, 0, '', " + reached + ", 0, 0, 0");
        return county;
    }

    private static List<String> cells(String page, String county) {
        String row = page.substring(page.indexOf(county));
        row = row.substring(row.indexOf("<td"), row.indexOf("</t", row.indexOf("<td")));
        return Arrays.stream(row.split("<tr")[0].split("<td[^>]*>"))
                .map(cell -> cell.replaceAll("<[^>]*>", "").strip())
                .filter(cell -> !cell.isEmpty())
                .toList();
    }

    private static String page(String address) {
        return Tokens.as(READER)
                .accept("text/html")
                .header("Accept-Language", "en")
                .get(address)
                .then()
                .statusCode(200)
                .extract()
                .asString();
    }
}
