package org.tianbo.certification.badge;

import com.nimbusds.jose.JOSEException;
import com.nimbusds.jose.jwk.Curve;
import com.nimbusds.jose.jwk.ECKey;
import com.nimbusds.jose.util.Base64URL;
import java.math.BigInteger;
import org.bouncycastle.asn1.x9.X9ECParameters;
import org.bouncycastle.crypto.ec.CustomNamedCurves;
import org.bouncycastle.math.ec.ECPoint;
import org.bouncycastle.math.ec.FixedPointCombMultiplier;
import org.tianbo.platform.data.KeyedHash;

/**
 * The ES256 key derived from a secret text, so that an installation keeps one kind of secret and every replica has the
 * same key. The private number is HMAC-SHA512 of a label under the text, reduced as FIPS 186-5, A.2.1 does it: with 256
 * bits more than the curve's order has, no number is noticeably likelier than another.
 */
public final class SigningKey {

    private static final String LABEL = "Tianbo certificates, ES256";
    private static final X9ECParameters P_256 = CustomNamedCurves.getByName("P-256");

    private SigningKey() {}

    /** The key pair, named by its RFC 7638 thumbprint. */
    public static ECKey of(String secret) {
        return pair(new BigInteger(1, KeyedHash.sha512(secret).bytes(LABEL))
                .mod(P_256.getN().subtract(BigInteger.ONE))
                .add(BigInteger.ONE));
    }

    /** The JDK makes key pairs at random only; the public point of a given number is the library's. */
    static ECKey pair(BigInteger number) {
        ECPoint point =
                new FixedPointCombMultiplier().multiply(P_256.getG(), number).normalize();
        int size = P_256.getCurve().getFieldSize();
        try {
            return new ECKey.Builder(
                            Curve.P_256,
                            ECKey.encodeCoordinate(size, point.getAffineXCoord().toBigInteger()),
                            ECKey.encodeCoordinate(size, point.getAffineYCoord().toBigInteger()))
                    .d(ECKey.encodeCoordinate(size, number))
                    .keyIDFromThumbprint()
                    .build();
        } catch (JOSEException missing) {
            throw new IllegalStateException("Every Java platform has SHA-256", missing);
        }
    }

    static ECKey publicKey(String thumbprint, String x, String y) {
        return new ECKey.Builder(Curve.P_256, new Base64URL(x), new Base64URL(y))
                .keyID(thumbprint)
                .build();
    }
}
