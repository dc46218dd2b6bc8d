/**
 * The application without network. This file registers the listeners; each module in `sw/` decides one concern. API
 * calls, media, sign-in and the pages for the office always go to the network unchanged.
 */

import { showInLists, showOnPages, wishOf } from './sw/at-once.js';
import { createAssets } from './sw/assets.js';
import { createBackground } from './sw/background.js';
import { createFilms } from './sw/films.js';
import { createForms } from './sw/forms.js';
import { partsOf } from './sw/languages.js';
import { createOwnership } from './sw/ownership.js';
import { createPacks } from './sw/packs.js';
import { createPages } from './sw/pages.js';
import { createRoad } from './sw/road.js';
import { isTraineePage, routeOf } from './sw/routes.js';
import { createShared } from './sw/shared.js';
import { createSounds } from './sw/sounds.js';

/** @typedef {import('./sw/routes.js').Route} Route */

/** Calls of which there are many, and which show nowhere before another follows them. */
const CARRIES_BYTES = /\/(chunks|live-copies|network-probe|heartbeat)\b/;
const TRIES = 20;
const TRY_AGAIN_MS = 250;

const worker = /** @type {ServiceWorkerGlobalScope} */ (/** @type {unknown} */ (self));
const { version, urls } = __ASSETS__;
const { origin } = worker.location;
/** What pages with a trainer's voice need besides. */
const PLAYER = /\/voice[.-].*\.(js|css)$/;
/** @type {typeof fetch} */
const send = (request, init) => fetch(request, init);
const after = (/** @type {number} */ ms) => new Promise((resolve) => setTimeout(resolve, ms));

const assets = createAssets({ caches, fetch: send, version, urls, origin });
const ownership = createOwnership({ caches });
const packs = createPacks({ caches, fetch: send, ownership, origin });
const { offline } = assets;
/** What a page of theirs needs besides itself. @param {string} html @param {string} owner */
const storeContent = async (html, owner) => {
    await packs.storeFor(html, owner);
    await assets.storeFor(html);
};
const pages =
    createPages({ caches, fetch: send, ownership, version, after, now: () => Date.now(), offline, origin, storeContent, tell });
const background = createBackground({ fetch: send, person: ownership.person, onSent: refresh });
const forms = createForms({ caches, fetch: send, person: ownership.person, offline });
const road = createRoad();
/** @type {ReturnType<typeof createShared<import('./sw/pages.js').Outcome>>} */
const once = createShared(after);
const isOnline = () => navigator.onLine;
const films = createFilms({ caches, fetch: send, isOnline });
const storePlayer = () =>
    Promise.all(urls.filter((url) => PLAYER.test(url)).map((url) => assets.answer(new Request(new URL(url, origin)))));
const sounds = createSounds({ caches, fetch: send, isOnline, origin, storePlayer });

worker.addEventListener('install', (event) => event.waitUntil(assets.prepare().then(() => worker.skipWaiting())));

worker.addEventListener('activate', (event) => event.waitUntil(takeOver()));

worker.addEventListener('fetch', (event) => {
    if (event.request.method !== 'GET') {
        event.waitUntil(noteChange(event.request));
    }
    const route = routeOf(event.request, origin);
    if (route) {
        event.respondWith(answers[route](event));
    }
});

worker.addEventListener('sync', (event) => event.waitUntil(background.send()));

worker.addEventListener('message', (event) => {
    const message = /** @type {import('./js/app/service-worker.js').WorkerMessage | undefined} */ (event.data);
    if (!message) {
        return;
    }
    if ('pages' in message) {
        const { again = false } = message;
        // Who is told how each went gets what was asked for, and no more.
        const ahead = again || event.ports?.length ? message.pages : road.with(message.pages);
        const fetched = ahead
            .filter((path) => sounds.isSound(path) || isTraineePage(partsOf(path).path))
            .map((path) => (again ? fetchAhead(path, again) : once(`${ownership.session()} ${path}`, () => fetchAhead(path, again))));
        event.waitUntil(Promise.all(fetched).then((outcomes) => event.ports?.[0]?.postMessage(outcomes)));
    } else if ('bundle' in message) {
        event.waitUntil(sendBundle(message.bundle, event.ports[0]));
    } else if ('stored' in message) {
        event.waitUntil(areStored(message).then((states) => event.ports?.[0]?.postMessage(states)));
    } else if ('drop' in message) {
        event.waitUntil(drop(message.drop).then(() => event.ports?.[0]?.postMessage([])));
    } else if (message.film) {
        event.waitUntil(films.store(message.film));
    }
});

