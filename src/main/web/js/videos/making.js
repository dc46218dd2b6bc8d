/** Shows how many copies of a video are made, and the page anew once they are. */

import { dataOf, find, findAll } from '../app/dom.js';

const EVERY_MS = 3_000;

/**
 * @typedef {object} Ports
 * @property {Pick<import('../app/http.js').HttpClient, 'json'>} api
 * @property {import('../app/clock.js').Clock} clock
 * @property {() => boolean} busy whether a file is being sent from this page, which showing it anew would stop
 * @property {() => void} reload
 */

/** @param {Ports} ports */
export function watchMaking(ports) {
    for (const version of findAll('[data-making]')) {
        const bar = /** @type {HTMLProgressElement} */ (find('progress', version));
        watchOne(dataOf(version, 'making'), (made) => (bar.value = made), ports);
    }
}

/**
 * @param {string} id of a video
 * @param {(copies: number) => void} show
 * @param {Ports} ports
 */
export function watchOne(id, show, { api, clock, busy, reload }) {
    const look = async () => {
        try {
            const { state, copiesMade } = await api.json('GET', `/api/videos/${id}`);
            show(copiesMade);
            if (state !== 'making' && !busy()) {
                reload();
                return;
            }
        } catch (fault) {
            console.warn('not asked:', fault);
        }
        clock.after(EVERY_MS, look);
    };
    clock.after(EVERY_MS, look);
}
