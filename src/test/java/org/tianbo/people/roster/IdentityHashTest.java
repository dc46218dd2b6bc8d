package org.tianbo.people.roster;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.URI;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.tianbo.cohort.cards.CardCode;
import org.tianbo.people.Cards.IssuedCard;
import org.tianbo.people.PersonView;

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
        PersonView holder = new PersonView(UUID.randomUUID(), "王五", "", "", "k7m3xq", "");
        URI origin = URI.create("https://192.168.1.20:8443");
        CardCode code = CardCode.of(origin, new IssuedCard(holder, "481516"));

        assertThat(code.address()).isEqualTo("https://192.168.1.20:8443/card/k7m3xq");
        assertThat(CardCode.of(origin, new IssuedCard(holder, "pic-07-13-22")).address())
                .isEqualTo("https://192.168.1.20:8443/card/k7m3xq/pictures");
        assertThat(code.size()).isGreaterThan(25);
        assertThat(code.path()).startsWith("M4 4h1v1h-1z");
    }
}
