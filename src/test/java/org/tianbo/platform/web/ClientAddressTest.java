package org.tianbo.platform.web;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class ClientAddressTest {

    @ParameterizedTest
    @CsvSource(
            quoteCharacter = '\'',
            value = {
                "203.0.113.7, 203.0.113.7",
                "203.0.113.7:51234, 203.0.113.7",
                "' 203.0.113.7 ', 203.0.113.7",
                "::ffff:203.0.113.7, 203.0.113.7",
                "::FFFF:cb00:7107, 203.0.113.7",
                "[::ffff:203.0.113.7]:443, 203.0.113.7",
                "0:0:0:0:0:ffff:203.0.113.7, 203.0.113.7",
                "2001:db8:1:2::1, 2001:db8:1:2:0:0:0:0/64",
                "2001:db8:1:2:ffff:ffff:ffff:ffff, 2001:db8:1:2:0:0:0:0/64",
                "2001:0DB8:0001:0002:0:0:0:7, 2001:db8:1:2:0:0:0:0/64",
                "2001:db8:1:3::1, 2001:db8:1:3:0:0:0:0/64",
                "[2001:db8:1:2::9], 2001:db8:1:2:0:0:0:0/64",
                "[2001:db8:1:2::9]:443, 2001:db8:1:2:0:0:0:0/64",
                "\"[2001:db8:1:2::9]:4711\", 2001:db8:1:2:0:0:0:0/64",
                "[2001:db8:1:2::9]:_port, 2001:db8:1:2:0:0:0:0/64",
                "fe80::1%eth0, fe80:0:0:0:0:0:0:0/64",
                "[fe80::1%25eth0]:80, fe80:0:0:0:0:0:0:0/64",
                "::1, 0:0:0:0:0:0:0:0/64",
                "unknown, unknown",
                "_hidden, unknown",
                "'', unknown",
                "2001:db8:::1, unknown",
                "203.0.113.777, unknown",
                "203.0.113.7.evil.example, unknown",
                ", unknown"
            })
    void whoHasAWholeNetworkIsCountedOnce(String told, String network) {
        assertThat(ClientAddress.network(told)).isEqualTo(network);
    }
}
