package org.tianbo.platform.web.assets;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

/**
 * A villager pays for every byte. A lesson page's first render must fit one TCP window (14,600 bytes), text included.
 */
class AssetWeightTest {

    @Test
    void whatEveryPhonePageCarriesStaysUnder6500Bytes() {
        assertThat(brotli("base.css") + brotli("app.js")).isLessThanOrEqualTo(6_500);
    }

    private static int brotli(String name) {
        return Asset.at(AssetIndex.built().url(name))
                .forms()
                .get(Encoding.BROTLI)
                .length();
    }
}
