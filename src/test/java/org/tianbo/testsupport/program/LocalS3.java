package org.tianbo.testsupport.program;

import java.io.IOException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.logging.Level;
import java.util.logging.Logger;
import java.util.stream.Stream;
import org.gaul.s3proxy.S3Proxy;
import org.gaul.s3proxy.auth.AuthenticationType;
import org.gaul.s3proxy.nio2blob.FilesystemNio2BlobStore;
import org.tianbo.testsupport.FreePort;

/** An S3 that answers on this machine and keeps its buckets in a folder; signatures and checksums are checked. */
public final class LocalS3 implements AutoCloseable {

    public static final String BUCKET = "recordings";
    public static final String ACCESS_KEY = "an-access-key";
    public static final String SECRET_KEY = "a-secret-key-of-the-tests-only";

    /** Held, for the logging forgets the level of a logger that nobody holds. */
    private static final Logger ITS_LOG = Logger.getLogger("org.gaul");

    private final Path folder;
    private S3Proxy proxy;
    private int port;

    private LocalS3(Path folder) {
        this.folder = folder;
    }

    /** With one empty bucket. */
    public static LocalS3 start(Path folder) throws Exception {
        ITS_LOG.setLevel(Level.WARNING);
        Files.createDirectories(folder.resolve(BUCKET));
        LocalS3 started = new LocalS3(folder);
        started.port = FreePort.find();
        started.answer();
        return started;
    }

    public URI endpoint() {
        return URI.create("http://127.0.0.1:" + port);
    }

    /** What leads the application to it. */
    public Map<String, String> settings() {
        return Map.of(
                "tianbo.media.store",
                "s3",
                "tianbo.media.s3.endpoint",
                endpoint().toString(),
                "tianbo.media.s3.bucket",
                BUCKET,
                "tianbo.media.s3.path-style",
                "true",
                "tianbo.media.s3.access-key",
                ACCESS_KEY,
                "tianbo.media.s3.secret-key",
                SECRET_KEY);
    }

    /** Where the bucket's objects lie as files. */
    public Path bucket() {
        return folder.resolve(BUCKET);
    }

    public void empty() throws IOException {
        List<Path> deepestFirst;
        try (Stream<Path> all = Files.walk(bucket())) {
            deepestFirst = all.sorted(Comparator.reverseOrder()).toList();
        }
        for (Path path : deepestFirst.subList(0, deepestFirst.size() - 1)) {
            Files.delete(path);
        }
    }

    /** As if the network to it were cut; its bytes stay. */
    public void fallSilent() throws Exception {
        proxy.stop();
    }

    /** Answers, at the same address as ever. */
    public void answer() throws Exception {
        proxy = S3Proxy.builder()
                .endpoint(endpoint())
                .awsAuthentication(AuthenticationType.AWS_V4, ACCESS_KEY, SECRET_KEY)
                .blobStore(new FilesystemNio2BlobStore(folder.toString()))
                .build();
        proxy.start();
    }

    @Override
    public void close() throws IOException {
        try {
            proxy.stop();
        } catch (Exception stuck) {
            throw new IOException(stuck);
        }
    }
}
