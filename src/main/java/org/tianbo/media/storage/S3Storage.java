package org.tianbo.media.storage;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.security.DigestOutputStream;
import java.security.MessageDigest;
import java.time.Duration;
import java.util.Base64;
import java.util.HexFormat;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.function.Supplier;
import java.util.stream.Collectors;
import org.jboss.logging.Logger;
import org.tianbo.media.OutOfSpace;
import org.tianbo.media.StoredObject;
import org.tianbo.media.WorkDirectory;
import software.amazon.awssdk.core.exception.SdkException;
import software.amazon.awssdk.core.sync.RequestBody;
import software.amazon.awssdk.services.s3.S3Client;
import software.amazon.awssdk.services.s3.model.GetObjectRequest;
import software.amazon.awssdk.services.s3.model.HeadObjectResponse;
import software.amazon.awssdk.services.s3.model.NoSuchKeyException;
import software.amazon.awssdk.services.s3.model.PutObjectRequest;
import software.amazon.awssdk.services.s3.model.S3Exception;
import software.amazon.awssdk.services.s3.model.S3Object;
import software.amazon.awssdk.services.s3.presigner.S3Presigner;
import software.amazon.awssdk.services.s3.presigner.model.PresignedGetObjectRequest;

/**
 * Objects in a bucket. What comes in is first read to its end on this machine's disk, so that an announced digest is
 * checked before the bucket hears of it and a lost answer can be followed by a second try. It is then put in one
 * request with both its digests: the bucket keeps the whole of it or nothing, and we acknowledge only after its answer.
 * MD5 is there for the services that overlook the newer checksum; it guards against damage on the way, not against an
 * enemy.
 */
final class S3Storage implements ObjectStorage {

    private static final Logger LOG = Logger.getLogger(S3Storage.class);

    /** What a bucket takes in one request, and the most of an object that appears in one step. */
    private static final long LARGEST = 5L << 30;

    /** Enough for a request that starts at once; nobody but us ever sees the address. */
    private static final Duration SOON = Duration.ofMinutes(5);

    private static final Set<String> FULL = Set.of("QuotaExceeded", "XMinioStorageFull", "InsufficientStorage");
    private static final int INSUFFICIENT_STORAGE = 507;

    private final S3Client client;
    private final S3Presigner presigner;
    private final String bucket;
    private final Scratch scratch;

    S3Storage(S3Client client, S3Presigner presigner, String bucket, Scratch scratch) {
        this.client = client;
        this.presigner = presigner;
        this.bucket = bucket;
        this.scratch = scratch;
    }

    @Override
    public StoredObject write(String key, InputStream in, long limit, Optional<String> sha256) throws IOException {
        Keys.checked(key);
        Path part = scratch.part(Math.min(limit, LARGEST));
        MessageDigest md5 = DigestingCopy.digest("MD5");
        try {
            StoredObject storedObject;
            try (OutputStream out = Files.newOutputStream(part, StandardOpenOption.CREATE_NEW)) {
                storedObject =
                        DigestingCopy.copy(key, in, Math.min(limit, LARGEST), sha256, new DigestOutputStream(out, md5));
            }
            put(storedObject, md5.digest(), part);
            return storedObject;
        } catch (IOException failed) {
            if (scratch.isFull(failed)) {
                throw new OutOfSpace();
            }
            throw failed;
        } finally {
            Files.deleteIfExists(part);
        }
    }

    private void put(StoredObject storedObject, byte[] md5, Path part) {
        Base64.Encoder base64 = Base64.getEncoder();
        PutObjectRequest request = PutObjectRequest.builder()
                .bucket(bucket)
                .key(storedObject.key())
                .contentLength(storedObject.size())
                .contentMD5(base64.encodeToString(md5))
                .checksumSHA256(base64.encodeToString(HexFormat.of().parseHex(storedObject.sha256())))
                .build();
        asking(storedObject.key(), () -> client.putObject(request, RequestBody.fromFile(part)));
    }

    @Override
    public InputStream open(String key) throws IOException {
        GetObjectRequest request =
                GetObjectRequest.builder().bucket(bucket).key(Keys.checked(key)).build();
        try {
            return asking(key, () -> client.getObject(request));
        } catch (NoSuchKeyException none) {
            throw new NoSuchFileException(key);
        }
    }

    @Override
    public Optional<ObjectInfo> find(String key) {
        Keys.checked(key);
        try {
            HeadObjectResponse head = asking(
                    key,
                    () -> client.headObject(request -> request.bucket(bucket).key(key)));
            return Optional.of(new ObjectInfo(head.contentLength(), head.eTag()));
        } catch (NoSuchKeyException none) {
            return Optional.empty();
        }
    }

    @Override
    public Map<String, Long> sizes(String folder) {
        String prefix = Keys.checked(folder) + "/";
        return asking(
                folder,
                () ->
                        client
                                .listObjectsV2Paginator(
                                        request -> request.bucket(bucket).prefix(prefix))
                                .contents()
                                .stream()
                                .collect(Collectors.toMap(S3Object::key, S3Object::size)));
    }

    @Override
    public void delete(String key) {
        Keys.checked(key);
        asking(key, () -> client.deleteObject(request -> request.bucket(bucket).key(key)));
    }

    @Override
    public ObjectSource source(String key, ObjectInfo info, long from, long length) {
        GetObjectRequest stretch = GetObjectRequest.builder()
                .bucket(bucket)
                .key(Keys.checked(key))
                .ifMatch(info.tag())
                .range("bytes=" + from + "-" + (from + length - 1))
                .build();
        PresignedGetObjectRequest signed = presigner.presignGetObject(
                request -> request.signatureDuration(SOON).getObjectRequest(stretch));
        Map<String, String> headers = new TreeMap<>();
        signed.signedHeaders().forEach((name, values) -> headers.put(name, String.join(",", values)));
        // The address says it already.
        headers.remove("host");
        return new ObjectSource.RemoteObject(URI.create(signed.url().toString()), headers);
    }

    @Override
    public WorkDirectory workDirectory(String name, long bytes) throws IOException {
        return scratch.workplace(name, bytes);
    }

    @Override
    public void close() {
        presigner.close();
        client.close();
    }

    /**
     * One question to the bucket. Whatever goes wrong besides a missing object is for the operator to mend, and passes.
     */
    private <T> T asking(String key, Supplier<T> question) {
        try {
            return question.get();
        } catch (NoSuchKeyException none) {
            throw none;
        } catch (SdkException failed) {
            LOG.warnf("Bucket %s, object %s: %s", bucket, key, failed.getMessage());
            if (failed instanceof S3Exception refused && isFull(refused)) {
                throw new OutOfSpace();
            }
            throw new StorageUnavailable(failed.getMessage());
        }
    }

    private static boolean isFull(S3Exception refused) {
        return refused.statusCode() == INSUFFICIENT_STORAGE
                || refused.awsErrorDetails() != null
                        && FULL.contains(
                                String.valueOf(refused.awsErrorDetails().errorCode()));
    }
}
