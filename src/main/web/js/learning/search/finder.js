/**
 * Finds a word in a text: as it is written and, in Chinese, by its pinyin or the first letters of that. As `Finder.java`
 * does it.
 *
 * @typedef {[from: number, to: number]} Span from the first character to before the last one
 */

import { isLatin, stem } from './letters.js';

const LATIN = /[a-z0-9]/;

/** @param {{language: string, readings: Record<string, string>}} index */
export function createFinder({ language, readings }) {
    /** @type {Map<string, string[]>} */
    const syllablesOf = new Map();
    for (const [syllable, characters] of Object.entries(readings)) {
        for (const character of characters.split('')) {
            syllablesOf.set(character, [...(syllablesOf.get(character) ?? []), syllable]);
        }
    }
    const readingsOf = (/** @type {string} */ character) => syllablesOf.get(character) ?? [];

    /**
     * @param {string} word @param {number} typed @param {string} text @param {number} at
     * @param {boolean} beginningIsEnough of the last syllable
     * @returns {number} behind the last character of which it is the pinyin; or -1
     */
    const syllables = (word, typed, text, at, beginningIsEnough) => {
        if (typed === word.length) {
            return at;
        }
        if (at === text.length) {
            return -1;
        }
        const here = readingsOf(text[at]);
        for (const syllable of here) {
            if (word.startsWith(syllable, typed)) {
                const end = syllables(word, typed + syllable.length, text, at + 1, true);
                if (end > 0) {
                    return end;
                }
            }
        }
        const rest = word.slice(typed);
        return beginningIsEnough && here.some((syllable) => syllable.startsWith(rest)) ? at + 1 : -1;
    };

    /** @param {string} word @param {string} text @param {number} at */
    const initials = (word, text, at) =>
        at + word.length <= text.length
        && word.split('').every((initial, letter) => readingsOf(text[at + letter]).some((syllable) => syllable.startsWith(initial)))
            ? at + word.length
            : -1;

    /** @param {string} word @param {string} text @param {boolean} name */
    const spelled = (word, text, name) => {
        /** @type {Span[]} */
        const found = [];
        for (let at = 0; at < text.length;) {
            let end = syllables(word, 0, text, at, name);
            if (end < 0 && name) {
                end = initials(word, text, at);
            }
            if (end > 0) {
                found.push([at, end]);
            }
            at = Math.max(at + 1, end);
        }
        return found;
    };

    /**
     * @param {string} word as `words` gives it
     * @param {string} text folded
     * @param {boolean} name whether it is short, such as a title: found by the first letters of its pinyin too
     * @returns {Span[]}
     */
    return (word, text, name) => {
        if (!isLatin(word)) {
            return written(word, word, text, false);
        }
        if (language === 'en') {
            return written(stem(word), word, text, true);
        }
        const as = written(word, word, text, true);
        return as.length ? as : spelled(word, text, name);
    };
}

/**
 * @param {string} word
 * @param {string} whole
 * @param {string} text
 * @param {boolean} latin whether it must be the beginning of a word
 */
function written(word, whole, text, latin) {
    /** @type {Span[]} */
    const found = [];
    for (let at = text.indexOf(word); at >= 0;) {
        const end = at + (text.startsWith(whole, at) ? whole : word).length;
        if (!latin || at === 0 || !LATIN.test(text[at - 1])) {
            found.push([at, end]);
        }
        at = text.indexOf(word, end);
    }
    return found;
}
