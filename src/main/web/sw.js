/**
 * Tianbo without network: this file listens, the modules in `sw/` decide, each for one concern. Calls, media, sign-in
 * and the desks always go through untouched.
 */

import { createAssets } from './sw/assets.js';
import { createFilms } from './sw/films.js';
import { createOwnership } from './sw/ownership.js';
import { createPages } from './sw/pages.js';
import { isTraineePage, routeOf } from './sw/routes.js';

/** @typedef {import('./sw/routes.js').Route} Route */

const worker = /** @type {ServiceWorkerGlobalScope} */ (/** @type {unknown} */ (self));
const { version, urls } = __ASSETS__;
const { origin } = worker.location;
const send = (/** @type {RequestInfo} */ request, /** @type {RequestInit} */ init) => fetch(request, init);
const after = (/** @type {number} */ ms) => new Promise((resolve) => setTimeout(resolve, ms));

const assets = createAssets({ caches, fetch: send, version, urls, origin });
const ownership = createOwnership({ caches });
const pages = createPages({ caches, fetch: send, ownership, version, after, offline: assets.offline, origin });
const films = createFilms({ caches, fetch: send, isOnline: () => navigator.onLine });

worker.addEventListener('install', (event) => event.waitUntil(assets.prepare().then(() => worker.skipWaiting())));

worker.addEventListener('activate', (event) => event.waitUntil(takeOver()));

worker.addEventListener('fetch', (event) => {
    const answer = answers[routeOf(event.request, origin) ?? ''];
    if (answer) {
        event.respondWith(answer(event));
    }
});

worker.addEventListener('message', (event) => {
    const { kind, pages: paths, again = false, film } = event.data ?? {};
    if (kind === 'keep') {
        event.waitUntil(Promise.all(paths.filter(isTraineePage).map((/** @type {string} */ path) => pages.fetchAhead(path, again))));
    } else if (kind === 'keep-film') {
        event.waitUntil(films.keep(film));
    }
});

/** @type {Record<Route | '', (event: FetchEvent) => Promise<Response>>} */
const answers = {
    '': undefined,
    'sign-out': ({ request }) => throughOwnership(request, ended, ownership.signedOut),
    'sign-in': ({ request }) => throughOwnership(request, () => true, ownership.signedIn),
    asset: ({ request }) => assets.answer(request),
    film: ({ request, clientId }) => films.answer(request, clientId),
    'trainee-page': (event) => pages.answer(event.request, (work) => event.waitUntil(work)),
    'other-page': ({ request }) => fetch(request).catch(assets.offline),
};

/**
 * A sign-in or a sign-out changes whose pages may be shown, once it has really come about.
 *
 * @param {Request} request
 * @param {(answer: Response) => boolean} cameAbout
 * @param {() => Promise<unknown>} change
 */
async function throughOwnership(request, cameAbout, change) {
    try {
        const answer = await fetch(request);
        if (cameAbout(answer)) {
            await change();
        }
        return answer;
    } catch (fault) {
        console.warn('no network:', fault);
        return assets.offline();
    }
}

/** Whether the session has really ended. @param {Response} answer */
function ended(answer) {
    return answer.type === 'opaqueredirect' || answer.ok;
}

async function takeOver() {
    await pages.moveThoseOfOnePersonCache();
    // Pages kept before still name the assets of their version, which therefore stay until the pages are fetched anew.
    await assets.dropExcept(await pages.versions());
    await worker.clients.claim();
}
