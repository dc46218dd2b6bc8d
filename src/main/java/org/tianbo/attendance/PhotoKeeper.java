package org.tianbo.attendance;

import java.net.URI;
import java.nio.file.Path;
import java.util.Collection;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.CompletionStage;
import java.util.function.Consumer;

/** Makes pictures anew and stores them; answered by a feature that may use the county's store of photos. */
public interface PhotoKeeper {

    /**
     * @param giver whose quota it counts towards
     * @param kept is given the picture before the answer, again for one that was there
     * @return its id; fails with a fault naming the field {@code photo}
     */
    CompletionStage<UUID> keep(UUID giver, Path raw, Consumer<Kept> kept);

    /** By id, with links for whoever may see what they prove. */
    Map<UUID, Kept> shown(Collection<UUID> photos);

    /**
     * A picture as it is kept.
     *
     * @param link opens it for a while
     * @param sha256 of the picture
     */
    record Kept(UUID id, URI link, int width, int height, String sha256) {}
}
