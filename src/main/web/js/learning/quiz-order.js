/**
 * Which questions somebody is asked of a pool, and in which order they and their choices stand: as `QuizOrder.java` works it
 * out, by which the answers are marked. It must never change.
 */

const OFFSET = 0x811c9dc5;
const PRIME = 0x01000193;

/** FNV-1a of 32 bits over ASCII, then MurmurHash3's last mixing. @param {string} seed @param {string} name */
export function number(seed, name) {
    let hash = OFFSET;
    for (const one of `${seed}/${name}`) {
        hash = Math.imul(hash ^ one.charCodeAt(0), PRIME);
    }
    hash = Math.imul(hash ^ (hash >>> 16), 0x85ebca6b);
    hash = Math.imul(hash ^ (hash >>> 13), 0xc2b2ae35);
    return (hash ^ (hash >>> 16)) >>> 0;
}

/** @param {string[]} names @param {string} seed */
const sorted = (names, seed) =>
    [...names].sort((one, other) => number(seed, one) - number(seed, other) || (one < other ? -1 : 1));

/** @param {string} person @param {string} lesson */
export const seedOf = (person, lesson) => `${person}/${lesson}`;

/**
 * @param {string[]} ids of the whole pool
 * @param {number} draw how many are asked at a time
 * @param {string} seed
 * @param {number} round how often the person was asked before
 * @returns {string[]} those asked now
 */
export function drawn(ids, draw, seed, round) {
    const all = sorted(ids, seed);
    const first = (round * draw) % all.length;
    return [...all.slice(first), ...all.slice(0, first)].slice(0, draw);
}

/**
 * @param {string[]} names letters of the choices, or digits of what things are paired with
 * @param {string} seed
 * @param {number} round
 * @param {string} id of the question
 */
export const shuffled = (names, seed, round, id) => sorted(names, `${seed}/${round}/${id}`);
