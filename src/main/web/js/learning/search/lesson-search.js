/**
 * Looks for what was typed in all words and lessons of an index, as `LessonSearch.java` does it;
 * `lesson-search.json` among the tests holds both to the same results.
 *
 * @typedef {object} Index as `SearchIndex.java` describes it
 * @property {string} language
 * @property {{term: string, says: string, at: string}[]} words
 * @property {{title: string, idea: string, at: string, parts: {id: string, title: string, says: string[]}[]}[]} lessons
 * @property {Record<string, string>} readings
 *
 * @typedef {{text: string, hit: boolean}[]} Marked
 * @typedef {{word: boolean, at: string, title: Marked, place: Marked, says: Marked}} Result
 * @typedef {{found: Result[], count: number, loose: boolean, asked: boolean}} Results `loose`: these hold a part of it only
 *
 * @typedef {{tier: number, text: string, folded: string, part: string, heading: string, first?: string}} Field
 * @typedef {{word: boolean, at: string, fields: Field[]}} Entry the first field is its title
 * @typedef {{word: string, tiers: (number | undefined)[], count: number}} Found of each entry where it holds the word
 */

import { createFinder } from './finder.js';
import { folded, pieces, words as wordsOf } from './letters.js';

const MOST = 30;
/** Where something is found: a title first. */
const NAME = 0;
const HEADING = 1;
const IDEA = 2;
const SENTENCE = 3;
/** What is in more of them than one of so many says little. */
const TOO_COMMON = 4;

/** @param {Index} index @returns {(typed: string) => Results} */
export function createSearch(index) {
    const finder = createFinder(index);
    const entries = [...index.words.map(entryOfWord), ...index.lessons.map(entryOfLesson)];

    const find = (/** @type {Field} */ field, /** @type {string} */ word) => finder(word, field.folded, field.tier <= HEADING);

    /** The best place in which the word is found, better still where it is the whole title. @param {Entry} entry @param {string} word */
    const tierOf = ({ fields }, word) => {
        /** @type {number | undefined} */
        let best;
        for (const field of fields) {
            if (best !== undefined && field.tier >= best) {
                continue;
            }
            const [first] = find(field, word);
            if (first) {
                const whole = first[0] === 0 && first[1] === field.text.length;
                best = field.tier === NAME && whole ? NAME - 1 : field.tier;
            }
        }
        return best;
    };

    /** Where a word is found. @param {string} word @returns {Found} */
    const foundOf = (word) => {
        const tiers = entries.map((entry) => tierOf(entry, word));
        return { word, tiers, count: tiers.filter((tier) => tier !== undefined).length };
    };

    /** Of the words those before the first that is nowhere: no entry holds all where there is one. @param {string[]} words */
    const untilOneIsNowhere = (words) => {
        /** @type {Found[]} */
        const before = [];
        for (const word of words) {
            const found = foundOf(word);
            if (!found.count) {
                break;
            }
            before.push(found);
        }
        return before;
    };

    /** @param {string[]} parts */
    const rareEnough = (parts) =>
        parts.map(foundOf).filter(({ count }) => count > 0 && count <= Math.floor(entries.length / TOO_COMMON));

    /** @param {Found[]} words @param {number} least how many of the words an entry has to hold */
    const matches = (words, least) => entries
        .map((entry, at) => {
            const tiers = words.map(({ tiers: all }) => all[at]).filter((tier) => tier !== undefined);
            return { entry, held: tiers.length, score: tiers.reduce((sum, tier) => sum + tier, 0) };
        })
        .filter(({ held }) => held > 0 && held >= least)
        .sort((one, other) => other.held - one.held || one.score - other.score);

    /**
     * What of it holds most of the words, but for its title; where nothing does, what it is about.
     *
     * @param {Entry} entry
     * @param {string[]} words
     */
    const shownOf = ({ fields: [, ...rest] }, words) => {
        const held = rest.map((field) => words.filter((word) => find(field, word).length).length);
        const most = Math.max(...held);
        return most ? rest.filter((_, at) => held[at] === most).reduce((best, field) => (field.tier < best.tier ? field : best)) : rest[0];
    };

    /** @param {Field} field @param {string[]} words */
    const marked = (field, words) => markedIn(field.text, words.flatMap((word) => find(field, word)));

    /** @param {Entry} entry @param {string[]} words @returns {Result} */
    const result = (entry, words) => {
        const shown = shownOf(entry, words);
        return {
            word: entry.word,
            at: shown.part ? `${entry.at}#${shown.part}` : entry.at,
            title: marked(entry.fields[0], words),
            place: marked(field(HEADING, shown.heading), words),
            says: marked(shown.tier === HEADING ? field(SENTENCE, shown.first ?? '') : shown, words),
        };
    };

    return (typed) => {
        const words = wordsOf(typed);
        const exact = matches(untilOneIsNowhere(words), words.length);
        const parts = exact.length ? [] : rareEnough(pieces(words));
        const found = exact.length ? exact : matches(parts, 1);
        const marks = exact.length ? words : parts.map(({ word }) => word);
        return {
            found: found.slice(0, MOST).map(({ entry }) => result(entry, marks)),
            count: found.length,
            loose: !exact.length && found.length > 0,
            asked: words.length > 0,
        };
    };
}

/** @param {number} tier @param {string} text @returns {Field} */
const field = (tier, text, part = '', heading = '', first = '') => ({ tier, text, folded: folded(text), part, heading, first });

/** @param {Index['words'][number]} word @returns {Entry} */
const entryOfWord = ({ term, says, at }) => ({ word: true, at, fields: [field(NAME, term), field(IDEA, says)] });

/** @param {Index['lessons'][number]} lesson @returns {Entry} */
const entryOfLesson = ({ title, idea, at, parts }) => ({
    word: false,
    at,
    fields: [
        field(NAME, title),
        field(IDEA, idea),
        ...parts.flatMap((part) => [
            ...(part.title ? [field(HEADING, part.title, part.id, part.title, part.says[0])] : []),
            ...part.says.map((says) => field(SENTENCE, says, part.id, part.title)),
        ]),
    ],
});

/** @param {string} text @param {import('./finder.js').Span[]} spans @returns {Marked} */
function markedIn(text, spans) {
    /** @type {Marked} */
    const parts = [];
    const add = (/** @type {string} */ part, /** @type {boolean} */ hit) => part && parts.push({ text: part, hit });
    let from = 0;
    for (const [start, end] of merged(spans)) {
        add(text.slice(from, start), false);
        add(text.slice(start, end), true);
        from = end;
    }
    add(text.slice(from), false);
    return parts;
}

/** Those that overlap or touch as one. @param {import('./finder.js').Span[]} spans */
function merged(spans) {
    /** @type {import('./finder.js').Span[]} */
    const all = [];
    for (const [from, to] of [...spans].sort((one, other) => one[0] - other[0] || one[1] - other[1])) {
        const last = all.at(-1);
        if (last && from <= last[1]) {
            last[1] = Math.max(last[1], to);
        } else {
            all.push([from, to]);
        }
    }
    return all;
}
