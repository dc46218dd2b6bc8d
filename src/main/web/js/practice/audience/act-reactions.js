/**
 * How viewers take what the host does beside speaking. The same seed, act and place in the order of acts give the same
 * reactions on every phone.
 */

import { draw } from './chance.js';

/** Whoever said what is pinned speaks up. */
const PIN = 'pinned-comment';

/** How many speak up, and in which mood. @type {Record<string, {mood: import('./occurrence.js').Mood, viewers: number}>} */
const REACTIONS = {
    'product-card': { mood: 'card', viewers: 1 },
    [PIN]: { mood: 'pinned', viewers: 1 },
    'coupon-drop': { mood: 'coupon', viewers: 3 },
    'stock-out': { mood: 'sold-out', viewers: 2 },
    'order-wave': { mood: 'ordered', viewers: 2 },
};

const FIRST_MS = 1_200;
const NEXT_MS = 1_500;

/**
 * @typedef {{afterMs: number, who: string, mood: import('./occurrence.js').Mood, drawnBy: string}} Reaction `drawnBy` names
 *     the draw of its sentence
 *
 * @param {string} ref of the act's marker
 * @param {number} number of the act in its attempt, from 0
 * @param {number} seed
 * @param {import('./scenario.js').Scenario} scenario
 * @param {boolean} gentle whether nobody rude is there
 * @returns {Reaction[]} in their order
 */
export function reactionsTo(ref, number, seed, { people, timeline }, gentle) {
    const [act, about] = ref.split(':');
    const { mood, viewers } = REACTIONS[act] ?? { mood: 'card', viewers: 0 };
    const speakers = act === PIN
        ? people.filter(({ id }) => id === timeline.find((event) => event.id === about)?.who)
        : people.filter((one) => !gentle || one.mood !== 'rude');
    const offset = draw(seed, `act ${number}`, Math.max(1, speakers.length));
    // Each viewer speaks once.
    return Array.from({ length: Math.min(viewers, speakers.length) }, (_, i) => ({
        afterMs: FIRST_MS + i * NEXT_MS + draw(seed, `act ${number} wait ${i}`, NEXT_MS),
        who: speakers[(offset + i) % speakers.length].id,
        mood,
        drawnBy: `act ${number} line ${i}`,
    }));
}
