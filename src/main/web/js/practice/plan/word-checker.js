/**
 * Looks through what a trainee means to say for phrases to avoid, without a network: the same patterns, read the same
 * way, as the server's `Phrase`. Width, case and spaces between Chinese characters make no difference; what makes a
 * phrase harmless is never looked for beyond its sentence.
 *
 * @typedef {object} Context
 * @property {Record<string, string> | null} [near]
 * @property {Record<string, string> | null} [whole]
 * @property {number | null} [within]
 * @property {'before' | 'after' | 'either' | null} [side]
 *
 * @typedef {object} Phrase
 * @property {Record<string, string>} pattern by language
 * @property {Context | null} [only]
 * @property {Context[]} [unless]
 * @property {'STOP' | 'ASK' | 'HINT'} severity
 * @property {string} why
 * @property {string} better
 *
 * @typedef {{from: number, to: number, severity: string, why: string, better: string}} Flag
 *
 * @typedef {{near?: RegExp, whole?: RegExp, within: number, side: string}} ReadContext
 * @typedef {{phrase: Phrase, pattern: RegExp, only?: ReadContext, unless: ReadContext[]}} Reader
 */

const LANGUAGES = ['zh', 'en'];
const ANYWHERE = 40;
const SENTENCE = /[^。！？!?；;\n]+/g;
/** Of a word; Chinese characters are letters too, which JavaScript's own `\b` does not know. */
const LETTER = '[\\w\\u00c0-\\u024f\\u3400-\\u9fff]';
const BOUNDARY = `(?:(?<=${LETTER})(?!${LETTER})|(?<!${LETTER})(?=${LETTER}))`;
const HAN = /\p{Script=Han}/u;

export class WordChecker {
    /** @type {Reader[]} */
    #readers;

    /** @param {Phrase[]} phrases */
    constructor(phrases) {
        this.#readers = LANGUAGES.flatMap((language) => phrases.flatMap((phrase) => reader(phrase, language)));
    }

    /** @param {string} text @returns {Flag[]} in the order they stand in the text */
    flags(text) {
        const folded = fold(text);
        const sentences = [...folded.text.matchAll(SENTENCE)];
        return this.#readers
            .flatMap(({ phrase, pattern, only, unless }) => sentences.flatMap(({ 0: sentence, index = 0 }) =>
                [...sentence.matchAll(pattern)]
                    .map((found) => [found.index ?? 0, (found.index ?? 0) + found[0].length])
                    .filter(([from, to]) => to > from
                        && (!only || fits(only, sentence, from, to))
                        && !unless.some((context) => fits(context, sentence, from, to)))
                    .map(([from, to]) => ({
                        from: folded.places[index + from],
                        to: folded.places[index + to - 1] + 1,
                        severity: phrase.severity,
                        why: phrase.why,
                        better: phrase.better,
                    }))))
            .sort((one, other) => one.from - other.from);
    }
}

/** @param {Phrase} phrase @param {string} language @returns {Reader[]} none where it has no pattern in that language */
function reader(phrase, language) {
    try {
        const pattern = regExp(phrase.pattern, language, 'gi');
        const unless = (phrase.unless ?? []).flatMap((context) => read(context, language));
        return pattern ? [{ phrase, pattern, only: phrase.only ? read(phrase.only, language)[0] : undefined, unless }] : [];
    } catch (fault) {
        // An old browser does not know all that a pattern may hold; the other phrases are looked for all the same.
        console.warn(`not looked for on this phone: ${phrase.why}`, fault);
        return [];
    }
}

/** @param {Context} context @param {string} language @returns {ReadContext[]} */
function read({ near, whole, within, side }, language) {
    const context = {
        near: regExp(near, language, 'i'),
        whole: regExp(whole, language, 'i'),
        within: within ?? ANYWHERE,
        side: side ?? 'either',
    };
    return context.near || context.whole ? [context] : [];
}

/**
 * @param {Record<string, string> | null | undefined} patterns
 * @param {string} language
 * @param {string} flags
 */
function regExp(patterns, language, flags) {
    return patterns?.[language] ? new RegExp(patterns[language].replaceAll('\\b', BOUNDARY), flags) : undefined;
}

/** @param {ReadContext} context @param {string} sentence @param {number} from @param {number} to */
function fits({ near, whole, within, side }, sentence, from, to) {
    const before = sentence.slice(Math.max(0, from - within), from);
    const after = sentence.slice(to, to + within);
    const beside = !near || (side !== 'after' && near.test(before)) || (side !== 'before' && near.test(after));
    return beside && (!whole || whole.test(sentence));
}

/** The text as patterns see it, and where each of its characters stood. @param {string} original */
function fold(original) {
    const points = Array.from(original);
    let text = '';
    /** @type {number[]} */
    const places = [];
    let at = 0;
    points.forEach((point, i) => {
        const isHan = (/** @type {number} */ place) => HAN.test(points[place] ?? '');
        if (!(/[^\S\n]/.test(point) && isHan(i - 1) && isHan(i + 1))) {
            const folded = point.normalize('NFKC');
            text += folded;
            places.push(...Array.from({ length: folded.length }, () => at));
        }
        at += point.length;
    });
    places.push(original.length);
    return { text, places };
}
