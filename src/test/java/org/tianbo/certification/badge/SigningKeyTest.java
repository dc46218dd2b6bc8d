package org.tianbo.certification.badge;

import static org.assertj.core.api.Assertions.assertThat;

import com.nimbusds.jose.jwk.ECKey;
import java.math.BigInteger;
import java.text.ParseException;
import org.junit.jupiter.api.Test;

class SigningKeyTest {

    private static final String SECRET = "5d1f7c1f0c6d4b7e9a0b3c2d1e0f9a8b7c6d5e4f3a2b1c0d9e8f7a6b5c4d3e2f";

    /** RFC 6979, A.2.5. */
    @Test
    void thePublicPointIsTheOneThatTheStandardsTestKeyHas() {
        ECKey key =
                SigningKey.pair(new BigInteger("C9AFA9D845BA75166B5C215767B1D6934E50C3DB36E89B127B8A622B120F6721", 16));

        assertThat(key.getX().decodeToBigInteger())
                .isEqualTo(new BigInteger("60FED4BA255A9D31C961EB74C6356D68C049B8923B61FA6CE669622E60F29FB6", 16));
        assertThat(key.getY().decodeToBigInteger())
                .isEqualTo(new BigInteger("7903FE1008B8BC99A41AE9E95628BC64F2F1B20C2D7E9F5177A3C294D4462299", 16));
    }

    @Test
    void everyReplicaWithTheSameSecretHasTheSameKey() {
        assertThat(SigningKey.of(SECRET)).isEqualTo(SigningKey.of(SECRET));
        assertThat(SigningKey.of(SECRET).getKeyID())
                .isNotEqualTo(SigningKey.of(SECRET + " ").getKeyID());
    }

    @Test
    void whatIsPublishedRevealsNothingOfThePrivateNumber() throws ParseException {
        ECKey key = SigningKey.of(SECRET);

        ECKey shown = SigningKey.publicKey(
                key.getKeyID(), key.getX().toString(), key.getY().toString());

        assertThat(shown.isPrivate()).isFalse();
        assertThat(ECKey.parse(shown.toJSONString())).isEqualTo(key.toPublicJWK());
    }
}
