package org.tianbo.interop;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.function.ToIntFunction;

/** Another system on this machine, which notes what it is sent. */
final class Receiver implements AutoCloseable {

    private final HttpServer server;
    private final ExecutorService hands = Executors.newCachedThreadPool();
    private final List<Sent> all = new CopyOnWriteArrayList<>();
    private volatile ToIntFunction<Sent> answer = sent -> 204;

    /** One request. */
    record Sent(String method, String path, Map<String, List<String>> headers, String body) {

        String header(String name) {
            return headers.entrySet().stream()
                    .filter(one -> one.getKey().equalsIgnoreCase(name))
                    .map(one -> one.getValue().get(0))
                    .findFirst()
                    .orElse("");
        }
    }

    Receiver() throws IOException {
        server = HttpServer.create(new InetSocketAddress(InetAddress.getByName("127.0.0.1"), 0), 0);
        server.createContext("/", this::handle);
        server.setExecutor(hands);
        server.start();
    }

    String address(String path) {
        return "http://127.0.0.1:" + server.getAddress().getPort() + path;
    }

    /** From now on the status that this gives. */
    void answers(ToIntFunction<Sent> with) {
        answer = with;
    }

    List<Sent> all() {
        return List.copyOf(all);
    }

    private void handle(HttpExchange exchange) throws IOException {
        try (exchange) {
            Sent sent = new Sent(
                    exchange.getRequestMethod(),
                    exchange.getRequestURI().getPath(),
                    Map.copyOf(exchange.getRequestHeaders()),
                    new String(exchange.getRequestBody().readAllBytes(), StandardCharsets.UTF_8));
            all.add(sent);
            byte[] words = "说什么".getBytes(StandardCharsets.UTF_8);
            int status = answer.applyAsInt(sent);
            exchange.sendResponseHeaders(status, status == 204 ? -1 : words.length);
            if (status != 204) {
                exchange.getResponseBody().write(words);
            }
        }
    }

    @Override
    public void close() {
        server.stop(0);
        hands.shutdownNow();
    }
}