/** @param {string} path of a page or a sound @param {boolean} again */
const fetchAhead = (path, again) => (sounds.isSound(path) ? sounds.fetchAhead(path) : pages.fetchAhead(path, again));

/** @type {Record<Route, (event: FetchEvent) => Promise<Response>>} */
const answers = {
    'sign-out': ({ request }) => throughOwnership(request, ended, ownership.signedOut),
    'sign-in': ({ request }) => throughOwnership(request, () => true, signedIn),
    asset: ({ request }) => assets.answer(request),
    pack: ({ request }) => packs.answer(request),
    'lesson-done': ({ request }) => forms(request),
    film: ({ request, clientId }) => films.answer(request, clientId),
    sound: (event) => sounds.answer(event.request, event.clientId, (work) => event.waitUntil(work)),
    'trainee-page': (event) => {
        road.pageIsOpened();
        return pages.answer(event.request, (work) => event.waitUntil(work), event.resultingClientId);
    },
    'other-page': async ({ request }) => {
        // A choice of before does not outlive this one.
        const wish = wishOf(new URL(request.url));
        await (wish && pages.changed(wish));
        return fetch(request).catch(offline);
    },
};

/**
 * Stores the pages of a bundle and says at the port how each went, and the whole; anything said there stops it.
 *
 * @param {string} address
 * @param {MessagePort} port
 */
async function sendBundle(address, port) {
    let goesOn = true;
    port.onmessage = () => (goesOn = false);
    const ended = await pages.fetchBundle(address, (page, outcome) => {
        port.postMessage({ page, outcome });
        return goesOn;
    });
    port.postMessage({ ended });
}

/** @param {import('./js/app/service-worker.js').PagesAsked} asked pages and sounds @returns {Promise<import('./sw/pages.js').Stored[]>} */
async function areStored({ stored: paths, language }) {
    const states = await pages.areStored(paths, language);
    return Promise.all(paths.map(async (path, index) =>
        sounds.isSound(path) ? ((await sounds.isStored(path)) ? 'current' : 'absent') : states[index]));
}

/** @param {string[]} paths of pages and sounds */
async function drop(paths) {
    await pages.drop(paths);
    await Promise.all(paths.filter(sounds.isSound).map(sounds.drop));
}

/**
 * What is sent may show on stored pages: a form, or a lesson that was done; not what is only counted. Other calls show on
 * home at most.
 *
 * @param {Request} request
 */
async function noteChange(request) {
    if (request.mode === 'navigate') {
        await pages.changed();
    } else if (new URL(request.url).pathname === '/api/sync') {
        /** @type {{records?: {type: string}[]}} */
        const { records = [] } = await request.clone().json().catch(() => ({}));
        await changedBy(records.map(({ type }) => type));
    } else if (!CARRIES_BYTES.test(request.url)) {
        await pages.moved();
    }
}

/** @param {string[]} types of the records that were sent */
async function changedBy(types) {
    if (showOnPages(types)) {
        await pages.changed();
    } else if (showInLists(types)) {
        await pages.moved();
    }
}

/** No page was open that would have them fetched. @param {string[]} types of the records that were sent */
async function refresh(types) {
    await changedBy(types);
    await Promise.all(['/', '/learn'].map((path) => pages.fetchAhead(path, true)));
}

/**
 * It may take a moment until the page that is being opened can be told.
 *
 * @param {string} id
 * @param {import('./js/app/renewed.js').Renewed} renewed
 */
async function tell(id, renewed) {
    for (let tries = 0; tries < TRIES; tries++) {
        const client = await worker.clients.get(id);
        if (client) {
            return client.postMessage(renewed);
        }
        await after(TRY_AGAIN_MS);
    }
}

/** Pages of an earlier session are asked for again. */
async function signedIn() {
    await ownership.signedIn();
    await pages.changed();
}

/**
 * A sign-in or a sign-out changes whose pages may be shown, if it succeeds.
 *
 * @param {Request} request
 * @param {(answer: Response) => boolean} succeeded
 * @param {() => Promise<unknown>} change
 */
async function throughOwnership(request, succeeded, change) {
    try {
        const answer = await fetch(request);
        if (succeeded(answer)) {
            await change();
        }
        return answer;
    } catch (fault) {
        console.warn('no network:', fault);
        return assets.offline();
    }
}

/** Whether the session has ended. @param {Response} answer */
function ended(answer) {
    return answer.type === 'opaqueredirect' || answer.ok;
}

async function takeOver() {
    // Of one person's pages alone, as an early version stored them.
    await caches.delete('pages');
    // Pages stored before still name the assets of their version, which stay until the pages are fetched again.
    await assets.dropExcept(await pages.versions());
    await worker.clients.claim();
}
