/** Shows how many copies of a video are made, and the page anew once they are. */

import { dataOf, find, findAll } from '../app/dom.js';

const EVERY_MS = 3_000;

/** @param {{api: Pick<import('../app/http.js').HttpClient, 'json'>, clock: import('../app/clock.js').Clock}} ports */
export function watchMaking({ api, clock }) {
    for (const version of findAll('[data-making]')) {
        const look = async () => {
            try {
                const { state, copiesMade } = await api.json('GET', `/api/videos/${dataOf(version, 'making')}`);
                if (state !== 'making') {
                    location.reload();
                    return;
                }
                /** @type {HTMLProgressElement} */ (find('progress', version)).value = copiesMade;
            } catch (fault) {
                console.warn('not asked:', fault);
            }
            clock.after(EVERY_MS, look);
        };
        clock.after(EVERY_MS, look);
    }
}
