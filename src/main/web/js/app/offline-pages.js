/**
 * Makes the service worker fetch its stored pages again, because something on them has changed.
 *
 * @param {string[]} pages
 */
export async function refreshPages(pages) {
    const registered = await navigator.serviceWorker?.getRegistration();
    registered?.active?.postMessage({ pages, again: true });
}
