package org.tianbo.interop.connection;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.InetAddress;
import java.net.UnknownHostException;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class PublicInternetTest {

    @ParameterizedTest
    @ValueSource(
            strings = {
                "0.0.0.0",
                "10.0.0.1",
                "100.64.0.1",
                "100.127.255.255",
                "127.0.0.1",
                "127.8.8.8",
                "168.63.129.16",
                "169.254.169.254",
                "172.16.0.1",
                "172.31.255.255",
                "192.0.0.1",
                "192.0.2.1",
                "192.88.99.1",
                "192.168.1.1",
                "198.18.0.1",
                "198.51.100.1",
                "203.0.113.1",
                "224.0.0.1",
                "240.0.0.1",
                "255.255.255.255",
                "::",
                "::1",
                "::ffff:127.0.0.1",
                "::ffff:10.0.0.1",
                "64:ff9b::a00:1",
                "fc00::1",
                "fd12:3456::1",
                "fe80::1",
                "fec0::1",
                "ff02::1",
                "2001::1",
                "2001:db8::1",
                "2002:7f00:1::1",
                "3fff::1"
            })
    void whatOurOwnNetworkAloneReachesIsNotPublic(String address) throws UnknownHostException {
        assertThat(PublicInternet.contains(InetAddress.getByName(address))).isFalse();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "1.1.1.1",
                "100.63.255.255",
                "100.128.0.1",
                "168.63.129.17",
                "169.253.1.1",
                "172.15.0.1",
                "172.32.0.1",
                "192.1.1.1",
                "198.20.0.1",
                "223.5.5.5",
                "2400:3200::1",
                "2606:4700:4700::1111"
            })
    void theRestIs(String address) throws UnknownHostException {
        assertThat(PublicInternet.contains(InetAddress.getByName(address))).isTrue();
    }

    @ParameterizedTest
    @CsvSource({"-1, true", "443, true", "1024, true", "8443, true", "1, false", "22, false", "25, false", "1023, false"
    })
    void onlyPortsAtWhichWebServicesAreAreCalled(int port, boolean called) {
        assertThat(PublicInternet.serves(port)).isEqualTo(called);
    }
}
