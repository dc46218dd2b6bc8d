package org.tianbo.testsupport;

import java.io.IOException;
import java.net.ServerSocket;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ThreadLocalRandom;

/**
 * Ports that nobody on this machine uses, so that a process left over from elsewhere fails no test. They lie below
 * those that systems give to outgoing connections, of which the tests open thousands: one of them would sooner or later
 * get the port before the program that it was found for.
 */
public final class FreePort {

    private static final int LOWEST = 15_000;
    private static final int FIRST_OF_CONNECTIONS = 32_768;

    /** By this process: what is found for later is not found again meanwhile. */
    private static final Set<Integer> FOUND = ConcurrentHashMap.newKeySet();

    private FreePort() {}

    public static int find() {
        while (true) {
            int port = ThreadLocalRandom.current().nextInt(LOWEST, FIRST_OF_CONNECTIONS);
            if (!FOUND.add(port)) {
                continue;
            }
            try (ServerSocket free = new ServerSocket(port)) {
                return free.getLocalPort();
            } catch (IOException taken) {
                continue;
            }
        }
    }
}
