package org.tianbo.interop;

import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.equalTo;

import io.quarkus.test.common.TestResourceScope;
import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.path.json.JsonPath;
import io.restassured.response.ValidatableResponse;
import jakarta.enterprise.context.control.ActivateRequestContext;
import jakarta.inject.Inject;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.zip.ZipEntry;
import java.util.zip.ZipInputStream;
import java.util.zip.ZipOutputStream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.tianbo.cohort.enrolment.Cohorts;
import org.tianbo.cohort.enrolment.NewCohort;
import org.tianbo.people.Counties;
import org.tianbo.people.People;
import org.tianbo.platform.security.CurrentCounty;
import org.tianbo.platform.security.Roles;
import org.tianbo.testsupport.Newcomers;
import org.tianbo.testsupport.TianboServices;
import org.tianbo.testsupport.Tokens;

/** Classes in and out as OneRoster 1.2. Needs the application: the way in is that of the county's own rosters. */
@QuarkusTest
@WithTestResource(value = TianboServices.class, scope = TestResourceScope.GLOBAL)
class OneRosterIT {

    private static final String COUNTY = "oneroster-county";
    private static final String OFFICER = "oneroster-officer";
    private static final String ADDRESS = "/api/oneroster.zip";

    private static final Map<String, String> FILES = Map.of(
            "manifest.csv",
            "propertyName,value\nmanifest.version,1.0\noneroster.version,1.2\nfile.orgs,bulk\nfile.classes,bulk\n"
                    + "file.users,bulk\nfile.enrollments,bulk\n",
            "orgs.csv",
            "sourcedId,status,dateLastModified,name,type,identifier,parentSourcedId\n"
                    + "t,,,互通镇,local,,\nv,,,互通村,local,,t\n",
            "classes.csv",
            "sourcedId,status,dateLastModified,title,courseSourcedId,classType,schoolSourcedId,termSourcedIds\n"
                    + "c1,,,互通班,k,scheduled,s,y\nc2,,,没有的班,k,scheduled,s,y\n",
            "users.csv",
            "sourcedId,status,dateLastModified,enabledUser,username,givenName,familyName,identifier,sms,"
                    + "primaryOrgSourcedId\n"
                    + "u1,,,true,u1,小兰,欧阳,11010519491231002X,19900000771,v\n"
                    + "u2,,,true,u2,大山,王,110105194912310039,1990000,v\n",
            "enrollments.csv",
            "sourcedId,status,dateLastModified,classSourcedId,schoolSourcedId,userSourcedId,role\n"
                    + "e1,,,c1,s,u1,student\ne2,,,c1,s,u2,student\ne3,,,c1,s,u9,student\n");

    @Inject
    Newcomers newcomers;

    @Inject
    Counties counties;

    @Inject
    CurrentCounty county;

    @Inject
    People people;

    @Inject
    Cohorts cohorts;

    @BeforeEach
    @ActivateRequestContext
    void aCountyWithAClass() {
        counties.open(COUNTY, "互通县", "Oneroster county");
        newcomers.join(COUNTY, OFFICER, Roles.OFFICER);
        county.run(COUNTY, () -> {
            people.addVillage("互通镇", "互通村");
            cohorts.open(new NewCohort("互通班", LocalDate.of(2026, 3, 1), LocalDate.of(2026, 6, 1)));
        });
    }

