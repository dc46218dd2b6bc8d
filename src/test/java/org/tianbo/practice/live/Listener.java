package org.tianbo.practice.live;

import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.CopyOnWriteArrayList;
import org.tianbo.practice.Eventually;
import org.tianbo.testsupport.TianboServices;
import org.tianbo.testsupport.Tokens;

/** A page of a live that listens to what happens. */
final class Listener {

    private final List<String> lines = new CopyOnWriteArrayList<>();

    Listener(String path, Map<String, String> headers) {
        HttpRequest.Builder request = HttpRequest.newBuilder(URI.create(TianboServices.SITE + path));
        headers.forEach(request::header);
        HttpClient.newHttpClient()
                .sendAsync(request.build(), HttpResponse.BodyHandlers.ofLines())
                .thenAccept(answer -> answer.body().forEach(lines::add));
    }

    /** The camera's. */
    static Listener host(String login, UUID attempt) {
        Listener host = new Listener(
                "/api/attempts/" + attempt + "/live/events", Map.of("Authorization", "Bearer " + Tokens.of(login)));
        host.hears("event:state");
        return host;
    }

    String hears(String part) {
        return Eventually.value(() -> String.join("\n", lines), all -> all.contains(part));
    }

    boolean heard(String part) {
        return String.join("\n", lines).contains(part);
    }
}
