package org.tianbo.testsupport.browser;

import com.microsoft.playwright.Page;
import org.tianbo.practice.Eventually;

/**
 * What the service worker has stored on a phone. `waitForFunction` cannot wait for it: whatever an asynchronous
 * function will answer, its promise counts as true at once.
 */
public final class PhoneCaches {

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
        Eventually.value(
                () -> page.evaluate("async (name) => (await (await caches.open(name)).keys()).length", cache),
                stored -> Integer.valueOf(count).equals(stored));
    }
}
