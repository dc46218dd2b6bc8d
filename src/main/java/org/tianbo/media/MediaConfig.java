package org.tianbo.media;

import io.quarkus.runtime.configuration.MemorySize;
import io.smallrye.config.ConfigMapping;
import io.smallrye.config.WithDefault;
import java.net.URI;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Optional;

@ConfigMapping(prefix = "tianbo.media")
interface MediaConfig {

    enum StoreKind {
        FOLDER,
        S3
    }

    /** What objects are kept in. */
    @WithDefault("folder")
    StoreKind store();

    /** The folder of a folder store; every replica sees the same one. */
    Optional<Path> folder();

    /**
     * A disk of this machine for what is on its way or being worked on; a finished rehearsal needs four times its size here.
     * Within the folder of a folder store unless told otherwise, else beside the system's temporary files.
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

    /** How long one run of ffmpeg may take before it counts as stuck. */
    @WithDefault("45M")
    Duration ffmpegTimeout();

    /** A bucket of Amazon's S3, or of anything that speaks like it. */
    interface S3 {

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
