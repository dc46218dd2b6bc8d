package org.tianbo.platform.web;

import io.netty.channel.ChannelHandlerContext;
import io.netty.channel.ChannelInboundHandlerAdapter;
import io.netty.channel.ChannelPipeline;
import io.netty.handler.codec.http.LastHttpContent;
import io.quarkus.vertx.http.runtime.filters.Filters;
import io.vertx.core.http.HttpHeaders;
import io.vertx.core.http.HttpServerRequest;
import io.vertx.core.http.HttpVersion;
import io.vertx.core.net.impl.ConnectionBase;
import io.vertx.ext.web.RoutingContext;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;

/**
 * Cuts off clients that hold a connection without sending what they owe. A connection that has never sent a whole request ends by
 * {@code quarkus.http.idle-timeout}, which knows nothing of requests; from its first request on {@link ClientPace} watches it,
 * and lets alone whoever waits for us or is being sent something. Connections of HTTP/2, which only a
 * browser on the demo's own certificate makes, are left to it.
 */
@ApplicationScoped
class SlowClients {

    /** Before all other filters: whatever they answer, the request's end must be seen. */
    private static final int FIRST = 10_000;

    private final SlowClientsConfig config;

    SlowClients(SlowClientsConfig config) {
        this.config = config;
    }

    void register(@Observes Filters filters) {
        filters.register(this::watch, FIRST);
    }

    void watch(RoutingContext context) {
        if (context.request().version() != HttpVersion.HTTP_2
                && context.request().connection() instanceof ConnectionBase connection) {
            ClientPace pace = paceOf(connection.channel().pipeline());
            pace.requestBegins();
            ClientPace.Request request = pace.new Request(hasBody(context.request()));
            context.addEndHandler(ended -> request.answered());
        }
        context.next();
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
        ClientPace there = pipeline.get(ClientPace.class);
        if (there != null) {
            return there;
        }
        pipeline.names().stream().filter("idle"::equals).toList().forEach(pipeline::remove);
        ClientPace pace = new ClientPace(config);
        pipeline.addFirst(pace);
        pipeline.addBefore("handler", "body-end", new BodyEnd(pace));
        return pace;
    }
}
