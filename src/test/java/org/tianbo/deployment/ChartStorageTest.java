package org.tianbo.deployment;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.marcnuri.helm.TemplateCommand;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Where the chart has recordings and other files written, and what of that it refuses. */
class ChartStorageTest extends RenderedChart {

    @ParameterizedTest
    @ValueSource(strings = {"tianbo-web", "tianbo-worker"})
    void whatIsWrittenGoesToScratchOrToTheSharedMedia(String deployment) {
        Node container = manifests.container(deployment);
        Node pod = manifests.one("Deployment", deployment);

        assertThat(container.named("volumeMounts", "scratch").text("mountPath")).isEqualTo("/tmp");
        assertThat(container.named("env", "JAVA_OPTS_APPEND").text("value"))
                .contains("-Dorg.bytedeco.javacpp.cachedir=/tmp/");
        assertThat(container.named("env", "TIANBO_MEDIA_WORKPLACE").text("value"))
                .startsWith("/tmp/");
        assertThat(container.named("env", "TIANBO_MEDIA_STORE").text("value")).isEqualTo("folder");
        assertThat(container.named("env", "TIANBO_MEDIA_FOLDER").text("value"))
                .isEqualTo(container.named("volumeMounts", "media").text("mountPath"));
        String claim = pod.named("spec.template.spec.volumes", "media").text("persistentVolumeClaim.claimName");
        assertThat(manifests.one("PersistentVolumeClaim", claim).at("spec.accessModes"))
                .isEqualTo(List.of("ReadWriteMany"));
    }

    @Test
    void aBucketNeedsNoVolumeAndItsKeyComesFromASecret() {
        Manifests withBucket = Chart.render(command -> command.set("media.store", "s3")
                .set("media.s3.bucket", "recordings")
                .set("media.s3.endpoint", "https://s3.example.org")
                .set("media.s3.pathStyle", true)
                .set("media.s3.existingSecret", "tianbo-bucket"));

        assertThat(withBucket.ofKind("PersistentVolumeClaim")).isEmpty();
        for (String deployment : DEPLOYMENTS) {
            Node container = withBucket.container(deployment);
            assertThat(container.list("volumeMounts")).hasSize(1);
            assertThat(withBucket.one("Deployment", deployment).list("spec.template.spec.volumes"))
                    .hasSize(1);
            assertThat(container.named("env", "TIANBO_MEDIA_STORE").text("value"))
                    .isEqualTo("s3");
            assertThat(container.named("env", "TIANBO_MEDIA_S3_BUCKET").text("value"))
                    .isEqualTo("recordings");
            assertThat(container.named("env", "TIANBO_MEDIA_S3_ENDPOINT").text("value"))
                    .isEqualTo("https://s3.example.org");
            assertThat(container.named("env", "TIANBO_MEDIA_S3_PATH_STYLE").text("value"))
                    .isEqualTo("true");
            assertThat(secretsOf(container))
                    .containsEntry("TIANBO_MEDIA_S3_ACCESS_KEY", "tianbo-bucket/access-key")
                    .containsEntry("TIANBO_MEDIA_S3_SECRET_KEY", "tianbo-bucket/secret-key");
        }
    }

    @Test
    void whereTheNodesHaveTheRightABucketNeedsNoKey() {
        Manifests withBucket =
                Chart.render(command -> command.set("media.store", "s3").set("media.s3.bucket", "recordings"));

        assertThat(secretsOf(withBucket.container("tianbo-web"))).doesNotContainKey("TIANBO_MEDIA_S3_SECRET_KEY");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "media.accessMode=ReadWriteOnce",
                "media.accessMode=ReadWriteOnce,media.existingClaim=disk,web.replicas=1",
                "media.accessMode=ReadWriteOnce,web.replicas=2,worker.replicas=0",
                "media.accessMode=ReadWriteOnce,web.replicas=1,worker.replicas=0,web.autoscaling.enabled=true"
            })
    void podsThatWouldNotSeeEachOthersRecordingsAreRefused(String settings) {
        assertThatThrownBy(() -> Chart.render(command -> withAll(command, settings)))
                .hasMessageContaining("each must see every recording")
                .hasMessageContaining("media.store=s3");
    }

    @Test
    void aBucketMustBeNamed() {
        assertThatThrownBy(() -> Chart.render(command -> command.set("media.store", "s3")))
                .hasMessageContaining("media.s3.bucket is not set");
    }

    @Test
    void onePodAloneMayHaveADiskOfItsOwnAndDoesTheJobsItself() {
        Manifests alone = Chart.render(
                command -> withAll(command, "media.accessMode=ReadWriteOnce,web.replicas=1,worker.replicas=0"));

        assertThat(alone.container("tianbo-web")
                        .named("env", "TIANBO_JOBS_ENABLED")
                        .text("value"))
                .isEqualTo("true");
        assertThat(alone.one("Deployment", "tianbo-web").at("spec.strategy")).isEqualTo(Map.of("type", "Recreate"));
        assertThat(manifests.one("Deployment", "tianbo-web").text("spec.strategy.type"))
                .isEqualTo("RollingUpdate");
    }

    private static TemplateCommand withAll(TemplateCommand command, String settings) {
        TemplateCommand changed = command;
        for (String setting : settings.split(",")) {
            String[] parts = setting.split("=");
            changed = changed.set(parts[0], parts[1]);
        }
        return changed;
    }
}
