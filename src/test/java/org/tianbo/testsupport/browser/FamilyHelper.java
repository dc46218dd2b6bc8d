package org.tianbo.testsupport.browser;

import io.restassured.RestAssured;
import io.restassured.response.Response;
import io.restassured.specification.RequestSpecification;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.tianbo.testsupport.Tokens;

/** A browser of somebody of a trainee's family: it opens the trainee's code, and is let help. */
public final class FamilyHelper {

    private static final Pattern CODE = Pattern.compile("/helping/join/([a-z0-9-]+\\.([0-9a-f-]{36})\\.[\\w-]{43})");
    private static final String COOKIE = "tianbo_helper";

    private String cookie = "";

    /** Who has asked that trainee, and was let. */
    public static FamilyHelper of(String trainee) {
        FamilyHelper helper = new FamilyHelper();
        helper.helps(trainee);
        return helper;
    }

    /** Opens a code of another trainee's too. @return the helping's id */
    public String helps(String trainee) {
        Matcher code = code(trainee);
        ask(code.group(1)).then().statusCode(303);
        parent(trainee).post("/my-helpers/" + code.group(2) + "/allow").then().statusCode(303);
        return code.group(2);
    }

    /** What a trainee's phone shows: the code, and in it the helping's id. */
    public static Matcher code(String trainee) {
        String page = parent(trainee)
                .post("/my-helpers/code")
                .then()
                .statusCode(303)
                .extract()
                .header("Location");
        Matcher code = CODE.matcher(Tokens.page(trainee, page.substring(page.indexOf("/my-helpers"))));
        if (!code.find()) {
            throw new AssertionError("No code to scan");
        }
        return code;
    }

    /** Gives a name to whoever showed the code. */
    public Response ask(String code) {
        return keep(request()
                .contentType("application/x-www-form-urlencoded; charset=UTF-8")
                .formParam("name", "女儿小芳")
                .post("/helping/join/" + code));
    }

    /** Says that nothing of the trainee is left in this browser, as its script does. @param trainee by id */
    public Response forgot(String trainee) {
        return request()
                .contentType("application/x-www-form-urlencoded; charset=UTF-8")
                .formParam("trainee", trainee)
                .post("/helping/forgotten");
    }

    /** A page as this browser asks for it; redirects are not followed. */
    public RequestSpecification request() {
        return asking("text/html");
    }

    /** A call of this browser's scripts. */
    public RequestSpecification call() {
        return asking("application/json");
    }

    private RequestSpecification asking(String accepted) {
        RequestSpecification plain =
                RestAssured.given().redirects().follow(false).accept(accepted).header("Sec-Fetch-Site", "same-origin");
        return cookie.isEmpty() ? plain : plain.header("Cookie", cookie());
    }

    public String cookie() {
        return COOKIE + "=" + cookie;
    }

    /** Takes the cookie that an answer brings, as a browser does. */
    public Response keep(Response answer) {
        String given = answer.getCookie(COOKIE);
        cookie = given == null ? cookie : given;
        return answer;
    }

    /** A form of the trainee's own phone. */
    public static RequestSpecification parent(String trainee) {
        return Tokens.as(trainee)
                .redirects()
                .follow(false)
                .accept("text/html")
                .contentType("application/x-www-form-urlencoded; charset=UTF-8");
    }
}
