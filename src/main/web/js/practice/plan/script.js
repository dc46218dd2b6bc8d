/**
 * Words a host could say, with what the trainee typed in them. `{price}` is a blank; a part in square brackets is left
 * out where one of its blanks has no value. The build refuses words that would need anything else.
 */

import { filled } from '../../app/format.js';

/** @typedef {import('../attempt/attempt.js').ProductFacts} ProductFacts */

/** @param {string} say @param {Record<string, string | undefined>} blanks */
export function spoken(say, blanks) {
    const whole = say.replace(/\[([^[\]]*)]/g, (_, part) => (blanksIn(part).every((name) => blanks[name]) ? part : ''));
    return whole.replace(/\{(\w+)}/g, (_, name) => blanks[name] ?? '').trim();
}

/** @param {string} part */
function blanksIn(part) {
    return Array.from(part.matchAll(/\{(\w+)}/g), ([, name]) => name);
}

/** @param {string[]} names @param {string} and */
function joined(names, and) {
    return names.reduce((one, other) => (one ? filled(and, { one, other }) : other), '');
}

/**
 * The first product fills `{product}`, `{price}`, …; the second `{product2}`, and so on.
 *
 * @param {object} known
 * @param {string} known.host
 * @param {string} [known.village]
 * @param {ProductFacts[]} known.facts
 * @param {{goods: string, and: string}} words `goods` for a product without a name, `and` to join `[one]` and `[other]`
 * @returns {Record<string, string | undefined>}
 */
export function blanksOf({ host, village, facts }, { goods, and }) {
    const named = facts.filter(({ name }) => name);
    const blanks = { host, village, product: goods, products: joined(named.map(({ name }) => name), and) || goods };
    named.forEach(({ name, price, weight, origin }, i) => {
        const number = i === 0 ? '' : i + 1;
        Object.assign(blanks, {
            [`product${number}`]: name,
            [`price${number}`]: price,
            [`weight${number}`]: weight,
            [`origin${number}`]: origin,
        });
    });
    return blanks;
}
