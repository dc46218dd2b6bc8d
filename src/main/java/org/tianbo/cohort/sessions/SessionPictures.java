package org.tianbo.cohort.sessions;

import jakarta.enterprise.context.ApplicationScoped;
import java.nio.file.Path;
import java.util.Collection;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.CompletionStage;
import java.util.function.Consumer;
import java.util.stream.Collectors;
import org.tianbo.attendance.PhotoKeeper;
import org.tianbo.store.EvidencePhotos;
import org.tianbo.store.EvidencePhotos.EvidencePhoto;

/** Keeps attendance's pictures where all evidence is kept; one of a session is about whoever gave it. */
@ApplicationScoped
class SessionPictures implements PhotoKeeper {

    private final EvidencePhotos photos;

    SessionPictures(EvidencePhotos photos) {
        this.photos = photos;
    }

    @Override
    public CompletionStage<UUID> keep(UUID giver, Path raw, Consumer<Kept> kept) {
        return photos.keep(giver, raw, giver, photo -> kept.accept(kept(photo)));
    }

    @Override
    public Map<UUID, Kept> shown(Collection<UUID> asked) {
        return photos.shown(asked).entrySet().stream()
                .collect(Collectors.toMap(Map.Entry::getKey, one -> kept(one.getValue())));
    }

    private static Kept kept(EvidencePhoto photo) {
        return new Kept(photo.id(), photo.link(), photo.width(), photo.height(), photo.sha256());
    }
}
