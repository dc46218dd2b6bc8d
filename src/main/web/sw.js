/**
 * Tianbo without network. Assets come from the cache for good, for their names change with their content. Pages of a trainee come from
 * the network while it answers, else as last seen. Calls, media, sign-in and the desks always go through untouched.
 */

const { version, urls } = __ASSETS__;

const ASSETS = `assets-${version}`;
const PAGES = 'pages';
const FILMS = 'films';
const OFFLINE = '/offline';
const PATIENCE_MS = 4000;
/** What the films kept may take of a phone; a film is 0.1 to 3 MB. */
const FILMS_BYTES = 30_000_000;

/** What a trainee's phone needs; the desks' scripts would cost megabytes for nothing. */
const FOR_PHONES = /\/(app|base|learning|practice|home|people|store|certification|feedback|photo)[.-][^/]*\.(js|css)$/;
const TRAINEE_PAGES = /^\/($|learn(\/|$)|practice(\/|$)|my-store$|my-certificate$)/;
const ATTEMPT_PAGE = /^\/practice\/([0-9a-f]{8}-[0-9a-f-]{27})$/;
/** The trainee's layout; a desk at the same address has another. */
const PHONE_LAYOUT = /<(?:main|body)[^>]*\bclass="[^"]*\b(?:phone|bare)\b/;
const OWNER = /<html[^>]*\bdata-person="([^"]+)"/;

self.addEventListener('install', (event) => {
    event.waitUntil(prepare());
});

self.addEventListener('activate', (event) => {
    event.waitUntil(takeOver());
});

self.addEventListener('fetch', (event) => {
    const { request } = event;
    const url = new URL(request.url);
    if (request.method !== 'GET' || url.origin !== self.location.origin) {
        return;
    }
    if (url.pathname.startsWith('/assets/')) {
        event.respondWith(asset(request));
    } else if (url.pathname.startsWith('/films/')) {
        event.respondWith(film(event));
    } else if (request.mode === 'navigate') {
        if (/^\/(sign-out|auth\/.*\/logout)/.test(url.pathname)) {
            event.respondWith(signOut(request));
        } else if (TRAINEE_PAGES.test(url.pathname)) {
            event.respondWith(page(event, url));
        } else if (!/^\/(api|auth|media|q)\//.test(url.pathname)) {
            event.respondWith(fetch(request).catch(() => offline()));
        }
    }
});

self.addEventListener('message', (event) => {
    const { kind, pages } = event.data ?? {};
    if (kind === 'keep') {
        event.waitUntil(Promise.all(pages.map(keepAhead)));
    } else if (kind === 'keep-film') {
        event.waitUntil(keepFilm(event.data.film));
    }
});

async function prepare() {
    const cache = await caches.open(ASSETS);
    await cache.addAll([...urls.filter((url) => FOR_PHONES.test(url)), new Request(OFFLINE, { cache: 'reload' })]);
    await self.skipWaiting();
}

async function takeOver() {
    // Pages kept before still name the assets of their version, which therefore stay until the pages are fetched anew.
    const named = new Set([version, ...(await versionsOfPages())]);
    for (const name of await caches.keys()) {
        if (name.startsWith('assets-') && !named.has(name.slice('assets-'.length))) {
            await caches.delete(name);
        }
    }
    await self.clients.claim();
}

async function versionsOfPages() {
    const cache = await caches.open(PAGES);
    const pages = await Promise.all((await cache.keys()).map((path) => cache.match(path)));
    return pages.map((page) => page?.headers.get('Tianbo-Version'));
}

/** The pages kept go only when the session has really ended. @param {Request} request */
async function signOut(request) {
    try {
        const answer = await fetch(request);
        await caches.delete(PAGES);
        return answer;
    } catch {
        return offline();
    }
}

/** @param {Request} request */
async function asset(request) {
    const kept = await caches.match(request);
    if (kept) {
        return kept;
    }
    const response = await fetch(request);
    if (response.ok) {
        const cache = await caches.open(ASSETS);
        await cache.put(request, response.clone());
    }
    return response;
}

/** Whether a page plays a film as it was kept: a player gives up when the network and the cache take turns. */
const playsKept = new Map();

/** A film that was begun once, or what belongs to it; players ask for it piece by piece. @param {FetchEvent} event */
async function film({ request, clientId }) {
    const kept = await (await caches.open(FILMS)).match(request.url);
    const [, from = '0', to = ''] = /^bytes=(\d+)-(\d*)$/.exec(request.headers.get('Range') ?? '') ?? [];
    const player = `${clientId} ${request.url}`;
    if (from === '0') {
        playsKept.set(player, Boolean(kept));
    }
    if (!kept || !(playsKept.get(player) ?? !navigator.onLine)) {
        return fetch(request);
    }
    return request.headers.has('Range') ? piece(kept, Number(from), to) : kept;
}

/**
 * @param {Response} kept
 * @param {number} from
 * @param {string} to the last byte; empty for the end
 */
