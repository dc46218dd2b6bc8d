/**
 * A page that the service worker showed as it was stored, when a newer one has come behind it: it takes its place while
 * nobody has touched the page, and is offered otherwise, for nothing may change under a finger.
 *
 * @typedef {{renewed: string, over: boolean}} Renewed the page, and whether what it shows is no longer theirs to see
 */

import { remember, remembered } from '#app/settings.js';

const TOUCHES = ['pointerdown', 'keydown', 'scroll'];
const LAST = 'renewed';
/** A page that differs each time it is asked for would otherwise be shown anew for ever. */
const ONCE_IN_MS = 10_000;

/**
 * @param {object} [ports]
 * @param {EventTarget} [ports.worker]
 * @param {EventTarget} [ports.target]
 * @param {() => number} [ports.now]
 * @param {() => void} [ports.showNewer]
 */
export function showRenewed({
    worker = navigator.serviceWorker,
    target = window,
    now = Date.now,
    showNewer = () => location.replace(location.pathname),
} = {}) {
    let touched = false;
    TOUCHES.forEach((kind) => target.addEventListener(kind, () => (touched = true), { once: true, passive: true, capture: true }));
    worker?.addEventListener('message', (event) => {
        const { renewed, over } = /** @type {MessageEvent<Partial<Renewed>>} */ (event).data ?? {};
        if (renewed !== location.pathname) {
            return;
        }
        const since = now() - Number(remembered(LAST, 'sessionStorage'));
        if (over || (!touched && (since < 0 || since > ONCE_IN_MS))) {
            remember(LAST, String(now()), 'sessionStorage');
            showNewer();
        } else {
            document.querySelectorAll('[data-renewed]').forEach((offer) => offer.removeAttribute('hidden'));
        }
    });
}
