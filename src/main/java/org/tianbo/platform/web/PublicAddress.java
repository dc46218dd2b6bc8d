package org.tianbo.platform.web;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.net.URI;
import java.util.List;
import java.util.Optional;
import org.eclipse.microprofile.config.inject.ConfigProperty;

/**
 * Where the public reaches this installation: what certificates and printed cards name, long after they left us. It
 * comes from our own configuration, {@code tianbo.public-address}, never from the Host header alone, which a caller can
 * invent. Production has one address; a demo has two, {@code http://localhost} and the network's HTTPS for phones.
 */
@ApplicationScoped
public class PublicAddress {

    private final List<URI> addresses;

    @Inject
    PublicAddress(@ConfigProperty(name = "tianbo.public-address") Optional<List<URI>> configured) {
        this(configured.orElse(List.of()));
    }

    PublicAddress(List<URI> addresses) {
        this.addresses = List.copyOf(addresses);
    }

    /** All of them; empty where none is configured. */
    public List<URI> all() {
        return addresses;
    }

    /**
     * For what is signed or shown to somebody now: the only address, or among several the one that was requested.
     *
     * @param requested as the request's Host header has it
     * @throws UnknownHost when that is none of ours
     */
    public URI requested(URI requested) {
        if (addresses.size() == 1) {
            return addresses.get(0);
        }
        return addresses.stream()
                .filter(address -> address.getAuthority().equals(requested.getAuthority()))
                .findFirst()
                .orElseThrow(UnknownHost::new);
    }

    /** For what goes out on paper: the last one, which phones reach, though the office may sit at localhost. */
    public URI onPaper() {
        if (addresses.isEmpty()) {
            throw new UnknownHost();
        }
        return addresses.get(addresses.size() - 1);
    }
}
