package org.tianbo.platform.embedded;

import java.io.IOException;
import java.net.Inet4Address;
import java.net.InetAddress;
import java.net.NetworkInterface;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Collections;
import java.util.List;

/**
 * The address a phone on the same network uses, and a certificate for it, made on the first start with the JDK's own
 * keytool. Camera and service worker need a secure context, and off this machine that means HTTPS.
 */
final class LanCertificate {

    private LanCertificate() {}

    /** This machine's address on the local network, or loopback when it has none. */
    static String address() throws IOException {
        for (NetworkInterface network : Collections.list(NetworkInterface.getNetworkInterfaces())) {
            if (!network.isUp() || network.isLoopback() || network.isVirtual()) {
                continue;
            }
            for (InetAddress address : Collections.list(network.getInetAddresses())) {
                if (address instanceof Inet4Address && address.isSiteLocalAddress()) {
                    return address.getHostAddress();
                }
            }
        }
        return InetAddress.getLoopbackAddress().getHostAddress();
    }

    /** The key store for the address in the folder; a moved machine gets a new one. */
    static Path keyStore(Path folder, String address, String password) throws IOException {
        Path store = folder.resolve("https-" + address.replace(':', '-') + ".p12");
        if (Files.exists(store)) {
            return store;
        }
        Files.createDirectories(folder);
        Process keytool = new ProcessBuilder(List.of(
                        Path.of(System.getProperty("java.home"), "bin", "keytool")
                                .toString(),
                        // The password lies beside the store: hashing it 10,000 times would guard nothing and delay
                        // every start.
                        "-J-Dkeystore.pkcs12.keyPbeIterationCount=1",
                        "-J-Dkeystore.pkcs12.certPbeIterationCount=1",
                        "-J-Dkeystore.pkcs12.macIterationCount=1",
                        "-genkeypair",
                        "-alias",
                        "tianbo",
                        "-keyalg",
                        "EC",
                        "-groupname",
                        "secp256r1",
                        "-validity",
                        "825",
                        "-dname",
                        "CN=Tianbo demo",
                        "-ext",
                        "san=ip:" + address + ",ip:127.0.0.1,dns:localhost",
                        "-ext",
                        "eku=serverAuth",
                        "-storetype",
                        "PKCS12",
                        "-keystore",
                        store.toString(),
                        "-storepass",
                        password))
                .redirectErrorStream(true)
                .start();
        String output = new String(keytool.getInputStream().readAllBytes());
        try {
            if (keytool.waitFor() != 0) {
                throw new IOException("keytool could not make a certificate: " + output);
            }
        } catch (InterruptedException interrupted) {
            Thread.currentThread().interrupt();
        }
        return store;
    }
}
