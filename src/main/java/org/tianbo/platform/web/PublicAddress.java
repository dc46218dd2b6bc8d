package org.tianbo.platform.web;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.net.URI;
import java.util.List;
import java.util.Optional;
import org.eclipse.microprofile.config.inject.ConfigProperty;
import org.tianbo.platform.embedded.EmbeddedConfig;

/**
 * Where the public reaches this installation: what certificates and printed cards name, long after they left us. It
 * comes from our own configuration, {@code tianbo.public-address}, never from the Host header alone, which a caller can
 * invent.
 */
@ApplicationScoped
public class PublicAddress {

    private final Optional<URI> configured;
    private final List<URI> origins;

    @Inject
    PublicAddress(@ConfigProperty(name = "tianbo.public-address") Optional<URI> configured, EmbeddedConfig embedded) {
        this(configured, embedded.origins().orElse(List.of()));
    }

    PublicAddress(Optional<URI> configured, List<URI> origins) {
        this.configured = configured;
        this.origins = origins;
    }

    /**
     * For what is signed or shown to somebody now: a demo has two addresses, and names the one it was asked at.
     *
     * @param requested as the request's Host header has it
     * @throws UnknownHost when that is none of ours
     */
    public URI requested(URI requested) {
        return configured.orElseGet(() -> origins.stream()
                .filter(origin -> origin.getAuthority().equals(requested.getAuthority()))
                .findFirst()
                .orElseThrow(UnknownHost::new));
    }

    /** For what goes out on paper: the address that phones reach, though the office may sit at localhost. */
    public URI onPaper() {
        return configured.orElseGet(() -> {
            if (origins.isEmpty()) {
                throw new UnknownHost();
            }
            return origins.get(origins.size() - 1);
        });
    }
}
