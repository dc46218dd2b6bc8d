package org.tianbo.media.storage;

import java.net.URI;
import java.time.Duration;
import java.util.Optional;
import org.tianbo.media.MediaConfig;
import org.tianbo.testsupport.program.LocalS3;

/** How the local S3 is reached. */
record LocalS3Config(Optional<URI> endpoint, Optional<String> bucket) implements MediaConfig.S3 {

    static LocalS3Config of(LocalS3 s3) {
        return new LocalS3Config(Optional.of(s3.endpoint()), Optional.of(LocalS3.BUCKET));
    }

    @Override
    public String region() {
        return "us-east-1";
    }

    @Override
    public boolean pathStyle() {
        return true;
    }

    @Override
    public Optional<String> accessKey() {
        return Optional.of(LocalS3.ACCESS_KEY);
    }

    @Override
    public Optional<String> secretKey() {
        return Optional.of(LocalS3.SECRET_KEY);
    }

    @Override
    public Duration connectTimeout() {
        return Duration.ofSeconds(3);
    }

    @Override
    public Duration readTimeout() {
        return Duration.ofSeconds(30);
    }
}
