/** Words as they are compared, as `Letters.java` does it. */

/** More is typed by nobody who looks for something. */
const LONGEST = 60;
/** And so many words: each is looked for everywhere. */
const MOST_WORDS = 8;
const CONTROLS = /[\p{Cc}\p{Cf}\p{Cs}]/gu;
const BETWEEN = /[^\p{L}\p{N}'’]+/u;
const APOSTROPHES = /['’]/g;
const ONE_LETTER = /^[a-z]$/;
const RUNS = /\p{Script=Han}+|\P{Script=Han}+/gu;
const HAN = /^\p{Script=Han}+$/u;
const SHORTEST_LOOSE = 3;

/** @template T @param {T[]} list */
const distinct = (list) => [...new Set(list)];

/** The first words of what was typed; a single Latin letter is none. @param {string} typed */
export function words(typed) {
    const plain = typed.slice(0, LONGEST).replace(CONTROLS, ' ').trim().normalize('NFKC').toLowerCase();
    return distinct(plain.split(BETWEEN).filter(Boolean).map((word) => folded(word).replace(APOSTROPHES, '')))
        .filter((word) => word && !ONE_LETTER.test(word))
        .slice(0, MOST_WORDS);
}

/**
 * What is looked for where nothing holds the words: two characters in a row, Latin words of some length.
 *
 * @param {string[]} list
 */
export function pieces(list) {
    return distinct(list.flatMap((word) => word.match(RUNS) ?? []).flatMap(piecesOfRun));
}

/** @param {string} run @returns {string[]} */
function piecesOfRun(run) {
    if (HAN.test(run)) {
        return run.length <= 2 ? [run] : Array.from({ length: run.length - 1 }, (_, at) => run.slice(at, at + 2));
    }
    return run.length >= SHORTEST_LOOSE ? [run] : [];
}

/** @param {string} word */
export const isLatin = (word) => /^[a-z0-9]+$/.test(word);

/** In half-width small letters without accents, each where it was. @param {string} text */
export function folded(text) {
    return text.split('').map(foldedOne).join('');
}

/** @param {string} character */
function foldedOne(character) {
    const code = character.charCodeAt(0);
    const half = code >= 0xff01 && code <= 0xff5e ? code - 0xfee0 : code;
    const accented = (half >= 0xc0 && half <= 0x24f) || (half >= 0x1e00 && half <= 0x1eff);
    const plain = accented ? String.fromCharCode(half).normalize('NFD')[0] : String.fromCharCode(half);
    const small = plain.toLowerCase();
    return small.length === 1 ? small : plain;
}

/** An English word without the ending that says little: `prices` and `price` are the same. @param {string} word */
export function stem(word) {
    if (word.endsWith('ies') && word.length >= 6) {
        return word.slice(0, -3);
    }
    if (word.endsWith('ing') && word.length >= 7) {
        return single(word.slice(0, -3));
    }
    if (word.endsWith('ed') && word.length >= 6) {
        return single(word.slice(0, -2));
    }
    if (/^.{2,}(x|s|sh|ch)es$/.test(word)) {
        return word.slice(0, -2);
    }
    return /^.{2,}[^siu]s$/.test(word) ? word.slice(0, -1) : word;
}

/** `shipp`, of shipping, is ship. @param {string} word */
const single = (word) => (/([^lsz])\1$/.test(word) ? word.slice(0, -1) : word);
