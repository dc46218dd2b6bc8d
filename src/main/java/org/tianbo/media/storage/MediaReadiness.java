package org.tianbo.media.storage;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Provider;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.tianbo.media.MediaConfig;
import org.tianbo.media.MediaConfig.StoreKind;
import org.tianbo.platform.error.Fault;
import org.tianbo.platform.readiness.Finding;
import org.tianbo.platform.readiness.ReadinessCheck;

/**
 * Recordings can be kept, read and deleted. Tried rather than asked: rights alone tell nothing of a share or a bucket.
 */
@ApplicationScoped
class MediaReadiness implements ReadinessCheck {

    private static final byte[] PROBE = "can this be kept?".getBytes(StandardCharsets.UTF_8);

    private final MediaConfig config;
    private final Provider<ObjectStorage> stores;

    /** A store without its settings cannot even be made, so it is asked for last. */
    MediaReadiness(MediaConfig config, Provider<ObjectStorage> stores) {
        this.config = config;
        this.stores = stores;
    }

    @Override
    public List<Finding> findings() {
        List<Finding> findings = new ArrayList<>(config.store() == StoreKind.S3 ? ofBucket(config.s3()) : ofFolder());
        if (findings.stream().noneMatch(Finding::stopsTheStart)) {
            tried().ifPresent(findings::add);
        }
        return findings;
    }

    private List<Finding> ofFolder() {
        if (config.folder().isPresent()) {
            return List.of();
        }
        return List.of(Finding.severe(
                "media-folder-missing",
                "tianbo.media.folder is not set.",
                "Set it to a folder that every replica sees, or tianbo.media.store to s3."));
    }

    private static List<Finding> ofBucket(MediaConfig.S3 s3) {
        List<Finding> findings = new ArrayList<>();
        if (s3.bucket().isEmpty()) {
            findings.add(Finding.severe(
                    "media-bucket-missing",
                    "tianbo.media.s3.bucket is not set.",
                    "Set it to the name of a bucket that exists and is not public."));
        }
        if (s3.accessKey().isPresent() != s3.secretKey().isPresent()) {
            findings.add(Finding.severe(
                    "media-bucket-half-a-key",
                    "Only one of tianbo.media.s3.access-key and tianbo.media.s3.secret-key is set.",
                    "Set both, or neither where the machine itself has the right."));
        }
        if (s3.endpoint()
                .filter(address -> !"https".equalsIgnoreCase(address.getScheme()))
                .isPresent()) {
            findings.add(Finding.warning(
                    "media-bucket-without-tls",
                    "tianbo.media.s3.endpoint is " + s3.endpoint().get() + ": recordings cross the network readable.",
                    "Use an address that begins with https://, unless the network between is your own."));
        }
        return findings;
    }

    private Optional<Finding> tried() {
        ObjectStorage storage = stores.get();
        String key = "readiness/" + UUID.randomUUID();
        try {
            storage.write(key, new ByteArrayInputStream(PROBE), PROBE.length, Optional.empty());
            try (InputStream in = storage.open(key)) {
                if (!Arrays.equals(in.readAllBytes(), PROBE)) {
                    return Optional.of(refusal("it gave back other bytes than it was given"));
                }
            } finally {
                storage.delete(key);
            }
            return Optional.empty();
        } catch (StorageUnavailable unavailable) {
            return Optional.of(refusal(unavailable.why()));
        } catch (IOException | Fault refused) {
            return Optional.of(refusal(refused.toString()));
        }
    }

    private Finding refusal(String why) {
        if (config.store() == StoreKind.S3) {
            return Finding.severe(
                    "media-bucket-refuses",
                    "Nothing can be kept in the bucket " + config.s3().bucket().orElseThrow() + " (" + why + ").",
                    "Look at tianbo.media.s3.endpoint, region, path-style and the key's right to get, put and delete.");
        }
        return Finding.severe(
                "media-folder-read-only",
                "Nothing can be written to " + config.folder().orElseThrow() + " (" + why
                        + "): recordings would be refused.",
                "Give the process's user the right to write there, or point tianbo.media.folder elsewhere.");
    }
}
