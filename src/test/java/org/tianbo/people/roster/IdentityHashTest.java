package org.tianbo.people.roster;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.URI;
import org.junit.jupiter.api.Test;
import org.tianbo.cohort.cards.CardCode;

class IdentityHashTest {

    private static final String NUMBER = "99999919891020311X";

    @Test
    void theSamePersonIsFoundAgainInTheirOwnCountyOnly() {
        IdentityHash fengcheng = IdentityHash.of("key", "fengcheng");

        assertThat(fengcheng.apply(NUMBER))
                .hasSize(64)
                .isEqualTo(IdentityHash.of("key", "fengcheng").apply(NUMBER));
        assertThat(fengcheng.apply(NUMBER))
                .isNotEqualTo(IdentityHash.of("key", "zhenping").apply(NUMBER));
        assertThat(fengcheng.apply(NUMBER))
                .isNotEqualTo(IdentityHash.of("other key", "fengcheng").apply(NUMBER));
        assertThat(fengcheng.apply(NUMBER)).doesNotContain(NUMBER);
    }

    @Test
    void aCardsCodeLeadsToItsOwnAddress() {
        CardCode code = CardCode.of(URI.create("https://192.168.1.20:8443"), "k7m3xq", "王五");

        assertThat(code.address()).isEqualTo("https://192.168.1.20:8443/card/k7m3xq");
        assertThat(code.size()).isGreaterThan(25);
        assertThat(code.path()).startsWith("M4 4h1v1h-1z");
    }
}
