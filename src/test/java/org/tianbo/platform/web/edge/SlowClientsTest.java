package org.tianbo.platform.web.edge;

import static org.assertj.core.api.Assertions.assertThat;

import io.vertx.core.Vertx;
import io.vertx.core.buffer.Buffer;
import io.vertx.core.http.HttpServer;
import io.vertx.core.http.HttpServerOptions;
import io.vertx.ext.web.Router;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.LockSupport;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.tianbo.testsupport.Patience;

/** Raw sockets against a server with the same options and the same filter, its seconds made tenths. */
class SlowClientsTest {

    private static final Duration SILENCE = Duration.ofMillis(300);
    private static final Duration HEAD = Duration.ofMillis(600);
    private static final Duration BETWEEN_REQUESTS = Duration.ofMillis(1_500);
    private static final int PATIENCE_MS = 5_000;

    /** The machine did not let this thread send in time, and a client was cut off that had deserved it. */
    private static final class HeldUp extends RuntimeException {
        private static final long serialVersionUID = 1L;
    }

    private interface Conversation {
        void hold() throws IOException;
    }

    /** Sends without a pause as long as the server allows, or says that it was held up. */
    private static final class Pace {

        private final Duration longest;
        private long before = System.nanoTime();

        Pace() {
            this(SILENCE.multipliedBy(2).dividedBy(3));
        }

        Pace(Duration longest) {
            this.longest = longest;
        }

        void send(Socket socket, String text) throws IOException {
            long now = System.nanoTime();
            if (now - before > longest.toNanos()) {
                throw new HeldUp();
            }
            SlowClientsTest.send(socket, text);
            before = now;
        }
    }

    /** What a client that was held up met proves nothing: the conversation is held once more. */
    private static void unlessHeldUp(Conversation conversation) throws IOException {
        for (int again = 20; again >= 0; again--) {
            try {
                conversation.hold();
                return;
            } catch (HeldUp heldUp) {
                if (again == 0) {
                    throw heldUp;
                }
            }
        }
    }

    private Vertx vertx;
    private HttpServer server;

    @BeforeEach
    void serve() throws Exception {
        vertx = Vertx.vertx();
        SlowClients slowClients = new SlowClients(new Tenths(), vertx);
        Router router = Router.router(vertx);
        router.route().handler(slowClients::watch);
        router.put("/body").handler(context -> context.request().body().onSuccess(body -> context.response()
                .end(Integer.toString(body.length()))));
        router.get("/work")
                .handler(context -> vertx.setTimer(
                        3 * SILENCE.toMillis(), done -> context.response().end("done")));
        router.put("/refused")
                .handler(context -> context.response().setStatusCode(401).end("no"));
        router.put("/unread").handler(context -> {
            context.request().pause();
            vertx.setTimer(3 * SILENCE.toMillis(), done -> context.response().end("kept"));
        });
        router.get("/events").handler(context -> {
            context.response().setChunked(true).write("first ");
            vertx.setTimer(3 * SILENCE.toMillis(), later -> context.response().end("second"));
        });
        server = vertx.createHttpServer(new HttpServerOptions()
                        .setPort(0)
                        .setIdleTimeout((int) SILENCE.toMillis())
                        .setIdleTimeoutUnit(TimeUnit.MILLISECONDS))
                .requestHandler(router)
                .listen()
                .toCompletionStage()
                .toCompletableFuture()
                .get(Patience.LONG.toSeconds(), TimeUnit.SECONDS);
        slowClients.watchPort(server.actualPort()).get(Patience.LONG.toSeconds(), TimeUnit.SECONDS);
    }

    @AfterEach
    void stop() {
        vertx.close().toCompletionStage().toCompletableFuture().join();
    }

    @Test
    void aHeadThatStopsIsCutOff() throws IOException {
        try (Socket client = client()) {
            send(client, "GET /work HTTP/1.1\r\nHost: x\r\nX-Slow: ");
            assertThat(everything(client)).isEmpty();
        }
    }

