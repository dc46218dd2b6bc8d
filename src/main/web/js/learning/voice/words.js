/** Which words of a page belong to which sentence, found by counting letters: marks and blanks may differ. */

const LETTER = /[\p{L}\p{N}]/u;
/** Stand before the sentence that they open. */
const OPENING = /[\s“‘「『（(【《—]/u;
const NOT_SPOKEN = 'svg, button, audio, .sr-only';

/**
 * @typedef {{sentence: number, from: number, to: number}} Part of a text, by its characters
 *
 * @param {string[]} texts one behind the other
 * @param {number[]} letters how many each sentence has
 * @returns {Part[][]} the parts of each text; what stands behind the last sentence is in none
 */
export function partsOf(texts, letters) {
    let sentence = 0;
    let left = letters[0] ?? 0;
    return texts.map((text) => {
        /** @type {Part[]} */
        const parts = [];
        let from = 0;
        let at = 0;
        const end = () => {
            if (at > from && sentence < letters.length) {
                parts.push({ sentence, from, to: at });
            }
            from = at;
        };
        for (const letter of text) {
            const counts = LETTER.test(letter);
            if (left === 0 && sentence < letters.length && (counts || OPENING.test(letter))) {
                end();
                sentence++;
                left = letters[sentence] ?? 0;
            }
            left -= counts && left > 0 ? 1 : 0;
            at += letter.length;
        }
        end();
        return parts;
    });
}

/**
 * Puts the words of each sentence into elements of their own.
 *
 * @param {Element[]} roots in the order they are read
 * @param {number[]} letters how many each sentence has
 * @returns {HTMLElement[][]} by sentence
 */
export function markWords(roots, letters) {
    const nodes = roots.flatMap(textsIn);
    /** @type {HTMLElement[][]} */
    const marked = letters.map(() => []);
    partsOf(nodes.map((node) => node.data), letters).forEach((parts, index) => {
        const { data } = nodes[index];
        const pieces = parts.map(({ sentence, from, to }) => {
            const span = document.createElement('span');
            span.textContent = data.slice(from, to);
            marked[sentence].push(span);
            return span;
        });
        if (pieces.length) {
            nodes[index].replaceWith(...pieces, data.slice(parts[parts.length - 1].to));
        }
    });
    return marked;
}

/** @param {Element} root @returns {Text[]} */
function textsIn(root) {
    const walker = document.createTreeWalker(root, NodeFilter.SHOW_TEXT);
    /** @type {Text[]} */
    const texts = [];
    while (walker.nextNode()) {
        const text = /** @type {Text} */ (walker.currentNode);
        if (text.data.trim() && !text.parentElement?.closest(NOT_SPOKEN)) {
            texts.push(text);
        }
    }
    return texts;
}
