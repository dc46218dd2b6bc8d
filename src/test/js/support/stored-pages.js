/** A phone with its stored pages, and a network that answers as a test says. */

import { createOwnership } from '#sw/ownership.js';
import { createPages } from '#sw/pages.js';
import { MemoryCaches } from '#support/memory-caches.js';

export const SITE = 'https://county.example';

/** @param {string} person @param {string} words @param {string} layout @param {string} lang */
export const html = (person, words, layout = 'phone', lang = 'zh-CN') =>
    `<html lang="${lang}" data-person="${person}"><body class="${layout}">${words}</body>`;
export const answer = (/** @type {string} */ body, /** @type {ResponseInit} */ init = {}) =>
    new Response(body, { headers: { 'Content-Type': 'text/html;charset=UTF-8' }, ...init });

export function phone() {
    const caches = /** @type {any} */ (new MemoryCaches());
    const network = {
        /** @type {(address: string) => Promise<Response> | Response} */
        next: () => Promise.reject(new TypeError('no network')),
        /** @type {() => Promise<Response>} */
        small: () => new Promise(() => {}),
        fetched: 0,
        /** @type {string[]} */
        asked: [],
    };
    /** @type {(value?: unknown) => void} */
    let lose = () => {};
    /** @type {number[]} */
    const waits = [];
    const patience = (/** @type {number} */ ms) => {
        waits.push(ms);
        return new Promise((resolve) => (lose = resolve));
    };
    const clock = { ms: 0 };
    const versions = { now: 'v1' };
    /** @type {string[]} */
    const kept = [];
    /** @type {unknown[]} */
    const told = [];
    let ownership = createOwnership({ caches });
    const make = () => createPages({
        caches,
        fetch: async (/** @type {any} */ request) => {
            if (request === '/favicon.svg') {
                return network.small();
            }
            network.fetched++;
            const address = String(request.url ?? request).replace(SITE, '');
            network.asked.push(address);
            return network.next(address);
        },
        ownership,
        version: versions.now,
        after: patience,
        now: () => clock.ms,
        offline: async () => new Response('offline'),
        origin: SITE,
        storeContent: async (html) => void kept.push(html),
        tell: async (_, renewed) => void told.push(renewed),
    });
    let pages = make();
    return {
        caches,
        get ownership() {
            return ownership;
        },
        network,
        losePatience: () => lose(),
        waits,
        told,
        clock,
        update(/** @type {string} */ version) {
            versions.now = version;
            pages = make();
        },
        /** The browser stops the service worker and starts it again. */
        restart() {
            ownership = createOwnership({ caches });
            pages = make();
        },
        pages: () => pages,
        /** @param {string} path @returns {Promise<string>} what is shown */
        async open(path) {
            /** @type {Promise<unknown>[]} */
            const work = [];
            const response = await pages.answer(new Request(SITE + path), (one) => work.push(one));
            await Promise.all(work);
            return response.redirected || response.status >= 300
                ? (response.headers.get('Location') ?? `${response.status}`)
                : response.text();
        },
        online(/** @type {string} */ body, /** @type {ResponseInit} */ init = {}) {
            network.next = () => answer(body, init);
        },
        offline() {
            network.next = () => Promise.reject(new TypeError('no network'));
        },
    };
}

/** A phone and a server that answers in the language of the address, or of the choice it had before. */
export function reader() {
    const one = phone();
    let cookie = 'zh-CN';
    const online = () => {
        one.network.next = (address) => {
            cookie = /[?&]lang=([\w-]+)/.exec(address)?.[1] ?? cookie;
            const language = /[?&]in=([\w-]+)/.exec(address)?.[1] ?? cookie;
            return answer(html('chunmei', `<h1>${address.replace(/\?.*/, '')} in ${language}</h1>`, 'phone', language));
        };
    };
    /** Time goes by. */
    const open = async (/** @type {string} */ address) => {
        one.clock.ms += 10;
        return one.open(address);
    };
    online();
    return { ...one, phone: one, online, open, pages: one.pages, restart: one.restart, choice: () => cookie };
}
