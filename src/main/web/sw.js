/**
 * Tianbo without network. Assets come from the cache for good, for their names change with their content. Pages of a trainee come from
 * the network while it answers, else as last seen. Calls, media, sign-in and the desks always go through untouched.
 */

const { version, urls } = __ASSETS__;

const ASSETS = `assets-${version}`;
const PAGES = 'pages';
const OFFLINE = '/offline';
const PATIENCE_MS = 4000;

/** What a trainee's phone needs; the desks' scripts would cost megabytes for nothing. */
const FOR_PHONES = /\/(app|base|learning|practice|home|people|store|certification)[.-][^/]*\.(js|css)$/;
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
    } else if (request.mode === 'navigate') {
        if (/^\/(sign-out|auth\/.*\/logout)/.test(url.pathname)) {
            event.waitUntil(caches.delete(PAGES));
        } else if (TRAINEE_PAGES.test(url.pathname)) {
            event.respondWith(page(event, url));
        } else if (!/^\/(api|auth|media|q)\//.test(url.pathname)) {
            event.respondWith(fetch(request).catch(() => offline()));
        }
    }
});

self.addEventListener('message', (event) => {
    const { kind, pages } = event.data ?? {};
    if (kind === 'sign-out') {
        event.waitUntil(caches.delete(PAGES));
    } else if (kind === 'keep') {
        event.waitUntil(Promise.all(pages.map(keepAhead)));
    }
});

async function prepare() {
    const cache = await caches.open(ASSETS);
    await cache.addAll([...urls.filter((url) => FOR_PHONES.test(url)), new Request(OFFLINE, { cache: 'reload' })]);
    await self.skipWaiting();
}

async function takeOver() {
    // Pages kept before still name the assets of the version before, which therefore stay until the pages are fetched anew.
    const names = (await caches.keys()).filter((name) => name.startsWith('assets-') && name !== ASSETS);
    for (const name of names.slice(0, -1)) {
        await caches.delete(name);
    }
    await self.clients.claim();
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

/** The network's answer if it comes in time, else the page as last seen. @param {FetchEvent} event @param {URL} url */
async function page(event, url) {
    const answer = fetch(event.request);
    event.waitUntil(answer.then((response) => keep(url.pathname, response.clone()), () => {}));
    const kept = await (await caches.open(PAGES)).match(url.pathname);
    try {
        return await (kept ? Promise.race([answer, after(PATIENCE_MS)]) : answer);
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
