package org.tianbo.practice.live;

import io.restassured.RestAssured;
import io.restassured.response.Response;
import io.restassured.specification.RequestSpecification;
import java.util.HashMap;
import java.util.Map;

/** Somebody who opened a live's page by its link. */
record Guest(String page, String pass) {

    static Guest opens(String page) {
        Response opened = RestAssured.given().accept("text/html").get(page);
        opened.then().statusCode(200);
        return new Guest(page, opened.cookie("tianbo-viewer"));
    }

    Listener listens(Map<String, String> more) {
        Map<String, String> headers = new HashMap<>(more);
        headers.put("Cookie", "tianbo-viewer=" + pass);
        Listener listener = new Listener(page + "/events", headers);
        listener.hears("event:state");
        return listener;
    }

    Response says(String words) {
        return posts(RestAssured.given(), "/comments", Map.of("words", words));
    }

    Response posts(RequestSpecification who, String path, Map<String, String> body) {
        return who.header("Sec-Fetch-Site", "same-origin")
                .cookie("tianbo-viewer", pass)
                .contentType("application/json")
                .accept("application/json")
                .body(body)
                .post(page + path);
    }
}
