package org.tianbo.testsupport.browser;

import com.microsoft.playwright.Page;
import java.util.List;
import java.util.Set;
import java.util.function.Predicate;
import org.tianbo.practice.Eventually;
import org.tianbo.practice.OnScreen;

/**
 * What the service worker has stored on a phone. `waitForFunction` cannot wait for it: whatever an asynchronous
 * function will answer, its promise counts as true at once.
 */
public final class PhoneCaches {

    private static final String STORED =
            "async (name) => (await (await caches.open(name)).keys()).map(({ url }) => url)";

    private PhoneCaches() {}

    /** Waits until the page of that path is there for when there is no network. */
    public static void awaitPage(Page page, String path) {
        Eventually.value(
                () -> page.evaluate(
                        "async (path) => await caches.match(path) ? path : (await caches.keys()).join()", path),
                path::equals);
    }

    /** Waits until so many requests are stored in the cache of that name. */
    public static void awaitCount(Page page, String cache, int count) {
        await(page, cache, count + " requests", stored -> stored.size() == count);
    }

    /** Waits until the cache of that name holds each of these, by the ends of their addresses, and nothing else. */
    public static void awaitOnly(Page page, String cache, Set<String> ends) {
        await(
                page,
                cache,
                "only " + ends,
                stored -> stored.size() == ends.size()
                        && ends.stream().allMatch(end -> stored.stream().anyMatch(url -> url.endsWith(end))));
    }

    private static void await(Page page, String cache, String wanted, Predicate<List<String>> there) {
        Eventually.value(
                "%s in the phone's cache \"%s\"".formatted(wanted, cache),
                () -> ((List<?>) page.evaluate(STORED, cache))
                        .stream().map(Object::toString).toList(),
                there,
                () -> OnScreen.of(page));
    }
}
