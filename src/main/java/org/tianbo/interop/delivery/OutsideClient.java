package org.tianbo.interop.delivery;

import io.vertx.core.Vertx;
import io.vertx.core.buffer.Buffer;
import io.vertx.core.http.HttpClient;
import io.vertx.core.http.HttpClientOptions;
import io.vertx.core.http.HttpClientRequest;
import io.vertx.core.http.HttpMethod;
import io.vertx.core.http.RequestOptions;
import io.vertx.core.net.SocketAddress;
import jakarta.enterprise.context.ApplicationScoped;
import java.net.InetAddress;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import org.tianbo.interop.InteropConfig;
import org.tianbo.interop.connection.OutsideAddress;
import org.tianbo.platform.error.Fault;

/**
 * Calls another system: the address that was looked at and no other, no redirects, a short patience, and no more of an
 * answer than a person reads.
 */
@ApplicationScoped
class OutsideClient {

    private static final int TLS_PORT = 443;
    private static final int PLAIN_PORT = 80;
    private static final int KEPT_LETTERS = 300;
    private static final int LARGEST_HEADERS = 16_384;

    private final HttpClient client;
    private final OutsideAddress addresses;
    private final long patienceMs;

    OutsideClient(Vertx vertx, OutsideAddress addresses, InteropConfig config) {
        this.addresses = addresses;
        this.patienceMs = config.patience().toMillis();
        this.client = vertx.createHttpClient(new HttpClientOptions()
                .setConnectTimeout((int) patienceMs)
                .setKeepAlive(false)
                .setMaxHeaderSize(LARGEST_HEADERS));
    }

    /** @param body null for a question without one */
    Answer call(String method, URI address, Map<String, String> headers, String body) {
        long began = System.nanoTime();
        try {
            InetAddress target = addresses.resolved(address);
            Call call = new Call(new CompletableFuture<>(), new CompletableFuture<>());
            client.request(options(HttpMethod.valueOf(method), address, target))
                    .onFailure(call.status::completeExceptionally)
                    .onSuccess(request -> send(request, headers, body, call));
            return call.answer(began);
        } catch (Fault refused) {
            return Answer.none(why(refused), ms(began));
        }
    }

    private static String why(Fault refused) {
        return refused.fields().stream().findFirst().map(Fault.FieldFault::code).orElseGet(refused::code);
    }

    private void send(HttpClientRequest request, Map<String, String> headers, String body, Call call) {
        call.status.whenComplete((status, failed) -> {
            if (failed != null) {
                request.reset();
            }
        });
        call.text.whenComplete((text, failed) -> request.reset());
        headers.forEach(request::putHeader);
        request.response().onFailure(call.status::completeExceptionally).onSuccess(response -> {
            StringBuilder begins = new StringBuilder();
            response.handler(part -> {
                begins.append(part.toString(StandardCharsets.UTF_8));
                if (begins.length() >= KEPT_LETTERS) {
                    call.text.complete(begins.toString());
                }
            });
            response.endHandler(end -> call.text.complete(begins.toString()));
            response.exceptionHandler(broken -> call.text.complete(begins.toString()));
            call.status.complete(response.statusCode());
        });
        if (body == null) {
            request.end();
        } else {
            request.end(Buffer.buffer(body));
        }
    }

    private RequestOptions options(HttpMethod method, URI address, InetAddress target) {
        boolean tls = "https".equalsIgnoreCase(address.getScheme());
        int usual = tls ? TLS_PORT : PLAIN_PORT;
        int port = address.getPort() < 0 ? usual : address.getPort();
        String path = address.getRawPath().isEmpty() ? "/" : address.getRawPath();
        return new RequestOptions()
                .setMethod(method)
                .setHost(address.getHost())
                .setPort(port)
                .setServer(SocketAddress.inetSocketAddress(port, target.getHostAddress()))
                .setSsl(tls)
                .setURI(path)
                .setTimeout(patienceMs);
    }

    private static int ms(long began) {
        return (int) TimeUnit.NANOSECONDS.toMillis(System.nanoTime() - began);
    }

    /** What comes of a call, part by part: the status decides, and the text is what arrived of it in time. */
    private final class Call {

        private final CompletableFuture<Integer> status;
        private final CompletableFuture<String> text;

        Call(CompletableFuture<Integer> status, CompletableFuture<String> text) {
            this.status = status;
            this.text = text;
        }

        Answer answer(long began) {
            try {
                int code = status.get(patienceMs, TimeUnit.MILLISECONDS);
                int took = ms(began);
                return new Answer(Optional.of(code), readable(text(Math.max(1, patienceMs - took))), took);
            } catch (TimeoutException slow) {
                status.completeExceptionally(slow);
                return Answer.none("interop.timeout", ms(began));
            } catch (ExecutionException failed) {
                return Answer.none(readable(String.valueOf(failed.getCause().getMessage())), ms(began));
            } catch (InterruptedException stopping) {
                status.completeExceptionally(stopping);
                Thread.currentThread().interrupt();
                throw new IllegalStateException("Stopped while another system was called", stopping);
            }
        }

        private String text(long waitMs) throws InterruptedException {
            try {
                return text.get(waitMs, TimeUnit.MILLISECONDS);
            } catch (TimeoutException | ExecutionException never) {
                text.complete("");
                return "";
            }
        }

        private static String readable(String text) {
            String plain = text.replaceAll("[\\p{Cntrl}\\s]+", " ").strip();
            return plain.substring(0, Math.min(plain.length(), KEPT_LETTERS));
        }
    }
}
