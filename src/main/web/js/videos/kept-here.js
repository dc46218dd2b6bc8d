/** Videos kept in this browser. */

import { person } from '#app/browser.js';
import { createKept } from './kept.js';

/** Nothing where this browser keeps nothing, or nobody is signed in. */
export const keptHere = () =>
    'caches' in window && person()
        ? createKept({ caches, fetch: (request, init) => fetch(request, init), person: person() })
        : undefined;

/** What this phone has room for; undefined if the browser does not say. */
export async function freeBytes() {
    const { quota, usage } = (await navigator.storage?.estimate?.()) ?? {};
    return quota === undefined ? undefined : quota - (usage ?? 0);
}
