package org.tianbo.certification.badge;

import com.nimbusds.jose.JOSEException;
import com.nimbusds.jose.jwk.Curve;
import com.nimbusds.jose.jwk.ECKey;
import com.nimbusds.jose.util.Base64URL;
import java.math.BigInteger;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.spec.ECFieldFp;
import java.security.spec.ECParameterSpec;
import java.security.spec.ECPoint;
import java.security.spec.EllipticCurve;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;

/**
 * The ES256 key derived from a secret text, so that an installation keeps one kind of secret and every replica has the
 * same key. The private number is HMAC-SHA512 of a label under the text, reduced as FIPS 186-5, A.2.1 does it: with 256
 * bits more than the curve's order has, no number is noticeably likelier than another.
 */
public final class SigningKey {

    private static final String ALGORITHM = "HmacSHA512";
    private static final String LABEL = "Tianbo certificates, ES256";
    private static final BigInteger TWO = BigInteger.TWO;
    private static final BigInteger THREE = BigInteger.valueOf(3);

    private SigningKey() {}

    /** The key pair, named by its RFC 7638 thumbprint. */
    public static ECKey of(String secret) {
        BigInteger order = Curve.P_256.toECParameterSpec().getOrder();
        return pair(new BigInteger(1, mac(secret))
                .mod(order.subtract(BigInteger.ONE))
                .add(BigInteger.ONE));
    }

    static ECKey pair(BigInteger number) {
        ECParameterSpec curve = Curve.P_256.toECParameterSpec();
        ECPoint point = times(number, curve);
        int size = curve.getCurve().getField().getFieldSize();
        try {
            return new ECKey.Builder(
                            Curve.P_256,
                            ECKey.encodeCoordinate(size, point.getAffineX()),
                            ECKey.encodeCoordinate(size, point.getAffineY()))
                    .d(ECKey.encodeCoordinate(size, number))
                    .keyIDFromThumbprint()
                    .build();
        } catch (JOSEException missing) {
            throw new IllegalStateException("Every Java has SHA-256", missing);
        }
    }

    static ECKey publicKey(String thumbprint, String x, String y) {
        return new ECKey.Builder(Curve.P_256, new Base64URL(x), new Base64URL(y))
                .keyID(thumbprint)
                .build();
    }

    private static byte[] mac(String secret) {
        try {
            Mac mac = Mac.getInstance(ALGORITHM);
            mac.init(new SecretKeySpec(secret.getBytes(StandardCharsets.UTF_8), ALGORITHM));
            return mac.doFinal(LABEL.getBytes(StandardCharsets.UTF_8));
        } catch (GeneralSecurityException missing) {
            throw new IllegalStateException("Every Java has " + ALGORITHM, missing);
        }
    }

    /**
     * The public point, by doubling and adding: the JDK makes key pairs at random only. Once at the start, so that its
     * taking longer for some numbers tells nobody anything.
     */
    private static ECPoint times(BigInteger number, ECParameterSpec curve) {
        ECPoint sum = ECPoint.POINT_INFINITY;
        ECPoint power = curve.getGenerator();
        for (int bit = 0; bit < number.bitLength(); bit++) {
            if (number.testBit(bit)) {
                sum = plus(sum, power, curve.getCurve());
            }
            power = plus(power, power, curve.getCurve());
        }
        return sum;
    }

    /** The chord's or the tangent's third point, mirrored. */
    private static ECPoint plus(ECPoint one, ECPoint other, EllipticCurve curve) {
        if (one.equals(ECPoint.POINT_INFINITY)) {
            return other;
        }
        BigInteger p = ((ECFieldFp) curve.getField()).getP();
        BigInteger rise;
        BigInteger run;
        if (one.equals(other)) {
            rise = one.getAffineX().pow(2).multiply(THREE).add(curve.getA());
            run = one.getAffineY().multiply(TWO);
        } else {
            rise = other.getAffineY().subtract(one.getAffineY());
            run = other.getAffineX().subtract(one.getAffineX());
        }
        BigInteger slope = rise.multiply(run.modInverse(p)).mod(p);
        BigInteger x = slope.pow(2)
                .subtract(one.getAffineX())
                .subtract(other.getAffineX())
                .mod(p);
        BigInteger y = slope.multiply(one.getAffineX().subtract(x))
                .subtract(one.getAffineY())
                .mod(p);
        return new ECPoint(x, y);
    }
}
