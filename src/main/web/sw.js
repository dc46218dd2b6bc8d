/**
 * Tianbo without network. Assets come from the cache for good, for their names change with their content. Pages of a trainee come from
 * the network while it answers, else as last seen. Calls, media, sign-in and the desks always go through untouched.
 */

import { currentSession, isOver, keep, keptPage, movePagesKeptBefore, signedIn, signedOut, versionsOfPages } from './sw/person-pages.js';

const { version, urls } = __ASSETS__;

const ASSETS = `assets-${version}`;
const FILMS = 'films';
const OFFLINE = '/offline';
const PATIENCE_MS = 4000;
/** What the films kept may take of a phone; a film is 0.1 to 3 MB. */
const FILMS_BYTES = 30_000_000;

/** What a trainee's phone needs; the desks' scripts would cost megabytes for nothing. */
const FOR_PHONES = /\/(app|base|browser|speech|counter|learning|practice|home|people|store|certification|feedback|photo)[.-][^/]*\.(js|css)$/;
const SIGN_OUT = /^\/(sign-out$|account\/sign-out-everywhere$|auth\/.*\/logout)/;
const TRAINEE_PAGES = /^\/($|learn(\/|$)|practice(\/|$)|my-store$|my-certificate$|unsent$)/;
const ATTEMPT_PAGE = /^\/practice\/([0-9a-f]{8}-[0-9a-f-]{27})$/;

self.addEventListener('install', (event) => {
    event.waitUntil(prepare());
});

self.addEventListener('activate', (event) => {
    event.waitUntil(takeOver());
});

self.addEventListener('fetch', (event) => {
    const { request } = event;
    const url = new URL(request.url);
    if (url.origin !== self.location.origin) {
        return;
    }
    // Opened as an address, /sign-out only asks.
    const asks = request.method === 'GET' && url.pathname === '/sign-out';
    if (request.mode === 'navigate' && SIGN_OUT.test(url.pathname) && !asks) {
        event.respondWith(signOut(request));
    } else if (request.method !== 'GET') {
        return;
    } else if (url.pathname.startsWith('/assets/')) {
        event.respondWith(asset(request));
    } else if (url.pathname.startsWith('/films/')) {
        event.respondWith(film(event));
    } else if (request.mode === 'navigate') {
        if (isSignIn(url)) {
            event.respondWith(signIn(request));
        } else if (TRAINEE_PAGES.test(url.pathname)) {
            event.respondWith(page(event, url));
        } else if (!/^\/(api|auth|media|q)\//.test(url.pathname)) {
            event.respondWith(fetch(request).catch(() => offline()));
        }
    }
});

self.addEventListener('message', (event) => {
    const { kind, pages, again = false } = event.data ?? {};
    if (kind === 'keep') {
        event.waitUntil(Promise.all(pages.filter((path) => TRAINEE_PAGES.test(path)).map((path) => keepAhead(path, again))));
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
    await movePagesKeptBefore();
    // Pages kept before still name the assets of their version, which therefore stay until the pages are fetched anew.
    const named = new Set([version, ...(await versionsOfPages())]);
    for (const name of await caches.keys()) {
        if (name.startsWith('assets-') && !named.has(name.slice('assets-'.length))) {
            await caches.delete(name);
        }
    }
    await self.clients.claim();
}

/** The sign-in's last step, which comes back to the page that was asked for or to its own address. @param {URL} url */
function isSignIn(url) {
    return url.searchParams.has('code') && url.searchParams.has('state');
}

/** @param {Request} request */
async function signIn(request) {
    try {
        const answer = await fetch(request);
        await signedIn();
        return answer;
    } catch {
        return offline();
    }
}

/** The pages kept go only when the session has really ended. @param {Request} request */
async function signOut(request) {
    try {
        const answer = await fetch(request);
        if (answer.type === 'opaqueredirect' || answer.ok) {
            await signedOut();
        }
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
async function page(event, { pathname }) {
    const asked = currentSession();
    const answer = fetch(event.request);
    event.waitUntil(answer.then((response) => keep(pathname, response.clone(), asked, version), () => {}));
    // Of whoever signed in or out in another tab meanwhile, if somebody did; the first answer was for the one before.
    const current = answer.then((response) => (isOver(asked) ? fetch(event.request) : response));
    try {
        const response = await ((await keptPage(pathname)) ? Promise.race([current, after(PATIENCE_MS)]) : current);
        // The server is in trouble or being started anew, or what stands before it cannot reach it.
        return response.status >= 500 ? ((await keptPage(pathname)) ?? response) : response;
    } catch (fault) {
        const kept = await keptPage(pathname);
        return kept ?? (fault instanceof TooSlow ? current.catch(() => instead(pathname)) : instead(pathname));
    }
}

/** An attempt's own page was never seen: if its recording is on this phone, the camera's page knows it. @param {string} path */
async function instead(path) {
    const attempt = ATTEMPT_PAGE.exec(path)?.[1];
    return attempt ? Response.redirect(`/practice/camera#${attempt}`) : offline();
}

async function offline() {
    return (await caches.match(OFFLINE)) ?? Response.error();
}

class TooSlow extends Error {}

/** @param {number} ms @returns {Promise<never>} */
function after(ms) {
    return new Promise((_, reject) => {
        setTimeout(() => reject(new TooSlow()), ms);
    });
}

/**
 * Fetches a page nobody asked for yet, once for each version: its assets go out of the cache with the version.
 *
 * @param {string} path
 * @param {boolean} again also when it is there already, for something on it has changed
 */
async function keepAhead(path, again) {
    const asked = currentSession();
    const kept = await keptPage(path);
    if (again || kept?.headers.get('Tianbo-Version') !== version) {
        const request = { redirect: 'manual', headers: { Accept: 'text/html' } };
        await fetch(path, request).then((response) => keep(path, response, asked, version), () => {});
    }
}
