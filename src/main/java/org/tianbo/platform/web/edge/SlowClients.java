package org.tianbo.platform.web.edge;

import io.netty.channel.Channel;
import io.netty.channel.ChannelHandlerContext;
import io.netty.channel.ChannelInboundHandlerAdapter;
import io.netty.channel.ChannelPipeline;
import io.netty.channel.ServerChannel;
import io.netty.channel.SingleThreadEventLoop;
import io.netty.handler.codec.http.LastHttpContent;
import io.quarkus.vertx.http.HttpServerStart;
import io.quarkus.vertx.http.HttpsServerStart;
import io.quarkus.vertx.http.runtime.filters.Filters;
import io.vertx.core.Vertx;
import io.vertx.core.http.HttpHeaders;
import io.vertx.core.http.HttpServerRequest;
import io.vertx.core.impl.VertxInternal;
import io.vertx.core.net.impl.ConnectionBase;
import io.vertx.ext.web.RoutingContext;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import jakarta.enterprise.event.ObservesAsync;
import java.net.InetSocketAddress;
import java.util.concurrent.CompletableFuture;
import java.util.stream.StreamSupport;

/**
 * Closes connections of clients that do not send the rest of a request. {@link ClientPace} watches each connection
 * from the moment it is accepted, and lets alone whoever waits for us or is being sent something. All of them speak
 * HTTP/1.1; one that has never sent a byte ends by {@code quarkus.http.idle-timeout}.
 */
@ApplicationScoped
class SlowClients {

    /** Before all other filters: whatever they answer, the request's end must be seen. */
    private static final int FIRST = 10_000;

    private final SlowClientsConfig config;
    private final Vertx vertx;

    SlowClients(SlowClientsConfig config, Vertx vertx) {
        this.config = config;
        this.vertx = vertx;
    }

    void register(@Observes Filters filters) {
        filters.register(this::watch, FIRST);
    }

    void onStart(@ObservesAsync HttpServerStart started) {
        watchPort(started.options().getPort());
    }

    void onStart(@ObservesAsync HttpsServerStart started) {
        watchPort(started.options().getPort());
    }

    /**
     * Vert.x tells of a connection when the head of its first request is whole; one whose head never is, is seen only
     * where the port accepts it.
     *
     * @return done once every connection accepted from then on is watched
     */
    CompletableFuture<Void> watchPort(int port) {
        return CompletableFuture.allOf(StreamSupport.stream(
                        ((VertxInternal) vertx).getAcceptorEventLoopGroup().spliterator(), false)
                .filter(SingleThreadEventLoop.class::isInstance)
                .map(SingleThreadEventLoop.class::cast)
                .map(loop -> CompletableFuture.runAsync(
                        () -> loop.registeredChannelsIterator().forEachRemaining(channel -> watch(channel, port)),
                        loop))
                .toArray(CompletableFuture[]::new));
    }

    private void watch(Channel listener, int port) {
        if (listener instanceof ServerChannel
                && listener.localAddress() instanceof InetSocketAddress address
                && address.getPort() == port
                && listener.pipeline().get(Accepted.class) == null) {
            listener.pipeline().addFirst(new Accepted());
        }
    }

    void watch(RoutingContext context) {
        if (context.request().connection() instanceof ConnectionBase connection) {
            ClientPace pace = paceOf(connection.channel().pipeline());
            pace.requestBegins();
            ClientPace.Request request = pace.new Request(hasBody(context.request()));
            context.addEndHandler(ended -> request.answered());
        }
        context.next();
    }

    /** Sees each connection as the port accepts it. */
    private final class Accepted extends ChannelInboundHandlerAdapter {

        @Override
        public void channelRead(ChannelHandlerContext from, Object message) throws Exception {
            if (message instanceof Channel connection) {
                connection.pipeline().addFirst(new ClientPace(config));
            }
            super.channelRead(from, message);
        }
    }

    /** Sees the end of each body as it comes in, also of one that nobody has begun to read. */
    private static final class BodyEnd extends ChannelInboundHandlerAdapter {

        private final ClientPace pace;

        BodyEnd(ClientPace pace) {
            this.pace = pace;
        }

        @Override
        public void channelRead(ChannelHandlerContext from, Object message) throws Exception {
            if (message instanceof LastHttpContent) {
                pace.bodyEnded();
            }
            super.channelRead(from, message);
        }
    }

    private static boolean hasBody(HttpServerRequest request) {
        String length = request.getHeader(HttpHeaders.CONTENT_LENGTH);
        return request.getHeader(HttpHeaders.TRANSFER_ENCODING) != null || (length != null && !length.equals("0"));
    }

    private ClientPace paceOf(ChannelPipeline pipeline) {
        ClientPace pace = pipeline.get(ClientPace.class);
        if (pace == null) {
            pace = new ClientPace(config);
            pipeline.addFirst(pace);
        }
        if (pipeline.get(BodyEnd.class) == null) {
            pipeline.names().stream().filter("idle"::equals).toList().forEach(pipeline::remove);
            pipeline.addBefore("handler", "body-end", new BodyEnd(pace));
        }
        return pace;
    }
}
