/** The first rehearsal of somebody gets a moment of its own, once it is recorded. */

import { dataOf } from '../../app/dom.js';
import { showMoment, wasReached } from '../../app/moment.js';

const WHAT = 'rehearsal';
/** A phone on its stand, which listens. */
const PHONE =
    '<rect fill="var(--card)" x="34" y="5" width="28" height="44" rx="5"/><circle fill="var(--rice-soft)" cx="48" cy="22" r="7"/>'
    + '<path d="M38 42c2-8 18-8 20 0M48 49v8M48 57 36 69M48 57l12 12M71 19c4 5 4 11 0 16M79 13c7 9 7 19 0 28M25 19c-4 5-4 11 0'
    + ' 16M17 13c-7 9-7 19 0 28"/>';

/**
 * @param {HTMLElement} root
 * @param {Pick<import('../ports.js').Ports, 'store' | 'person'>} ports
 * @param {import('../attempt/attempt.js').Attempt} attempt that is opened
 */
export async function awaitFirstRehearsal(root, { store, person }, attempt) {
    const recorded = async () => (await store.list(person)).some(({ endedAt, onSite }) => endedAt && !onSite);
    if (attempt.onSite || wasReached(WHAT) || (await recorded())) {
        return;
    }
    const end = store.subscribe(async () => {
        if (await recorded()) {
            end();
            showMoment(WHAT, PHONE, { name: dataOf(root, 'host') });
        }
    });
}
