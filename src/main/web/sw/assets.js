/** Scripts, styles and pictures. They are cached for ever, because their names change with their content. */

const PREFIX = 'assets-';
const OFFLINE = '/offline';

/** What a trainee's phone needs; the scripts of the office pages would cost data for nothing. */
const FOR_PHONES =
    /\/(app|base|browser|speech|counter|learning|practice|home|attend|people|store|certification|feedback|photo|switch)[.-].*\.(js|css)$/;

/** @param {{caches: CacheStorage, fetch: typeof fetch, version: string, urls: string[], origin: string}} ports */
export function createAssets({ caches, fetch, version, urls, origin }) {
    const open = () => caches.open(PREFIX + version);
    return {
        /** Fetches everything that a phone needs without network. */
        async prepare() {
            const offline = new Request(new URL(OFFLINE, origin), { cache: 'reload' });
            await (await open()).addAll([...urls.filter((url) => FOR_PHONES.test(url)), offline]);
        },

        /** @param {Request} request */
        async answer(request) {
            const stored = await caches.match(request);
            if (stored) {
                return stored;
            }
            const response = await fetch(request);
            if (response.ok) {
                await (await open()).put(request, response.clone());
            }
            return response;
        },

        /** The page shown without network. */
        async offline() {
            return (await caches.match(OFFLINE)) ?? Response.error();
        },

        /** Drops the assets of earlier versions. @param {string[]} versions that are still needed, besides this one */
        async dropExcept(versions) {
            const needed = [version, ...versions].map((one) => PREFIX + one);
            const names = (await caches.keys()).filter((name) => name.startsWith(PREFIX) && !needed.includes(name));
            await Promise.all(names.map((name) => caches.delete(name)));
        },
    };
}
