package org.tianbo.certification.badge;

import com.nimbusds.jose.jwk.ECKey;
import io.quarkus.hibernate.orm.panache.PanacheEntityBase;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import java.time.Instant;
import org.hibernate.annotations.Immutable;

/** The public half of a key that signs, or once signed, certificates; coordinates in base64url. */
@Entity
@Immutable
@Table(name = "verification_keys")
class VerificationKey extends PanacheEntityBase {

    @Id
    public String thumbprint;

    public String x;
    public String y;
    public Instant firstUsedAt;

    ECKey key() {
        return SigningKey.publicKey(thumbprint, x, y);
    }
}
