/**
 * Pages kept by person. Phones are shared: a kept page is shown only to the person who is signed in at that moment, as the last page
 * from the network said. From a sign-in or a sign-out until the next such page nobody is known, and no kept page is shown.
 */

/** One cache for each person. */
const PAGES = 'pages-';
/** Says who is signed in. Kept as a cache, for a service worker forgets its variables whenever it rests. */
const SESSION = 'session';
const WHO = '/who';
/** Where all pages lay before they were kept by person. */
const PAGES_BEFORE = 'pages';

/** The trainee's layout; a desk at the same address has another. */
const PHONE_LAYOUT = /<(?:main|body)[^>]*\bclass="[^"]*\b(?:phone|bare)\b/;
const OWNER = /<html[^>]*\bdata-person="([^"]+)"/;

/** Counts sign-ins and sign-outs: a page asked for before the last of them is for whoever was there then. */
let sessions = 0;

let turn = Promise.resolve();

/** One change after the other, for each looks at what the one before has left. @param {() => Promise<void>} work */
function inTurn(work) {
    turn = turn.then(work).catch((fault) => console.warn('pages kept:', fault));
    return turn;
}

/** @returns {number} to be handed to {@link keep} and {@link isOver} with what was asked for now */
export function currentSession() {
    return sessions;
}

/** Whether somebody signed in or out since. @param {number} asked */
export function isOver(asked) {
    return asked !== sessions;
}

/** A sign-in went through: nobody is known until the next page says who it was. */
export function signedIn() {
    sessions++;
    return inTurn(async () => {
        await caches.delete(SESSION);
    });
}

/** A sign-out went through: nothing of anybody stays. */
export function signedOut() {
    sessions++;
    return inTurn(async () => {
        await caches.delete(SESSION);
        await forget(() => true);
    });
}

/** The page as the person who is signed in now last saw it. @param {string} path @returns {Promise<Response | undefined>} */
export async function keptPage(path) {
    const person = await who();
    return person ? (await caches.open(PAGES + person)).match(path) : undefined;
}

/**
 * Keeps a trainee's page for the person it was made for, and learns from any page who is signed in. A page that was asked for before
 * the last sign-in or sign-out is neither kept nor believed.
 *
 * @param {string} path
 * @param {Response} response
 * @param {number} asked the session it was asked for in
 * @param {string} version of the assets that the page names
 */
export async function keep(path, response, asked, version) {
    if (response.status !== 200 || response.redirected || !response.headers.get('Content-Type')?.startsWith('text/html')) {
        return;
    }
    const html = await response.text();
    const owner = OWNER.exec(html)?.[1];
    if (!owner) {
        return;
    }
    const headers = new Headers(response.headers);
    // The body is stored unpacked.
    headers.delete('Content-Encoding');
    headers.delete('Content-Length');
    headers.set('Tianbo-Owner', owner);
    headers.set('Tianbo-Version', version);
    await inTurn(async () => {
        if (isOver(asked)) {
            return;
        }
        await settle(owner);
        if (PHONE_LAYOUT.test(html)) {
            await (await caches.open(PAGES + owner)).put(path, new Response(html, { headers }));
        }
    });
}

/** An earlier version kept the pages of one person at a time, in one cache. */
export async function movePagesKeptBefore() {
    if (!(await caches.has(PAGES_BEFORE))) {
        return;
    }
    const before = await caches.open(PAGES_BEFORE);
    for (const path of await before.keys()) {
        const page = await before.match(path);
        const owner = page.headers.get('Tianbo-Owner');
        await settle(owner);
        await (await caches.open(PAGES + owner)).put(path, page);
    }
    await caches.delete(PAGES_BEFORE);
}

/** @returns {Promise<string[]>} the versions of the assets that the kept pages name */
export async function versionsOfPages() {
    const names = (await caches.keys()).filter((name) => name.startsWith(PAGES));
    const versions = await Promise.all(names.map(async (name) => {
        const cache = await caches.open(name);
        const pages = await Promise.all((await cache.keys()).map((path) => cache.match(path)));
        return pages.map((page) => page?.headers.get('Tianbo-Version') ?? '');
    }));
    return versions.flat();
}

/** @returns {Promise<string>} who is signed in; empty while that is not known */
async function who() {
    const kept = await caches.match(WHO, { cacheName: SESSION });
    return kept ? kept.text() : '';
}

/** This person is signed in; what was kept for anybody else goes. @param {string} person */
async function settle(person) {
    if ((await who()) !== person) {
        await (await caches.open(SESSION)).put(WHO, new Response(person));
        await forget((name) => name !== PAGES + person);
    }
}

/** @param {(name: string) => boolean} which */
async function forget(which) {
    const names = await caches.keys();
    await Promise.all(names.filter((name) => name.startsWith(PAGES) && which(name)).map((name) => caches.delete(name)));
}