async function piece(kept, from, to) {
    const whole = await kept.blob();
    const last = Math.min(to ? Number(to) : whole.size, whole.size - 1);
    const headers = new Headers(kept.headers);
    headers.set('Content-Range', `bytes ${from}-${last}/${whole.size}`);
    headers.set('Content-Length', String(last + 1 - from));
    return new Response(whole.slice(from, last + 1), { status: 206, headers });
}

/** With its poster and the captions in both languages. @param {string} address of the film */
async function keepFilm(address) {
    const cache = await caches.open(FILMS);
    if (!(await cache.match(address))) {
        const name = address.replace(/\.mp4$/, '');
        await cache.addAll([address, `${name}.svg`, `${name}.zh.vtt`, `${name}.en.vtt`]);
        await pruneFilms(cache, name);
    }
}

/**
 * Drops the other versions of a film that was just kept, and the oldest films while all take more than they may.
 *
 * @param {Cache} cache
 * @param {string} latest the film's address without its ending
 */
async function pruneFilms(cache, latest) {
    /** @type {Map<string, {bytes: number, requests: Request[]}>} */
    const films = new Map();
    for (const request of await cache.keys()) {
        const name = request.url.replace(/\.(mp4|svg|zh\.vtt|en\.vtt)$/, '');
        const film = films.get(name) ?? { bytes: 0, requests: [] };
        film.bytes += (await (await cache.match(request))?.blob())?.size ?? 0;
        film.requests.push(request);
        films.set(name, film);
    }
    const lesson = lessonOf(latest);
    let total = [...films.values()].reduce((sum, film) => sum + film.bytes, 0);
    // In the order they were kept.
    for (const [name, { bytes, requests }] of films) {
        if (name !== latest && (lessonOf(name) === lesson || total > FILMS_BYTES)) {
            await Promise.all(requests.map((request) => cache.delete(request)));
            total -= bytes;
        }
    }
}

/** A film's address ends on the version of its lesson. @param {string} name */
function lessonOf(name) {
    return name.replace(/-[0-9a-f]{16}$/, '');
}

/** The network's answer if it comes in time, else the page as last seen. @param {FetchEvent} event @param {URL} url */
async function page(event, url) {
    const answer = fetch(event.request);
    event.waitUntil(answer.then((response) => keep(url.pathname, response.clone()), () => {}));
    const kept = await (await caches.open(PAGES)).match(url.pathname);
    try {
        const response = await (kept ? Promise.race([answer, after(PATIENCE_MS)]) : answer);
        // The server is being started anew, or what stands before it cannot reach it.
        return kept && response.status >= 502 ? kept : response;
    } catch {
        return kept ?? instead(url);
    }
}

/** An attempt's own page was never seen: if its recording is on this phone, the camera's page knows it. @param {URL} url */
async function instead(url) {
    const attempt = ATTEMPT_PAGE.exec(url.pathname)?.[1];
    return attempt ? Response.redirect(`/practice/camera#${attempt}`) : offline();
}

async function offline() {
    return (await caches.match(OFFLINE)) ?? Response.error();
}

/** @param {number} ms @returns {Promise<never>} */
function after(ms) {
    return new Promise((_, reject) => {
        setTimeout(() => reject(new Error('too slow')), ms);
    });
}

let keeping = Promise.resolve();

/** One page after the other, for each looks at whose pages are there. @param {string} path @param {Response} response */
function keep(path, response) {
    keeping = keeping.then(() => keepOne(path, response)).catch((fault) => console.warn('not kept:', path, fault));
    return keeping;
}

/**
 * Keeps a trainee's page. Phones are shared: the first page of somebody else throws out all of the one before.
 *
 * @param {string} path
 * @param {Response} response
 */
async function keepOne(path, response) {
    if (response.status !== 200 || response.redirected || !response.headers.get('Content-Type')?.startsWith('text/html')) {
        return;
    }
    const html = await response.clone().text();
    const owner = OWNER.exec(html)?.[1];
    if (!owner || !PHONE_LAYOUT.test(html)) {
        return;
    }
    if ((await ownerOfPages()) !== owner) {
        await caches.delete(PAGES);
    }
    const headers = new Headers(response.headers);
    // The body is stored unpacked.
    headers.delete('Content-Encoding');
    headers.delete('Content-Length');
    headers.set('Tianbo-Owner', owner);
    headers.set('Tianbo-Version', version);
    await (await caches.open(PAGES)).put(path, new Response(html, { headers }));
}

/** Whose pages are kept, as each of them says. */
async function ownerOfPages() {
    const cache = await caches.open(PAGES);
    const [first] = await cache.keys();
    return first && (await cache.match(first))?.headers.get('Tianbo-Owner');
}

/** Fetches a page nobody asked for yet, once for each version: its assets go out of the cache with the version. @param {string} path */
async function keepAhead(path) {
    const kept = await (await caches.open(PAGES)).match(path);
    if (kept?.headers.get('Tianbo-Version') !== version) {
        await fetch(path, { redirect: 'manual', headers: { Accept: 'text/html' } }).then((response) => keep(path, response), () => {});
    }
}
