/** Has the service worker fetch ahead what this page leads on to, so that it opens without network. A few kilobytes each. */
export async function keepAhead() {
    const pages = [...document.querySelectorAll('[data-keep]')].flatMap((one) => one.dataset.keep.split(' ').filter(Boolean));
    if (pages.length && navigator.serviceWorker && !navigator.connection?.saveData) {
        const { active } = await navigator.serviceWorker.ready;
        active.postMessage({ kind: 'keep', pages });
    }
}
