package org.tianbo.store.photo;

import static org.assertj.core.api.Assertions.assertThat;

import io.smallrye.config.SmallRyeConfigBuilder;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.function.Supplier;
import org.eclipse.microprofile.context.ThreadContext;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.tianbo.store.StoreConfig;
import org.tianbo.testsupport.Patience;

/** Whoever comes while too many photos wait is told so at once; those who wait are served. */
class PhotoQueueTest {

    private final CountDownLatch begun = new CountDownLatch(1);
    private final CountDownLatch go = new CountDownLatch(1);

    private final PhotoQueue queue = new PhotoQueue(
            new SmallRyeConfigBuilder()
                    .withMapping(StoreConfig.class)
                    .withDefaultValue("tianbo.store.hash-key", "k".repeat(40))
                    .withDefaultValue("tianbo.store.photos-at-once", "1")
                    .withDefaultValue("tianbo.store.photos-waiting", "1")
                    .build()
                    .getConfigMapping(StoreConfig.class),
            ThreadContext.builder()
                    .propagated()
                    .cleared()
                    .unchanged(ThreadContext.ALL_REMAINING)
                    .build());

    @AfterEach
    void stop() {
        queue.stop();
    }

    @Test
    void oneMoreThanMayWaitIsAskedToComeAgainAtOnce() throws Exception {
        CompletableFuture<String> first = submit(this::slowly);
        assertThat(begun.await(Patience.LONG.toSeconds(), TimeUnit.SECONDS)).isTrue();
        CompletableFuture<String> second = submit(() -> "second");

        CompletableFuture<String> third = submit(() -> "third");

        assertThat(third).isCompletedWithValue("store.photos-busy");
        assertThat(second).isNotDone();
        go.countDown();
        assertThat(first.get(Patience.LONG.toSeconds(), TimeUnit.SECONDS)).isEqualTo("first");
        assertThat(second.get(Patience.LONG.toSeconds(), TimeUnit.SECONDS)).isEqualTo("second");
        assertThat(submit(() -> "fourth").get(Patience.LONG.toSeconds(), TimeUnit.SECONDS))
                .isEqualTo("fourth");
    }

    private CompletableFuture<String> submit(Supplier<String> work) {
        return queue.submit(work, full -> full.fields().get(0).code()).toCompletableFuture();
    }

    private String slowly() {
        begun.countDown();
        try {
            go.await();
        } catch (InterruptedException stopped) {
            Thread.currentThread().interrupt();
        }
        return "first";
    }
}
