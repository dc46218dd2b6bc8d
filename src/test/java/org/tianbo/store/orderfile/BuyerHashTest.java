package org.tianbo.store.orderfile;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class BuyerHashTest {

    private static final String PHONE = "19952253531";

    @Test
    void theSameBuyerIsRecognisedWithinTheCounty() {
        assertThat(hash("secret", "fengcheng"))
                .isEqualTo(hash("secret", "fengcheng"))
                .hasSize(43);
    }

    @Test
    void anotherCountyOrAnotherSecretKnowsTheBuyerUnderAnotherName() {
        assertThat(hash("secret", "zhenping")).isNotEqualTo(hash("secret", "fengcheng"));
        assertThat(hash("other", "fengcheng")).isNotEqualTo(hash("secret", "fengcheng"));
    }

    private static String hash(String secret, String county) {
        return BuyerHash.of(secret, county).apply(PHONE);
    }
}
