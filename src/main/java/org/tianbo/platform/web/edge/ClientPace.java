package org.tianbo.platform.web.edge;

import io.netty.buffer.ByteBuf;
import io.netty.channel.ChannelHandlerContext;
import io.netty.channel.ChannelInboundHandlerAdapter;
import io.netty.util.concurrent.ScheduledFuture;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.concurrent.TimeUnit;
import org.jboss.logging.Logger;

/** How fast the client of one connection sends the rest of its requests. Runs on the connection's own thread. */
final class ClientPace extends ChannelInboundHandlerAdapter {

    private static final Logger LOG = Logger.getLogger(ClientPace.class);
    private static final int LOOKS_IN_A_SILENCE = 10;

    private final SlowClientsConfig config;
    private ChannelHandlerContext context;
    private ScheduledFuture<?> looks;

    /** Requests whose bodies are not all here. */
    private int receiving;

    /** Requests that are not answered. */
    private int open;

    /** Requests whose end has not come in, in their order. */
    private final Deque<Request> endAwaited = new ArrayDeque<>();

    /** Ends of requests that came in before those before them were answered. */
    private int endedAhead;

    /** Whether bytes of a next request came before its head was whole. */
    private boolean begun;

    private long begunAt;

    /** Whether the body of a request that is answered already has not come in. */
    private boolean leftover;

    private long lastByteAt = System.nanoTime();
    private long windowBeganAt;
    private long bytesInWindow;

    ClientPace(SlowClientsConfig config) {
        this.config = config;
    }

    /** One request; each of its ends counts once, in whatever order they come. */
    final class Request {

        private boolean received;
        private boolean answered;

        Request(boolean hasBody) {
            receiving++;
            open++;
            if (endedAhead > 0) {
                endedAhead--;
                received();
            } else {
                endAwaited.add(this);
            }
            if (!hasBody) {
                received();
            }
            windowBeganAt = System.nanoTime() + config.silence().toNanos();
            bytesInWindow = 0;
        }

        void received() {
            if (!received) {
                received = true;
                receiving--;
            }
        }

        void answered() {
            if (!answered) {
                answered = true;
                open--;
                received();
                leftover = endAwaited.remove(this);
                startWindow(System.nanoTime());
                lastByteAt = System.nanoTime();
            }
        }
    }

    void requestBegins() {
        begun = false;
    }

    /** The last byte of a body came in, whether anybody has read it or not. */
    void bodyEnded() {
        if (leftover) {
            leftover = false;
            return;
        }
        Request ended = endAwaited.poll();
        if (ended != null) {
            ended.received();
        } else if (open > 0) {
            endedAhead++;
        }
    }

    @Override
    public void handlerAdded(ChannelHandlerContext added) {
        context = added;
        long everyMs = Math.max(10, config.silence().toMillis() / LOOKS_IN_A_SILENCE);
        looks = added.executor().scheduleWithFixedDelay(this::look, everyMs, everyMs, TimeUnit.MILLISECONDS);
    }

    @Override
    public void handlerRemoved(ChannelHandlerContext removed) {
        looks.cancel(false);
    }

    @Override
    public void channelInactive(ChannelHandlerContext closed) throws Exception {
        looks.cancel(false);
        super.channelInactive(closed);
    }

    @Override
    public void channelRead(ChannelHandlerContext from, Object message) throws Exception {
        lastByteAt = System.nanoTime();
        if (message instanceof ByteBuf bytes) {
            bytesInWindow += bytes.readableBytes();
        }
        if (open == 0 && !leftover && !begun) {
            begun = true;
            begunAt = lastByteAt;
        }
        super.channelRead(from, message);
    }

    private void look() {
        long now = System.nanoTime();
        boolean body = receiving > 0 || leftover;
        if (receiving > 0 && !context.channel().config().isAutoRead()) {
            // We paused reading, so the client is not to blame.
            lastByteAt = now;
            startWindow(now);
        } else if (body || begun) {
            if (now - lastByteAt > config.silence().toNanos()) {
                cut("silent");
            } else if (begun && now - begunAt > config.head().toNanos()) {
                cut("slow head");
            } else if (body && now - windowBeganAt > config.window().toNanos()) {
                if (bytesInWindow
                        < config.leastBytesPerSecond() * config.window().toMillis() / 1000) {
                    cut("slow body");
                }
                startWindow(now);
            }
        } else if (open == 0 && now - lastByteAt > config.betweenRequests().toNanos()) {
            context.close();
        }
    }

    private void startWindow(long now) {
        windowBeganAt = now;
        bytesInWindow = 0;
    }

    private void cut(String why) {
        LOG.infof("A client was cut off in the middle of a request: %s", why);
        context.close();
    }
}
