package org.tianbo.platform.web;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.net.URI;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class PublicAddressTest {

    private static final URI OURS = URI.create("https://tianbo.example.org");
    private static final List<URI> DEMO =
            List.of(URI.create("http://localhost:8080"), URI.create("https://192.168.1.5:8443"));

    @ParameterizedTest
    @ValueSource(strings = {"https://tianbo.example.org/", "https://elsewhere.example/", "http://10.0.0.7:8080/"})
    void theConfiguredAddressIsNamedWhateverTheCallerSays(String requested) {
        assertThat(new PublicAddress(List.of(OURS)).requested(URI.create(requested)))
                .isEqualTo(OURS);
    }

    @Test
    void aDemoNamesTheOneOfItsTwoAddressesThatWasRequested() {
        PublicAddress address = new PublicAddress(DEMO);

        assertThat(address.requested(URI.create("https://192.168.1.5:8443/"))).isEqualTo(DEMO.get(1));
        assertThat(address.requested(URI.create("http://localhost:8080/"))).isEqualTo(DEMO.get(0));
        assertThat(address.onPaper()).isEqualTo(DEMO.get(1));
    }

    @ParameterizedTest
    @ValueSource(strings = {"http://evil.example/", "http://localhost:8081/", "http://localhost/"})
    void nothingIsSignedForAHostThatIsNotOurs(String requested) {
        PublicAddress address = new PublicAddress(DEMO);

        assertThatThrownBy(() -> address.requested(URI.create(requested))).isInstanceOf(UnknownHost.class);
    }
}
