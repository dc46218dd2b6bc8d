/** Which scripted audiences fit a plan. */

/** @typedef {import('./scenario.js').Scenario} Scenario */

/** The level of a scenario that an intensity looks for. */
const LEVELS = { gentle: 1, lively: 3, rough: 5 };

/** Fewer would be an empty room. */
const FEWEST_EVENTS = 3;

/**
 * The scenarios that can be played in this plan, the best fitting first: of these goods before others, written for this
 * format before others, then as rough as requested. One for other formats is offered only for the right goods, and
 * where enough of it can happen.
 *
 * @param {Scenario[]} scenarios
 * @param {object} plan
 * @param {string} plan.format
 * @param {string[]} plan.steps of its run of show
 * @param {string | undefined} plan.goods what is sold, if the product's name shows it
 * @param {import('./engine.js').Intensity} plan.intensity
 * @returns {Scenario[]}
 */
export function fitting(scenarios, { format, steps, goods, intensity }) {
    const sells = (/** @type {Scenario} */ scenario) => scenario.goods === goods || scenario.goods === 'any';
    const misfit = (/** @type {Scenario} */ scenario) =>
        (sells(scenario) ? 0 : 100) + (scenario.formats.includes(format) ? 0 : 10) + Math.abs(scenario.level - LEVELS[intensity]);
    return scenarios
        .filter((one) => one.formats.includes(format) || (sells(one) && eventsIn(one, steps) >= FEWEST_EVENTS))
        .sort((one, other) => misfit(one) - misfit(other) || (one.slug < other.slug ? -1 : 1));
}

/** @param {Scenario} scenario @param {string[]} steps */
function eventsIn({ timeline }, steps) {
    return timeline.filter(({ on }) => on?.step !== undefined && steps.includes(on.step)).length;
}

/**
 * A name ends with what a thing is, in Chinese as in English: tea eggs are eggs. So the word that ends last decides, and
 * the longer of two.
 *
 * @param {string} product as it was typed
 * @param {{goods: string, words: string[]}[]} known
 * @returns {string | undefined} the goods one of whose words is in it
 */
export function goodsOf(product, known) {
    const typed = product.toLowerCase();
    const found = known
        .flatMap(({ goods, words }) => words.filter((word) => typed.includes(word))
            .map((word) => ({ goods, length: word.length, end: typed.lastIndexOf(word) + word.length })))
        .sort((one, other) => other.end - one.end || other.length - one.length);
    return found[0]?.goods;
}
