package org.tianbo.media.storage;

import java.net.URI;
import java.util.Optional;
import org.tianbo.media.MediaConfig.S3;
import software.amazon.awssdk.auth.credentials.AwsBasicCredentials;
import software.amazon.awssdk.auth.credentials.AwsCredentialsProvider;
import software.amazon.awssdk.auth.credentials.DefaultCredentialsProvider;
import software.amazon.awssdk.auth.credentials.StaticCredentialsProvider;
import software.amazon.awssdk.core.checksums.RequestChecksumCalculation;
import software.amazon.awssdk.core.checksums.ResponseChecksumValidation;
import software.amazon.awssdk.http.urlconnection.UrlConnectionHttpClient;
import software.amazon.awssdk.regions.Region;
import software.amazon.awssdk.services.s3.S3Client;
import software.amazon.awssdk.services.s3.S3ClientBuilder;
import software.amazon.awssdk.services.s3.S3Configuration;
import software.amazon.awssdk.services.s3.presigner.S3Presigner;

/** From settings to the SDK's own objects. */
final class S3Access {

    private S3Access() {}

    static S3Storage store(S3 config, Scratch scratch) {
        String bucket =
                config.bucket().orElseThrow(() -> new IllegalStateException("tianbo.media.s3.bucket is not set"));
        return new S3Storage(client(config), presigner(config), bucket, scratch);
    }

    private static S3Client client(S3 config) {
        S3ClientBuilder client = S3Client.builder()
                .region(Region.of(config.region()))
                .credentialsProvider(credentials(config))
                .serviceConfiguration(styleOf(config))
                // We send and check digests of our own; the SDK's would come in a form that not every service
                // understands.
                .requestChecksumCalculation(RequestChecksumCalculation.WHEN_REQUIRED)
                .responseChecksumValidation(ResponseChecksumValidation.WHEN_REQUIRED)
                .httpClientBuilder(UrlConnectionHttpClient.builder()
                        .connectionTimeout(config.connectTimeout())
                        .socketTimeout(config.readTimeout()));
        config.endpoint().ifPresent(client::endpointOverride);
        return client.build();
    }

    private static S3Presigner presigner(S3 config) {
        S3Presigner.Builder presigner = S3Presigner.builder()
                .region(Region.of(config.region()))
                .credentialsProvider(credentials(config))
                .serviceConfiguration(styleOf(config));
        Optional<URI> endpoint = config.endpoint();
        endpoint.ifPresent(presigner::endpointOverride);
        return presigner.build();
    }

    private static S3Configuration styleOf(S3 config) {
        return S3Configuration.builder()
                .pathStyleAccessEnabled(config.pathStyle())
                .chunkedEncodingEnabled(false)
                .build();
    }

    private static AwsCredentialsProvider credentials(S3 config) {
        if (config.accessKey().isPresent() && config.secretKey().isPresent()) {
            return StaticCredentialsProvider.create(AwsBasicCredentials.create(
                    config.accessKey().get(), config.secretKey().get()));
        }
        return DefaultCredentialsProvider.builder().build();
    }
}
