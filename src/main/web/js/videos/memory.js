/** What a person has seen of a video: on this phone and, as the server tells it, on others. */

import { merged } from './watched-ranges.js';

/**
 * @typedef {'answered' | 'skipped'} Asked
 * @typedef {{played: number[], asked: Record<string, Asked>}} Seen ranges as `watched-ranges.js` has them; questions by id
 * @typedef {{played: number[], answered: string[], skipped: string[]}} Told by the server
 * @typedef {ReturnType<typeof createMemory>} Memory
 */

/**
 * @param {object} ports
 * @param {string} ports.video
 * @param {string} ports.key of what this phone remembers
 * @param {(key: string) => string | null} ports.remembered
 * @param {(key: string, value: string) => unknown} ports.remember
 * @param {Pick<import('#app/http.js').HttpClient, 'json'>} ports.api
 */
export function createMemory({ video, key, remembered, remember, api }) {
    const seen = read(remembered(key));
    const store = () => remember(key, JSON.stringify(seen));

    const memory = {
        /** Seconds that were watched. */
        played: () => seen.played,

        /** @param {string} item @returns {Asked | undefined} */
        asked: (item) => seen.asked[item],

        /** @param {number[]} ranges */
        watched(ranges) {
            seen.played = merged(seen.played, ranges);
            store();
        },

        /** What was answered once stays answered. @param {string} item @param {Asked} how */
        ask(item, how) {
            seen.asked[item] = seen.asked[item] === 'answered' ? 'answered' : how;
            store();
        },

        /** Adds what the server knows. Without a network, this phone's own stays all there is. */
        async learn() {
            try {
                const { played, answered, skipped } = /** @type {Told} */ (await api.json('GET', `/api/watched/${video}`));
                memory.watched(played);
                answered.forEach((item) => memory.ask(item, 'answered'));
                skipped.forEach((item) => memory.ask(item, 'skipped'));
            } catch (fault) {
                console.warn('what was watched elsewhere:', fault);
            }
        },
    };
    return memory;
}

/** @param {string | null} stored @returns {Seen} */
function read(stored) {
    try {
        const { played = [], asked = {} } = JSON.parse(stored ?? '{}');
        return { played, asked };
    } catch {
        return { played: [], asked: {} };
    }
}
