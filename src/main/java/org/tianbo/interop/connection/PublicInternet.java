package org.tianbo.interop.connection;

import java.net.Inet4Address;
import java.net.InetAddress;

/**
 * Which addresses are on the public internet. Whoever may name an address for us to call must not reach through us what
 * only our own network reaches.
 */
final class PublicInternet {

    private static final int BYTE = 0xff;
    private static final int FIRST_MULTICAST = 224;
    private static final int PREFIX_OF_ALL = 0x2000;
    private static final int PREFIX_MASK = 0xe000;

    private static final int TLS_PORT = 443;
    private static final int FIRST_FREE_PORT = 1024;

    private PublicInternet() {}

    /**
     * Whether web services are there; below the free ports are mail, sign-in and the like.
     *
     * @param port -1 where none is named
     */
    static boolean serves(int port) {
        return port == -1 || port == TLS_PORT || port >= FIRST_FREE_PORT;
    }

    static boolean contains(InetAddress address) {
        byte[] bytes = address.getAddress();
        return address instanceof Inet4Address ? isPublic4(bytes) : isPublic6(bytes);
    }

    private static boolean isPublic4(byte[] bytes) {
        int first = bytes[0] & BYTE;
        int second = bytes[1] & BYTE;
        int third = bytes[2] & BYTE;
        return switch (first) {
            case 0, 10, 127 -> false;
            // Between a provider and its customers.
            case 100 -> second < 64 || second > 127;
            // A cloud's own services, which its machines alone reach.
            case 168 -> !(second == 63 && third == 129 && (bytes[3] & BYTE) == 16);
            case 169 -> second != 254;
            case 172 -> second < 16 || second > 31;
            // Of protocols, of examples, of the old relays to IPv6, and of homes.
            case 192 -> second != 168 && !(second == 0 && (third == 0 || third == 2)) && !(second == 88 && third == 99);
            // Of measurements and of examples.
            case 198 -> second != 18 && second != 19 && !(second == 51 && third == 100);
            case 203 -> !(second == 0 && third == 113);
            default -> first < FIRST_MULTICAST;
        };
    }

    /** Of those given out so far all but protocols' own, tunnels from IPv4, which may end anywhere, and examples. */
    private static boolean isPublic6(byte[] bytes) {
        int first = group(bytes, 0);
        int second = group(bytes, 2);
        boolean givenOut = (first & PREFIX_MASK) == PREFIX_OF_ALL;
        boolean protocols = first == 0x2001 && second < 0x200;
        boolean examples = first == 0x2001 && second == 0xdb8 || first == 0x3fff && second < 0x1000;
        boolean tunnels = first == 0x2002;
        return givenOut && !protocols && !examples && !tunnels;
    }

    private static int group(byte[] bytes, int at) {
        return (bytes[at] & BYTE) << Byte.SIZE | bytes[at + 1] & BYTE;
    }
}
