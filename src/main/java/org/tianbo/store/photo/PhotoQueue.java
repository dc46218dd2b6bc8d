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
import org.tianbo.store.StoreConfig;
import org.tianbo.store.StoreRefused;

/**
 * Threads of their own for what has to do with a photo, so that twenty photos at once do not stop everybody else's
 * pages. The work runs as the request that brought the photo.
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
     * Does the work when it is its turn; what it throws is how the stage ends. When too many wait, answers with that at
     * once.
     */
    public <T> CompletionStage<T> submit(Supplier<T> work, Function<StoreRefused, T> whenFull) {
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
