package org.tianbo.endpoints;

import static org.hamcrest.Matchers.oneOf;
import static org.tianbo.endpoints.EndpointCounty.ID;
import static org.tianbo.endpoints.EndpointCounty.form;
import static org.tianbo.endpoints.EndpointCounty.found;
import static org.tianbo.endpoints.EndpointCounty.login;

import io.restassured.specification.RequestSpecification;
import java.util.Map;
import java.util.UUID;
import org.tianbo.platform.data.Ids;
import org.tianbo.platform.security.Roles;
import org.tianbo.practice.Eventually;
import org.tianbo.testsupport.Tokens;

/** What people ask of a county, none of it decided yet. */
final class CountyRequests {

    private CountyRequests() {}

    static void make(String county, Map<String, String> things) {
        asksToJoin(county, things);
        asksAboutTheirData(county, things);
        asksToGoElsewhere(county, things);
    }

    private static void asksToJoin(String county, Map<String, String> things) {
        String officer = login(county, Roles.OFFICER);
        String door = "/cohorts/" + things.get("class") + "/requests";
        form(officer, Map.of("days", "14")).post(door + "/door").then().statusCode(303);
        String token = found("/join/" + county + "/([\\w-]{43})", officer, door);
        things.put("token", token);
        String join = "/join/" + county + "/" + token;
        things.put("village", found("<option value=\"(" + ID + ")\"", officer, join));
        UUID request = Ids.next();
        form(
                        officer,
                        Map.of(
                                "request", request.toString(),
                                "name", "赵春梅",
                                "phone", "13900000000",
                                "village", things.get("village"),
                                "consent", "yes"))
                .post(join)
                .then()
                .statusCode(303);
        things.put("request", request.toString());
    }

    /** A copy, a correction and an erasure. */
    private static void asksAboutTheirData(String county, Map<String, String> things) {
        String trainee = login(county, Roles.TRAINEE);
        String officer = login(county, Roles.OFFICER);
        asked(form(trainee, Map.of()), "/my-data/copy");
        asked(form(trainee, Map.of("field", "NAME", "value", county + county, "reason", county)), "/my-data/correct");
        asked(form(officer, Map.of("reason", county)), "/privacy/erase/" + things.get("trainee"));
        things.put("correction", found("/privacy/corrections/(" + ID + ")", officer, "/privacy"));
        things.put("erasure", found("/privacy/erasures/(" + ID + ")/", officer, "/privacy"));
        Eventually.value(() -> Tokens.page(trainee, "/my-data"), page -> page.contains("/my-data/copies/"));
        things.put("copy", found("/my-data/copies/(" + ID + ")", trainee, "/my-data"));
    }

    /** To a third county, which is told of nothing before they consent. */
    private static void asksToGoElsewhere(String county, Map<String, String> things) {
        String officer = login(county, Roles.OFFICER);
        asked(
                form(officer, Map.of("person", things.get("trainee"), "to", "fengcheng", "reason", county)),
                "/transfers");
        things.put("transfer", found("/transfers/(" + ID + ")", officer, "/transfers"));
    }

    /** Whoever runs the test again on the same database hears that it was asked for before. */
    private static void asked(RequestSpecification form, String path) {
        form.post(path).then().statusCode(oneOf(303, 409));
    }
}
