package org.tianbo.platform.web.assets;

import static org.assertj.core.api.Assertions.assertThat;
import static org.tianbo.platform.web.assets.Encoding.BROTLI;
import static org.tianbo.platform.web.assets.Encoding.GZIP;
import static org.tianbo.platform.web.assets.Encoding.IDENTITY;

import java.util.EnumSet;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class EncodingTest {

    private static final Set<Encoding> ALL = EnumSet.allOf(Encoding.class);

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "gzip, deflate, br, zstd    | BROTLI",
                "gzip, deflate              | GZIP",
                "GZIP                       | GZIP",
                "br;q=0.5, gzip;q=0.9       | GZIP",
                "br;q=0, gzip               | GZIP",
                "br;q=0, gzip;q=0           | IDENTITY",
                "*                          | BROTLI",
                "br;q=0, *;q=0.5            | GZIP",
                "identity;q=0.5, gzip;q=0.2 | IDENTITY",
                "gzip;q=0.2                 | GZIP",
                "zstd                       | IDENTITY",
                "identity;q=0               | IDENTITY",
                "br;q=much                  | IDENTITY",
                "''                         | IDENTITY",
            })
    void theClientGetsTheFormItLikesBest(String accepted, Encoding expected) {
        assertThat(Encoding.best(accepted, ALL)).isEqualTo(expected);
    }

    @Test
    void aClientThatSaysNothingGetsThePlainForm() {
        assertThat(Encoding.best(null, ALL)).isEqualTo(IDENTITY);
    }

    @Test
    void onlyAFormThatIsKeptIsChosen() {
        assertThat(Encoding.best("br, gzip", EnumSet.of(IDENTITY))).isEqualTo(IDENTITY);
        assertThat(Encoding.best("br, gzip", EnumSet.of(GZIP, IDENTITY))).isEqualTo(GZIP);
        assertThat(Encoding.best("br, gzip", EnumSet.of(BROTLI, IDENTITY))).isEqualTo(BROTLI);
    }
}