    @Test
    void whoComesInGoesOutAndFaultsSayFileAndLine() throws IOException {
        JsonPath checked = send(FILES, "?dryRun=true").statusCode(200).extract().jsonPath();
        assertThat(checked.getInt("classes[0].newcomers")).isEqualTo(1);
        assertThat(places(checked))
                .containsExactlyInAnyOrder(
                        "users.csv 3 sms",
                        "users.csv 3 identifier",
                        "enrollments.csv 4 userSourcedId",
                        "classes.csv 3 title");
        assertThat(out().get("users.csv")).doesNotContain("小兰");

        JsonPath taken = send(FILES, "").statusCode(200).extract().jsonPath();
        assertThat(places(taken)).isEqualTo(places(checked));
        assertThat(send(FILES, "").extract().jsonPath().getInt("classes[0].newcomers"))
                .isZero();

        Map<String, String> out = out();
        OneRosterSchema.conforms(out);
        assertThat(out.keySet())
                .containsExactlyInAnyOrder(
                        "manifest.csv",
                        "academicSessions.csv",
                        "classes.csv",
                        "courses.csv",
                        "enrollments.csv",
                        "orgs.csv",
                        "roles.csv",
                        "users.csv");
        assertThat(out.get("manifest.csv")).startsWith("propertyName,value\r\nmanifest.version,1.0\r\n");
        assertThat(out.get("users.csv")).contains("小兰,欧阳").doesNotContain("19900000771");
        assertThat(out.get("users.csv")).startsWith("sourcedId,");
        assertThat(out.get("orgs.csv")).contains("互通村,local");
        assertThat(out.get("enrollments.csv").lines()).hasSize(2);

        // What we wrote, we read; without identity numbers nobody is found in it again.
        JsonPath again = send(out, "?dryRun=true").statusCode(200).extract().jsonPath();
        assertThat(places(again))
                .allMatch(place -> place.equals("users.csv 2 identifier") || place.equals("users.csv 2 sms"));
    }

    /** Many clients look before they fetch; as many files as may lie on disk at once are for all counties. */
    @Test
    void whoOnlyLooksTakesNobodysPlace() {
        for (int time = 0; time < 21; time++) {
            Tokens.as(OFFICER).head(ADDRESS).then().statusCode(200);
        }

        Tokens.as(OFFICER).get(ADDRESS).then().statusCode(200).contentType("application/zip");
    }

    @Test
    void whatIsNoOneRosterInBulkIsRefused() throws IOException {
        Map<String, String> old = new LinkedHashMap<>(FILES);
        old.put("manifest.csv", FILES.get("manifest.csv").replace("1.2", "1.1"));
        send(old, "").statusCode(422).body(containsString("interop.oneroster-version"));
        Map<String, String> delta = new LinkedHashMap<>(FILES);
        delta.put("manifest.csv", FILES.get("manifest.csv").replace("file.users,bulk", "file.users,delta"));
        send(delta, "").statusCode(422).body(containsString("interop.oneroster-bulk"));
        Map<String, String> without = new LinkedHashMap<>(FILES);
        without.remove("users.csv");
        send(without, "").statusCode(422).body(containsString("interop.oneroster-missing"));
        Map<String, String> outside = new LinkedHashMap<>(FILES);
        outside.put("../users.csv", "x");
        send(outside, "").statusCode(422).body(containsString("interop.zip-name"));
        Tokens.as("mentor1").get(ADDRESS).then().statusCode(403).body("status", equalTo(403));
    }

    private static List<String> places(JsonPath report) {
        return report.<Map<String, Object>>getList("rejected").stream()
                .map(one -> one.get("file") + " " + one.get("line") + " " + one.get("field"))
                .toList();
    }

    private static ValidatableResponse send(Map<String, String> files, String query) throws IOException {
        return Tokens.as(OFFICER)
                .contentType("application/zip")
                .body(zip(files))
                .post(ADDRESS + query)
                .then();
    }

    private static byte[] zip(Map<String, String> files) throws IOException {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        try (ZipOutputStream zip = new ZipOutputStream(bytes)) {
            for (Map.Entry<String, String> file : files.entrySet()) {
                zip.putNextEntry(new ZipEntry(file.getKey()));
                zip.write(file.getValue().getBytes(StandardCharsets.UTF_8));
            }
        }
        return bytes.toByteArray();
    }

    private static Map<String, String> out() throws IOException {
        byte[] zip =
                Tokens.as(OFFICER).get(ADDRESS).then().statusCode(200).extract().asByteArray();
        Map<String, String> files = new LinkedHashMap<>();
        try (ZipInputStream in = new ZipInputStream(new ByteArrayInputStream(zip))) {
            for (ZipEntry entry = in.getNextEntry(); entry != null; entry = in.getNextEntry()) {
                files.put(entry.getName(), new String(in.readAllBytes(), StandardCharsets.UTF_8));
            }
        }
        return files;
    }
}
