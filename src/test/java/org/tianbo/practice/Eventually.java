package org.tianbo.practice;

import java.time.Duration;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import java.util.function.Predicate;
import java.util.function.Supplier;

/** Something that will be so in a while. */
public final class Eventually {

    private static final Duration PATIENCE = Duration.ofSeconds(30);
    private static final long LOOK_AGAIN_MS = 100;

    private Eventually() {}

    public static <T> T value(Supplier<T> look, Predicate<T> wanted) {
        return look(look, wanted)
                .orTimeout(PATIENCE.toSeconds(), TimeUnit.SECONDS)
                .join();
    }

    private static <T> CompletableFuture<T> look(Supplier<T> look, Predicate<T> wanted) {
        T seen = look.get();
        return wanted.test(seen)
                ? CompletableFuture.completedFuture(seen)
                : CompletableFuture.supplyAsync(
                                () -> look(look, wanted),
                                CompletableFuture.delayedExecutor(LOOK_AGAIN_MS, TimeUnit.MILLISECONDS))
                        .thenCompose(next -> next);
    }
}
