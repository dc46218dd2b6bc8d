package org.tianbo.store.photo;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import java.nio.file.Path;
import java.util.Collection;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import java.util.function.Consumer;
import java.util.stream.Collectors;
import org.tianbo.store.EvidencePhotos;

/** Keeps photos about trainees for other features. */
@ApplicationScoped
class TraineePhotos implements EvidencePhotos {

    private final Photos photos;
    private final PhotoRepository repository;
    private final PhotoQueue queue;

    TraineePhotos(Photos photos, PhotoRepository repository, PhotoQueue queue) {
        this.photos = photos;
        this.repository = repository;
        this.queue = queue;
    }

    @Override
    public CompletionStage<UUID> keep(UUID trainee, Path raw, UUID by, Consumer<EvidencePhoto> kept) {
        return queue.<CompletionStage<UUID>>submit(
                        () -> {
                            Photo photo = photos.ofTrainee(trainee, raw, by);
                            kept.accept(photos.shown(photo));
                            return CompletableFuture.completedStage(photo.id);
                        },
                        CompletableFuture::failedStage)
                .thenCompose(stage -> stage);
    }

    @Override
    @Transactional
    public Map<UUID, EvidencePhoto> shown(Collection<UUID> ids) {
        return repository.<Photo>list("id in ?1", ids).stream()
                .collect(Collectors.toMap(photo -> photo.id, photos::shown));
    }
}
