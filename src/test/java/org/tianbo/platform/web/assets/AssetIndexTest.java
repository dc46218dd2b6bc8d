package org.tianbo.platform.web.assets;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import java.util.Map;
import org.junit.jupiter.api.Test;

class AssetIndexTest {

    private final AssetIndex index = new AssetIndex(Map.of("base.css", "/assets/base-1f2e3d4c5b.css"));

    @Test
    void aSourceLeadsToWhatWasMadeOfIt() {
        assertThat(index.url("base.css")).isEqualTo("/assets/base-1f2e3d4c5b.css");
    }

    @Test
    void anUnknownNameFailsAndSaysWhatThereIs() {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> index.url("bsae.css"))
                .withMessageContaining("bsae.css")
                .withMessageContaining("base.css");
    }

    @Test
    void everyAssetOfTheBuildCanBeServed() {
        assertThat(AssetIndex.built().urls().values()).isNotEmpty().allSatisfy(url -> {
            Asset asset = Asset.at(url);
            assertThat(asset.type()).isNotBlank();
            assertThat(asset.forms()).containsKey(Encoding.IDENTITY);
        });
    }

    @Test
    void whatIsNamedByItsContentIsKeptForEverAndTheServiceWorkerNever() {
        assertThat(Asset.at(AssetIndex.built().url("base.css")).cacheControl())
                .isEqualTo("max-age=31536000, immutable");
        assertThat(new Asset("/sw.js", "text/javascript", Map.of()).cacheControl())
                .isEqualTo("no-cache");
        assertThat(Asset.at("/favicon.svg").cacheControl()).isEqualTo("public, max-age=86400");
    }
}
