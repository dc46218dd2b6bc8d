/**
 * Random draws of a scripted audience. Each is computed from its name, not taken from a sequence: one viewer's draws never
 * change another's, and the order of the calls does not matter. Integers only, so that all phones get the same result.
 */

const FNV_OFFSET = 0x811c9dc5;
const FNV_PRIME = 0x01000193;

/**
 * @param {number} seed
 * @param {string} name of what is drawn
 * @param {number} n
 * @returns {number} from 0 up to n, without n
 */
export function draw(seed, name, n) {
    return mixed(seed, name) % n;
}

/** FNV-1a over seed and name, then the finalizer of MurmurHash3, so that similar names give different draws. */
function mixed(/** @type {number} */ seed, /** @type {string} */ name) {
    let hash = Math.imul(FNV_OFFSET ^ seed, FNV_PRIME);
    for (let i = 0; i < name.length; i++) {
        hash = Math.imul(hash ^ name.charCodeAt(i), FNV_PRIME);
    }
    hash = Math.imul(hash ^ (hash >>> 16), 0x85ebca6b);
    hash = Math.imul(hash ^ (hash >>> 13), 0xc2b2ae35);
    return (hash ^ (hash >>> 16)) >>> 0;
}

/** The seed of an attempt: each attempt draws differently. @param {string} id a UUID */
export function seedOf(id) {
    // The last digits of a version 7 UUID are random.
    return parseInt(id.slice(-7), 16);
}
