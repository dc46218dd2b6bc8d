package org.tianbo.testsupport.program;

import java.io.Closeable;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.util.Arrays;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicLong;

/**
 * A village's network between a phone and the application: so many bits a second for all connections together, and a
 * delay each way. What Chromium can slow by itself leaves out the service worker.
 */
public final class WeakNetwork implements Closeable {

    private static final int PACKET = 1400;

    private final ServerSocket phones;
    private final int port;
    private final double nanosPerByte;
    private final long delayNanos;
    private final Way up = new Way();
    private final Way down = new Way();

    /** One direction, shared by all connections. */
    private static final class Way {

        private final AtomicLong bytes = new AtomicLong();
        private long freeAt = System.nanoTime();

        synchronized long through(int length, double nanosPerByte) {
            freeAt = Math.max(freeAt, System.nanoTime()) + Math.round(length * nanosPerByte);
            bytes.addAndGet(length);
            return freeAt;
        }
    }

    /** @param bytes none at the end */
    private record Packet(byte[] bytes, long at) {}

    /** @param port of the application, on this machine */
    public WeakNetwork(int port, int kilobitsPerSecond, int roundTripMillis) throws IOException {
        this.port = port;
        this.nanosPerByte = 8e6 / kilobitsPerSecond;
        this.delayNanos = TimeUnit.MILLISECONDS.toNanos(roundTripMillis) / 2;
        this.phones = new ServerSocket(0, 50, InetAddress.getLoopbackAddress());
        background(this::accept);
    }

    /** Where the phone finds the application. */
    public String site() {
        return "http://localhost:" + phones.getLocalPort();
    }

    /** All that has come to the phone so far. */
    public long bytesDown() {
        return down.bytes.get();
    }

    @Override
    public void close() throws IOException {
        phones.close();
    }

    private void accept() throws IOException {
        for (; ; ) {
            Socket phone = phones.accept();
            Socket application = new Socket(InetAddress.getLoopbackAddress(), port);
            carry(phone, application, up);
            carry(application, phone, down);
        }
    }

    private void carry(Socket from, Socket to, Way way) {
        BlockingQueue<Packet> packets = new LinkedBlockingQueue<>();
        background(() -> {
            InputStream in = from.getInputStream();
            byte[] buffer = new byte[PACKET];
            int length = in.read(buffer);
            while (length > 0) {
                packets.add(new Packet(Arrays.copyOf(buffer, length), way.through(length, nanosPerByte) + delayNanos));
                length = in.read(buffer);
            }
            packets.add(new Packet(new byte[0], System.nanoTime()));
        });
        background(() -> {
            OutputStream out = to.getOutputStream();
            for (Packet packet = packets.take(); packet.bytes().length > 0; packet = packets.take()) {
                TimeUnit.NANOSECONDS.sleep(packet.at() - System.nanoTime());
                out.write(packet.bytes());
            }
            to.close();
        });
    }

    /** Work that ends when a connection does. */
    private interface Work {
        void run() throws IOException, InterruptedException;
    }

    private static void background(Work work) {
        Thread thread = new Thread(() -> {
            try {
                work.run();
            } catch (IOException | InterruptedException closed) {
                Thread.currentThread().interrupt();
            }
        });
        thread.setDaemon(true);
        thread.start();
    }
}
