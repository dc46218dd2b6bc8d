package org.tianbo.store.photo;

import jakarta.annotation.PreDestroy;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.concurrent.ArrayBlockingQueue;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.RejectedExecutionException;
import java.util.concurrent.ThreadPoolExecutor;
import java.util.concurrent.TimeUnit;
import java.util.function.Function;
import java.util.function.Supplier;
import org.eclipse.microprofile.context.ThreadContext;
import org.tianbo.platform.error.Refused;
import org.tianbo.store.StoreConfig;
import org.tianbo.store.StoreRefused;

/**
 * Separate threads for preparing photos, so that twenty photos at once do not slow down all other pages. The work runs
 * in the context of the request that uploaded the photo.
 */
@ApplicationScoped
public class PhotoQueue {

    private final ThreadPoolExecutor threads;
    private final ThreadContext context;

    PhotoQueue(StoreConfig config, ThreadContext context) {
        this.threads = new ThreadPoolExecutor(
                config.photosAtOnce(),
                config.photosAtOnce(),
                0,
                TimeUnit.SECONDS,
                new ArrayBlockingQueue<>(config.photosWaiting()),
                work -> new Thread(work, "photos"));
        this.context = context;
    }

    /**
     * Runs the work when a thread is free; an exception of it completes the stage. When too many wait, completes at
     * once with the answer for that case.
     */
    public <T> CompletionStage<T> submit(Supplier<T> work, Function<Refused, T> whenFull) {
        CompletableFuture<T> done = new CompletableFuture<>();
        Runnable turn = context.contextualRunnable(() -> {
            try {
                done.complete(work.get());
            } catch (RuntimeException failed) {
                done.completeExceptionally(failed);
            }
        });
        try {
            threads.execute(turn);
        } catch (RejectedExecutionException full) {
            return CompletableFuture.completedStage(whenFull.apply(StoreRefused.photosBusy()));
        }
        return done;
    }

    @PreDestroy
    void stop() {
        threads.shutdownNow();
    }
}
