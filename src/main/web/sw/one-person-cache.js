/** An earlier version stored the pages of one person at a time, in one cache. */

const ONE_PERSON_CACHE = 'pages';
export const OWNER_HEADER = 'Tianbo-Owner';

/** @param {CacheStorage} caches @param {import('./ownership.js').Ownership} ownership */
export async function moveOnePersonCache(caches, ownership) {
    if (!(await caches.has(ONE_PERSON_CACHE))) {
        return;
    }
    const before = await caches.open(ONE_PERSON_CACHE);
    for (const request of await before.keys()) {
        const page = await before.match(request);
        const owner = page?.headers.get(OWNER_HEADER);
        if (page && owner) {
            await ownership.settle(owner);
            await (await ownership.pagesOf(owner)).put(request, page);
        }
    }
    await caches.delete(ONE_PERSON_CACHE);
}
