package org.tianbo.certification.badge;

import com.nimbusds.jose.jwk.ECKey;
import io.quarkus.narayana.jta.QuarkusTransaction;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.EntityManager;
import jakarta.transaction.Transactional;
import java.time.Clock;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.tianbo.certification.CertificationConfig;

/** The key that signs certificates, and the public halves of all keys that ever signed one. */
@ApplicationScoped
public class KeyRing {

    private static final String NOTE =
            """
            insert into verification_keys (thumbprint, x, y, first_used_at) values (:thumbprint, :x, :y, :now)
            on conflict do nothing
            """;

    private final EntityManager entities;
    private final Clock clock;
    private final ECKey signing;
    private final Set<String> withdrawn;
    private volatile boolean recorded;

    public KeyRing(EntityManager entities, Clock clock, CertificationConfig config) {
        this.entities = entities;
        this.clock = clock;
        this.signing = SigningKey.of(config.signingKey());
        this.withdrawn = config.withdrawnKeys().orElse(Set.of());
    }

    /**
     * Stores the public half before this replica signs anything or publishes its keys; the first one inserts the row.
     */
    void recordSigningKey() {
        if (!recorded) {
            QuarkusTransaction.requiringNew().run(() -> entities.createNativeQuery(NOTE)
                    .setParameter("thumbprint", signing.getKeyID())
                    .setParameter("x", signing.getX().toString())
                    .setParameter("y", signing.getY().toString())
                    .setParameter("now", clock.instant())
                    .executeUpdate());
            recorded = true;
        }
    }

    ECKey signing() {
        recordSigningKey();
        return signing;
    }

    /** What certificates may be verified with, the newest key first. */
    @Transactional
    public List<ECKey> published() {
        recordSigningKey();
        return entities.createQuery("from VerificationKey order by firstUsedAt desc", VerificationKey.class)
                .getResultStream()
                .filter(key -> !withdrawn.contains(key.thumbprint))
                .map(VerificationKey::key)
                .toList();
    }

    public Optional<ECKey> published(String thumbprint) {
        return published().stream()
                .filter(key -> key.getKeyID().equals(thumbprint))
                .findFirst();
    }
}
