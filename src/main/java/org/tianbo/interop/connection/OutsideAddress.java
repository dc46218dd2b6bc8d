package org.tianbo.interop.connection;

import jakarta.enterprise.context.ApplicationScoped;
import java.net.InetAddress;
import java.net.URI;
import java.net.URISyntaxException;
import java.net.UnknownHostException;
import java.util.Locale;
import java.util.Optional;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import org.eclipse.microprofile.context.ManagedExecutor;
import org.tianbo.interop.InteropConfig;
import org.tianbo.interop.InteropRefused;
import org.tianbo.platform.error.Refused;

/**
 * Addresses of other systems that we may call: over TLS, on the public internet. A name is looked up before each call,
 * and the call goes to the address that was looked at: a name that leads elsewhere a moment later leads nowhere.
 */
@ApplicationScoped
public class OutsideAddress {

    private static final int LONGEST = 500;

    private final Optional<String> testHost;
    private final InteropConfig config;
    private final ManagedExecutor executor;

    OutsideAddress(InteropConfig config, ManagedExecutor executor) {
        this.testHost = config.testHost();
        this.config = config;
        this.executor = executor;
    }

    /**
     * An address without a query: a key in it would stand in clear where auditors read.
     *
     * @throws Refused for what is no address, not over TLS, unknown or not on the public internet
     */
    URI checked(String typed) {
        URI address = parsed(typed);
        if (address.getRawQuery() != null) {
            throw InteropRefused.wrong("address", "interop.address-query");
        }
        if (!isTestHost(address)) {
            if (!"https".equalsIgnoreCase(address.getScheme())) {
                throw InteropRefused.wrong("address", "interop.address-https");
            }
            if (!PublicInternet.serves(address.getPort())) {
                throw InteropRefused.wrong("address", "interop.address-port");
            }
            resolved(address);
        }
        return address;
    }

    /** Where the call goes. */
    public InetAddress resolved(URI address) {
        InetAddress[] all = lookedUp(host(address));
        for (InetAddress one : all) {
            if (!isTestHost(address) && !PublicInternet.contains(one)) {
                throw InteropRefused.wrong("address", "interop.address-private");
            }
        }
        return all[0];
    }

    private static URI parsed(String typed) {
        String text = typed == null ? "" : typed.strip();
        try {
            URI address = new URI(text);
            boolean whole = address.isAbsolute()
                    && address.getHost() != null
                    && address.getRawUserInfo() == null
                    && address.getRawFragment() == null
                    && address.getPort() != 0;
            if (whole && text.length() <= LONGEST) {
                return address;
            }
        } catch (URISyntaxException noAddress) {
            // Refused like one without a host.
        }
        throw InteropRefused.wrong("address", "interop.address-shape");
    }

    /** The system's resolver may take half a minute to say that nobody answers. */
    private InetAddress[] lookedUp(String host) {
        Future<InetAddress[]> found = executor.submit(() -> InetAddress.getAllByName(host));
        try {
            return found.get(config.patience().toMillis(), TimeUnit.MILLISECONDS);
        } catch (ExecutionException | TimeoutException unknown) {
            found.cancel(true);
            if (unknown.getCause() instanceof UnknownHostException || unknown instanceof TimeoutException) {
                throw InteropRefused.wrong("address", "interop.address-unknown");
            }
            throw new IllegalStateException("A name could not be looked up", unknown);
        } catch (InterruptedException stopping) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException("Stopped while a name was looked up", stopping);
        }
    }

    private boolean isTestHost(URI address) {
        return testHost.filter(host -> host.equals(address.getHost())).isPresent();
    }

    /** Without the brackets of an IPv6 address. */
    private static String host(URI address) {
        return address.getHost().replaceAll("[\\[\\]]", "").toLowerCase(Locale.ROOT);
    }
}