    @Test
    void theHeadOfALaterRequestThatStopsIsCutOffAsWell() throws IOException {
        unlessHeldUp(() -> {
            try (Socket client = client()) {
                Pace pace = new Pace(BETWEEN_REQUESTS.minus(SILENCE));
                send(client, "PUT /body HTTP/1.1\r\nHost: x\r\nContent-Length: 3\r\n\r\nabc");
                LockSupport.parkNanos(2 * SILENCE.toNanos());
                long began = System.nanoTime();
                pace.send(client, "PUT /body HT");
                assertThat(everything(client)).contains("200 OK").endsWith("3");
                assertThat(Duration.ofNanos(System.nanoTime() - began)).isGreaterThanOrEqualTo(SILENCE);
            }
        });
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "PUT /body HTTP/1.1\r\nHost: x\r\nContent-Length: 0\r\n\r\n"})
    void aHeadThatDripsIsCutOffWhetherItIsTheFirstOfItsConnectionOrNot(String before) throws IOException {
        try (Socket client = client()) {
            send(client, before + "GET /work HTTP/1.1\r\nX-Slow: ");
            long began = System.nanoTime();
            drip(client, 40);
            assertThat(everything(client)).doesNotContain("done");
            assertThat(Duration.ofNanos(System.nanoTime() - began)).isBetween(SILENCE, HEAD.multipliedBy(5));
        }
    }

    @Test
    void whoIsAnsweredBeforeTheBodyIsWholeMaySendTheRestAtThePaceOfABody() throws IOException {
        unlessHeldUp(() -> {
            try (Socket client = client();
                    Socket dripping = client()) {
                Pace pace = new Pace();
                String head = "PUT /refused HTTP/1.1\r\nHost: x\r\nContent-Length: 6000\r\n\r\n";
                send(client, head);
                send(dripping, head);
                for (int tenth = 0; tenth < 12; tenth++) {
                    drip(dripping, 1);
                    pace.send(client, "x".repeat(500));
                }
                pace.send(client, "PUT /body HTTP/1.1\r\nHost: x\r\nContent-Length: 3\r\n\r\nabc");
                assertThat(everything(client)).contains("401").endsWith("3");
                assertThat(everything(dripping)).endsWith("no");
            }
        });
    }

    @Test
    void aBodyThatStopsIsCutOff() throws IOException {
        try (Socket client = client()) {
            send(client, "PUT /body HTTP/1.1\r\nHost: x\r\nContent-Length: 100\r\n\r\nabc");
            assertThat(everything(client)).isEmpty();
        }
    }

    @Test
    void aBodyThatDripsIsCutOffAndOneAtTheSpeedOfAnOldPhoneIsNot() throws IOException {
        unlessHeldUp(() -> {
            try (Socket dripping = client();
                    Socket phone = client()) {
                Pace pace = new Pace();
                String head = "PUT /body HTTP/1.1\r\nHost: x\r\nContent-Length: ";
                send(dripping, head + "100000\r\n\r\n");
                send(phone, head + "6000\r\n\r\n");
                for (int tenth = 0; tenth < 12; tenth++) {
                    drip(dripping, 1);
                    pace.send(phone, "x".repeat(500));
                }
                assertThat(everything(phone, 4)).endsWith("6000");
                assertThat(everything(dripping)).isEmpty();
            }
        });
    }

    @Test
    void whoeverWaitsForUsOrIsBeingSentSomethingIsLetAlone() throws IOException {
        try (Socket waits = client();
                Socket hasSent = client();
                Socket listens = client()) {
            send(hasSent, "PUT /unread HTTP/1.1\r\nHost: x\r\nContent-Length: 3\r\n\r\nabc");
            send(waits, "GET /work HTTP/1.1\r\nHost: x\r\n\r\n");
            send(listens, "GET /events HTTP/1.1\r\nHost: x\r\n\r\n");
            assertThat(everything(waits, 4)).endsWith("done");
            assertThat(everything(hasSent, 4)).endsWith("kept");
            assertThat(everything(listens)).contains("first ", "second");
        }
    }

    private Socket client() throws IOException {
        Socket socket = new Socket("localhost", server.actualPort());
        socket.setSoTimeout(PATIENCE_MS);
        return socket;
    }

    private static void send(Socket socket, String text) throws IOException {
        OutputStream out = socket.getOutputStream();
        out.write(text.getBytes(StandardCharsets.US_ASCII));
        out.flush();
    }

    /** A byte each tenth of a second; cut off in the middle is what is hoped for. */
    private static void drip(Socket socket, int bytes) {
        try {
            for (int sent = 0; sent < bytes; sent++) {
                send(socket, "x");
                LockSupport.parkNanos(TimeUnit.MILLISECONDS.toNanos(100));
            }
        } catch (IOException cut) {
            assertThat(cut).isNotNull();
        }
    }

    /** What comes until the server closes. */
    private static String everything(Socket socket) throws IOException {
        return read(socket, Integer.MAX_VALUE);
    }

    /** What comes until the body has so many characters. */
    private static String everything(Socket socket, int body) throws IOException {
        return read(socket, body);
    }

    private static String read(Socket socket, int body) throws IOException {
        Buffer all = Buffer.buffer();
        InputStream in = socket.getInputStream();
        byte[] piece = new byte[4096];
        try {
            int read = in.read(piece);
            while (read >= 0) {
                all.appendBytes(piece, 0, read);
                int head = all.toString().indexOf("\r\n\r\n");
                if (head >= 0 && all.length() - head - 4 >= body) {
                    break;
                }
                read = in.read(piece);
            }
        } catch (java.net.SocketException reset) {
            assertThat(reset).hasMessageContaining("reset");
        }
        return all.toString();
    }

    private record Tenths() implements SlowClientsConfig {

        @Override
        public Duration silence() {
            return SILENCE;
        }

        @Override
        public Duration head() {
            return HEAD;
        }

        @Override
        public int leastBytesPerSecond() {
            return 1_000;
        }

        @Override
        public Duration window() {
            return Duration.ofMillis(400);
        }

        @Override
        public Duration betweenRequests() {
            return BETWEEN_REQUESTS;
        }
    }
}
