package org.tianbo.media;

import io.quarkus.runtime.configuration.MemorySize;
import io.smallrye.config.ConfigMapping;
import io.smallrye.config.WithDefault;
import java.net.URI;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Optional;

@ConfigMapping(prefix = "tianbo.media")
public interface MediaConfig {

    public enum StoreKind {
        FOLDER,
        S3
    }

    /** What objects are kept in. */
    @WithDefault("folder")
    StoreKind store();

    /** The folder of a folder store; every replica sees the same one. */
    Optional<Path> folder();

    /**
     * A disk of this machine for files that arrive or are being worked on; a finished rehearsal needs four times its
     * size here. Within the folder of a folder store unless configured otherwise, else beside the system's temporary
     * files.
     */
    Optional<Path> workplace();

    S3 s3();

    /** Free space that is never used up: the database and the log live on the same disk more often than not. */
    @WithDefault("1G")
    MemorySize reserve();

    /** Key of the signatures on links; the same on every replica. */
    String linkKey();

    /** An ffmpeg of the system's instead of the one brought along; ffprobe is looked for beside it. */
    Optional<Path> ffmpeg();

    /** How long one run of ffmpeg may take at most; a short take gets less. */
    @WithDefault("45M")
    Duration ffmpegTimeout();

    /** No more of a take is made into a recording, whatever its phone says of its length. */
    @WithDefault("4H")
    Duration longestTake();

    /** Pixels of one picture of a take: 4K and a little more. */
    @WithDefault("16777216")
    long takePixels();

    /** What ffmpeg may ask for while it works on a take; a film in 4K takes a quarter of it. */
    @WithDefault("1536M")
    MemorySize takeMemory();

    /** Pixels of a photo; phones' cameras stay below at their usual quality. */
    @WithDefault("40000000")
    long photoPixels();

    /**
     * What ffmpeg may ask for while it works on a photo. A quarter of it are its own libraries, which all its runs
     * share.
     */
    @WithDefault("400M")
    MemorySize photoMemory();

    @WithDefault("20S")
    Duration photoTimeout();

    /** A bucket of Amazon's S3, or of anything that speaks like it. */
    public interface S3 {

        Optional<String> bucket();

        /** Where the service answers; Amazon's own address of the region when absent. */
        Optional<URI> endpoint();

        /** Part of every signature; services without regions take any. */
        @WithDefault("us-east-1")
        String region();

        /** Whether the bucket stands in the path rather than in the host's name, as MinIO and Ceph mostly want it. */
        @WithDefault("false")
        boolean pathStyle();

        /** With {@link #secretKey}; without both, what the machine or its surroundings say is used. */
        Optional<String> accessKey();

        Optional<String> secretKey();

        @WithDefault("3S")
        Duration connectTimeout();

        /** How long the service may stay silent. */
        @WithDefault("30S")
        Duration readTimeout();
    }
}
