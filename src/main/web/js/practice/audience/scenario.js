/**
 * A scripted audience as a phone is handed it: `content/scenarios/*.yaml`, checked by the build, in one language.
 *
 * @typedef {object} Viewer
 * @property {string} id
 * @property {string} name
 * @property {string} mood
 *
 * @typedef {{step?: string, event?: string, answered?: boolean, after: number}} Trigger seconds after a step began, or
 *     after an event was answered or was not
 *
 * @typedef {object} ScenarioEvent comes `at` a time or `on` a trigger
 * @property {string} id
 * @property {string} kind
 * @property {{second: number, spread: number}} [at]
 * @property {Trigger} [on]
 * @property {number} chance per cent
 * @property {string} [who] id of the viewer; none for a notice
 * @property {string[]} says one of these is chosen
 * @property {number} [cut] seconds of a lost network that are played
 * @property {number} within seconds in which a good answer begins
 * @property {string} does what a good answer does
 *
 * @typedef {object} Scenario
 * @property {string} slug
 * @property {string} version
 * @property {string} title
 * @property {string} summary
 * @property {string} goods
 * @property {number} level 1 gentle, 5 rough
 * @property {string[]} formats
 * @property {number} seed
 * @property {Viewer[]} people
 * @property {ScenarioEvent[]} timeline
 */

import { draw } from './chance.js';

/** Viewers who want to know something grow impatient without an answer; the others only talk. */
const WANTS_AN_ANSWER = ['question', 'haggler', 'doubter', 'absolute-claim-request', 'refund-complaint'];

/** The kinds of events that can be played. */
const KINDS = [
    ...WANTS_AN_ANSWER,
    'greeting', 'troll', 'order-wave', 'stock-out', 'violation-notice', 'coupon-drop', 'network-scare', 'silence', 'thanks',
];

/**
 * The events that one audience can have: nothing rude in a gentle one, and of the uncertain ones those that are drawn.
 *
 * @param {Scenario} scenario
 * @param {import('./engine.js').Intensity} intensity
 * @param {number} seed
 */
export function eventsOf(scenario, intensity, seed) {
    const isRude = (/** @type {ScenarioEvent} */ { kind, who }) =>
        kind === 'troll' || scenario.people.some(({ id, mood }) => id === who && mood === 'rude');
    return playable(scenario)
        .filter((event) => intensity !== 'gentle' || !isRude(event))
        .filter(({ id, chance }) => intensity === 'rough' || draw(seed, `chance ${id}`, 100) < chance);
}

/** @param {ScenarioEvent} event */
export function wantsAnAnswer({ kind }) {
    return WANTS_AN_ANSWER.includes(kind);
}

/**
 * The events of a scenario that can be played. The build refuses a scenario with a fault; should one reach a phone all the
 * same, the attempt goes on without the faulty event.
 *
 * @param {Scenario} scenario
 * @returns {ScenarioEvent[]}
 */
export function playable({ people, timeline }) {
    const ids = new Set();
    return timeline.filter((event) => {
        const valid = KINDS.includes(event.kind)
            && !ids.has(event.id)
            && event.says?.length > 0
            && isTime(event.within) && event.within > 0
            && (event.who === undefined || people.some(({ id }) => id === event.who))
            && (event.at ? isTime(event.at.second) && isTime(event.at.spread) : event.on !== undefined && isTime(event.on.after));
        ids.add(event.id);
        return valid;
    });
}

/** @param {unknown} seconds */
function isTime(seconds) {
    return Number.isInteger(seconds) && /** @type {number} */ (seconds) >= 0;
}
