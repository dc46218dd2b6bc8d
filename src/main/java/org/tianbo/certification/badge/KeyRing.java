package org.tianbo.certification.badge;

import com.nimbusds.jose.jwk.ECKey;
import io.quarkus.runtime.StartupEvent;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
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

    public KeyRing(EntityManager entities, Clock clock, CertificationConfig config) {
        this.entities = entities;
        this.clock = clock;
        this.signing = SigningKey.of(config.signingKey());
        this.withdrawn = config.withdrawnKeys().orElse(Set.of());
    }

    /** Stores the public half before anything is signed; every replica does so, and the first one inserts the row. */
    @Transactional
    public void recordSigningKey(@Observes StartupEvent started) {
        entities.createNativeQuery(NOTE)
                .setParameter("thumbprint", signing.getKeyID())
                .setParameter("x", signing.getX().toString())
                .setParameter("y", signing.getY().toString())
                .setParameter("now", clock.instant())
                .executeUpdate();
    }

    ECKey signing() {
        return signing;
    }

    /** What certificates may be verified with, the newest key first. */
    @Transactional
    public List<ECKey> published() {
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
