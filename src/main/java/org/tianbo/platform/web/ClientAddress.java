package org.tianbo.platform.web;

import io.netty.util.NetUtil;
import io.vertx.core.http.HttpServerRequest;
import io.vertx.core.net.SocketAddress;
import java.net.InetAddress;
import java.net.UnknownHostException;
import java.util.Arrays;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * From where a request came. A household or a provider's customer is given a whole /64 of IPv6 and can use any address
 * of it, so whatever is counted by address is counted by that network; an IPv4 address is counted alone.
 */
public final class ClientAddress {

    /** Whatever a proxy sends that is no address is one and the same place. */
    public static final String UNKNOWN = "unknown";

    /** As proxies write it: {@code "[2001:db8::1]:443"}, {@code [2001:db8::1]} or {@code 192.0.2.1:443}. */
    private static final Pattern WITH_PORT = Pattern.compile("\\[(?<six>[^\\]]*)](?::\\w*)?|(?<four>[0-9.]+):\\w*");

    private static final int NETWORK_BYTES = 8;
    private static final byte[] MAPPED_FOUR = {0, 0, 0, 0, 0, 0, 0, 0, 0, 0, -1, -1};

    private ClientAddress() {}

    /** What a request is counted under. */
    public static String network(HttpServerRequest request) {
        return network(remote(request));
    }

    /** The address itself, without a port; {@link #UNKNOWN} for what is none. */
    public static String literal(HttpServerRequest request) {
        return bytes(remote(request)).map(ClientAddress::text).orElse(UNKNOWN);
    }

    /**
     * @param address IPv4 or IPv6, also with brackets, port, zone or quotes
     * @return {@code 192.0.2.1}, {@code 2001:db8:1:2:0:0:0:0/64} or {@link #UNKNOWN}
     */
    static String network(String address) {
        return bytes(address)
                .map(bytes ->
                        bytes.length == 4 ? text(bytes) : text(Arrays.copyOf(prefix(bytes), bytes.length)) + "/64")
                .orElse(UNKNOWN);
    }

    private static byte[] prefix(byte[] six) {
        return Arrays.copyOf(six, NETWORK_BYTES);
    }

    /** A proxy may have sent something that is no address; then there is only its text. */
    private static String remote(HttpServerRequest request) {
        SocketAddress sender = request.remoteAddress();
        String address = sender.hostAddress();
        return address == null ? sender.host() : address;
    }

    private static Optional<byte[]> bytes(String sent) {
        String address = sent == null ? "" : sent.strip().replace("\"", "");
        Matcher port = WITH_PORT.matcher(address);
        if (port.matches()) {
            address = port.group("six") == null ? port.group("four") : port.group("six");
        }
        int zone = address.indexOf('%');
        byte[] bytes = NetUtil.createByteArrayFromIpAddressString(zone < 0 ? address : address.substring(0, zone));
        return Optional.ofNullable(bytes).map(ClientAddress::unmapped);
    }

    /** An IPv4 address reaches a socket of both kinds as {@code ::ffff:192.0.2.1}. */
    private static byte[] unmapped(byte[] bytes) {
        boolean mapped =
                bytes.length == 16 && Arrays.equals(bytes, 0, MAPPED_FOUR.length, MAPPED_FOUR, 0, MAPPED_FOUR.length);
        return mapped ? Arrays.copyOfRange(bytes, MAPPED_FOUR.length, bytes.length) : bytes;
    }

    private static String text(byte[] bytes) {
        try {
            return InetAddress.getByAddress(bytes).getHostAddress();
        } catch (UnknownHostException notAnAddress) {
            throw new IllegalArgumentException(notAnAddress);
        }
    }
}
