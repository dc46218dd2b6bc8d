/**
 * The chance in a scripted audience. It is drawn by name, not in turn: what one viewer does never changes what another
 * does, and neither does the order in which things are asked for. Whole numbers only, so that every phone draws alike.
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

/** FNV-1a over seed and name, then the finish of MurmurHash3 so that names that differ little draw unalike. */
function mixed(/** @type {number} */ seed, /** @type {string} */ name) {
    let hash = Math.imul(FNV_OFFSET ^ seed, FNV_PRIME);
    for (let i = 0; i < name.length; i++) {
        hash = Math.imul(hash ^ name.charCodeAt(i), FNV_PRIME);
    }
    hash = Math.imul(hash ^ (hash >>> 16), 0x85ebca6b);
    hash = Math.imul(hash ^ (hash >>> 13), 0xc2b2ae35);
    return (hash ^ (hash >>> 16)) >>> 0;
}

/** The seed of an attempt, so that each rehearsal meets the audience anew. @param {string} id a UUID */
export function seedOf(id) {
    // The last digits of a UUID of version 7 are the random ones.
    return parseInt(id.slice(-7), 16);
}
