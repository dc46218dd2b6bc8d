package org.tianbo.testsupport;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.ServerSocket;

/** Ports that nobody on this machine uses, so that a process left over from elsewhere fails no test. */
public final class FreePort {

    private FreePort() {}

    public static int find() {
        try (ServerSocket any = new ServerSocket(0)) {
            return any.getLocalPort();
        } catch (IOException none) {
            throw new UncheckedIOException(none);
        }
    }
}
