package org.tianbo.testsupport.http;

import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import org.tianbo.testsupport.TianboServices;
import org.tianbo.testsupport.Tokens;

/** Megabytes in a request, sent by Java's own client: REST Assured writes every byte out as a number, for its log. */
public final class LargeBody {

    private LargeBody() {}

    /**
     * Sends them signed in.
     *
     * @param headers names and values in turn
     * @return the answer's status
     */
    public static int statusOf(String method, String path, String login, byte[] body, String... headers)
            throws IOException, InterruptedException {
        return statusOf(method, path, login, HttpRequest.BodyPublishers.ofByteArray(body), headers);
    }

    /** The same with a body that may take its time. */
    public static int statusOf(
            String method, String path, String login, HttpRequest.BodyPublisher body, String... headers)
            throws IOException, InterruptedException {
        HttpRequest request = HttpRequest.newBuilder(URI.create(TianboServices.SITE + path))
                .header("Authorization", "Bearer " + Tokens.of(login))
                .headers(headers)
                .method(method, body)
                .build();
        return HttpClient.newHttpClient()
                .send(request, HttpResponse.BodyHandlers.discarding())
                .statusCode();
    }
}
