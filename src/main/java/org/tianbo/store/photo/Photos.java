package org.tianbo.store.photo;

import io.quarkus.narayana.jta.QuarkusTransaction;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.Collectors;
import org.jboss.logging.Logger;
import org.tianbo.media.Media;
import org.tianbo.media.QuotaFull;
import org.tianbo.media.QuotaKind;
import org.tianbo.media.QuotaState;
import org.tianbo.media.StorageQuotas;
import org.tianbo.media.StoredObject;
import org.tianbo.media.WorkDirectory;
import org.tianbo.people.People;
import org.tianbo.platform.data.Ids;
import org.tianbo.platform.data.Sha256;
import org.tianbo.platform.error.Refused;
import org.tianbo.platform.security.CurrentCounty;
import org.tianbo.store.EvidencePhotos;
import org.tianbo.store.StoreRefused;

/**
 * Photos given as evidence. Each is stored as soon as it is readable, even when the form it came with is refused, so
 * that nobody has to choose it again.
 */
@ApplicationScoped
public class Photos {

    /** As long as somebody looks at a page; the link is of no use to whoever finds it later. */
    private static final Duration LOOK = Duration.ofMinutes(30);

    /** What was given before that and is in no form may soon be removed, or half is: sent again, it is kept anew. */
    private static final Duration JUST_GIVEN = Duration.ofDays(1);

    private static final Logger LOG = Logger.getLogger(Photos.class);

    private final PhotoRepository photos;
    private final UnsentPhotos unsent;
    private final PhotoNormalizer normalizer;
    private final Media media;
    private final StorageQuotas quotas;
    private final People people;
    private final CurrentCounty county;
    private final Clock clock;

    Photos(
            PhotoRepository photos,
            UnsentPhotos unsent,
            PhotoNormalizer normalizer,
            Media media,
            StorageQuotas quotas,
            People people,
            CurrentCounty county,
            Clock clock) {
        this.photos = photos;
        this.unsent = unsent;
        this.normalizer = normalizer;
        this.media = media;
        this.quotas = quotas;
        this.people = people;
        this.county = county;
        this.clock = clock;
    }

    /**
     * Keeps what a phone sent; the same file for the same store is kept once, and is as old as it was given last while
     * nothing refers to it.
     *
     * @return the photo's id, to be handed in with a form
     */
    public UUID store(UUID store, Path raw, UUID by) {
        Photo photo = new Photo();
        photo.id = Ids.named("photo", store.toString(), by.toString(), Sha256.hex(raw));
        photo.store = store;
        photo.objectKey = county.id() + "/stores/" + store + "/" + photo.id + ".jpg";
        return keep(photo, raw, by).id;
    }

    /** The same about a trainee, who may have no store. */
    Photo ofTrainee(UUID trainee, Path raw, UUID by) {
        Photo photo = new Photo();
        photo.id = Ids.named("photo of trainee", trainee.toString(), by.toString(), Sha256.hex(raw));
        photo.trainee = trainee;
        photo.objectKey = county.id() + "/trainees/" + trainee + "/" + photo.id + ".jpg";
        return keep(photo, raw, by);
    }

    private Photo keep(Photo photo, Path raw, UUID by) {
        Optional<Photo> there = QuarkusTransaction.requiringNew().call(() -> photos.findByIdOptional(photo.id));
        Instant before = clock.instant().minus(JUST_GIVEN);
        if (there.isPresent() && !unsent.isUnsent(photo.id, before)) {
            return there.get();
        }
        if (there.isEmpty()) {
            refuse(quotas.reached(by, QuotaKind.PHOTOS));
        }
        photo.storedBy = by;
        photo.storedAt = clock.instant();
        try (WorkDirectory workDirectory = media.workplace("photo-" + Ids.next(), 3 * PhotoNormalizer.MOST_BYTES)) {
            PhotoNormalizer.NormalizedPhoto normalized = normalizer.normalize(raw, workDirectory.folder());
            photo.width = normalized.width();
            photo.height = normalized.height();
            unsent.remove(photo.id, before);
            StoredObject storedObject = stored(photo.objectKey, normalized.file());
            photo.sha256 = storedObject.sha256();
            photo.bytes = storedObject.size();
        }
        try {
            QuarkusTransaction.requiringNew().run(() -> {
                people.lock(by);
                if (photos.findByIdOptional(photo.id).isEmpty()) {
                    photos.persistAndFlush(photo);
                    refuse(quotas.exceeded(by, QuotaKind.PHOTOS));
                }
            });
        } catch (Refused full) {
            media.delete(photo.objectKey);
            throw full;
        }
        LOG.infof("Photo %s kept as %s, given by %s", photo.id, photo.objectKey, by);
        return photo;
    }

    private static void refuse(Optional<QuotaFull> full) {
        full.ifPresent(one -> {
            throw StoreRefused.wrong("photo", one.ofCounty() ? "store.quota-county" : "store.quota-photos");
        });
    }

    /** How many photos somebody has given and may give, shown once there is little left. */
    public Optional<PhotoAllowance> notice(UUID by) {
        QuotaState state = quotas.of(by);
        return state.nearly(QuotaKind.PHOTOS)
                ? Optional.of(
                        new PhotoAllowance(state.limits().photos(), state.used().photos()))
                : Optional.empty();
    }

    /** Refuses a photo of another store or given by somebody else; empty is none and fine. */
    public void check(String photo, UUID store, UUID by) {
        if (!photo.isEmpty() && !photos.given(id(photo), store, by)) {
            throw StoreRefused.wrong("photo", "store.photo-gone");
        }
    }

    /** The store's photos by id as templates know it, with links for whoever may see the store. */
    @Transactional
    public Map<String, PhotoView> of(UUID store) {
        List<Photo> given = photos.ofStore(store);
        Map<UUID, String> names = people.names(
                given.stream().map(photo -> photo.storedBy).distinct().toList());
        return given.stream()
                .collect(Collectors.toMap(
                        photo -> photo.id.toString(),
                        photo -> new PhotoView(
                                media.link(photo.objectKey, LOOK),
                                photo.width,
                                photo.height,
                                photo.sha256,
                                names.get(photo.storedBy),
                                photo.storedAt)));
    }

    /** For whoever may see what the photo proves. */
    EvidencePhotos.EvidencePhoto shown(Photo photo) {
        return new EvidencePhotos.EvidencePhoto(
                photo.id, media.link(photo.objectKey, LOOK), photo.width, photo.height, photo.sha256, photo.storedAt);
    }

    private StoredObject stored(String key, Path file) {
        try (InputStream in = Files.newInputStream(file)) {
            return media.store(key, in, PhotoNormalizer.MOST_BYTES);
        } catch (IOException failed) {
            throw new UncheckedIOException(failed);
        }
    }

    private static UUID id(String photo) {
        return Ids.parse(photo).orElseThrow(() -> StoreRefused.wrong("photo", "store.photo-gone"));
    }
}
