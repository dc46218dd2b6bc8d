package org.tianbo.store;

import java.net.URI;
import java.nio.file.Path;
import java.time.Instant;
import java.util.Collection;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.CompletionStage;
import java.util.function.Consumer;
import org.tianbo.platform.error.Refused;

/**
 * Photos about a trainee that a feature takes as evidence: made anew without what the phone wrote into them, counted
 * towards their giver's quota, and shown by a link that ends, like those of stores.
 */
public interface EvidencePhotos {

    /**
     * Keeps what a phone sent when a thread is free for it; the same file about the same trainee is kept once.
     *
     * @param kept is given the photo before the answer, again for one that was there
     * @return its id; fails with {@link Refused} naming the field {@code photo}
     */
    CompletionStage<UUID> keep(UUID trainee, Path raw, UUID by, Consumer<EvidencePhoto> kept);

    /** Those of the photos that are this county's, by id, with links for whoever may see what they prove. */
    Map<UUID, EvidencePhoto> shown(Collection<UUID> photos);

    /**
     * A photo as it is kept.
     *
     * @param link opens the picture for a while
     * @param sha256 of the picture
     */
    record EvidencePhoto(UUID id, URI link, int width, int height, String sha256, Instant at) {}
}
