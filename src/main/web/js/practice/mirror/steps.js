/**
 * The plan beside what was done: how long each step and each product was to take, and took.
 *
 * @typedef {{ref: string, title: string, seconds: number}} PlannedStep
 *
 * @typedef {object} StepTaken
 * @property {string} ref
 * @property {string} title
 * @property {number} plannedMs
 * @property {number} tookMs 0 for a step that was left out
 * @property {number} [atMs] recorded before it began; absent for a step that was left out
 */

/** How the runs of show of several products name the step in which each begins: `second-tell`. */
const BEGINS_A_PRODUCT = '-tell';

/**
 * @param {PlannedStep[]} planned
 * @param {{ref: string, ms: number}[]} begun the markers of steps, at recorded milliseconds of the attempt
 * @param {number} lengthMs of the whole recording
 * @returns {StepTaken[]}
 */
export function stepsTaken(planned, begun, lengthMs) {
    const inOrder = [...begun].sort((one, other) => one.ms - other.ms);
    return planned.map(({ ref, title, seconds }) => {
        const mine = inOrder.flatMap(({ ref: other, ms }, i) => (other === ref ? [{ ms, end: inOrder[i + 1]?.ms ?? lengthMs }] : []));
        const tookMs = mine.reduce((sum, { ms, end }) => sum + end - ms, 0);
        return { ref, title, plannedMs: seconds * 1_000, tookMs, ...(mine.length > 0 && { atMs: mine[0].ms }) };
    });
}

/**
 * The steps of each product together; none where the run of show is of one product.
 *
 * @param {StepTaken[]} steps
 * @param {string[]} products their names, in the order of the plan
 * @returns {StepTaken[]}
 */
export function productsTaken(steps, products) {
    const groups = steps.filter(({ ref }) => ref.endsWith(BEGINS_A_PRODUCT)).map(({ ref }) => ref.slice(0, -BEGINS_A_PRODUCT.length));
    if (groups.length < 2) {
        return [];
    }
    return groups.map((group, i) => {
        const mine = steps.filter(({ ref }) => ref.startsWith(`${group}-`));
        const atMs = mine.find((step) => step.atMs !== undefined)?.atMs;
        return {
            ref: group,
            title: products[i] ?? '',
            plannedMs: mine.reduce((sum, { plannedMs }) => sum + plannedMs, 0),
            tookMs: mine.reduce((sum, { tookMs }) => sum + tookMs, 0),
            ...(atMs !== undefined && { atMs }),
        };
    });
}

/**
 * @param {StepTaken} step
 * @returns {'as-planned' | 'longer' | 'shorter' | 'left-out'} within a third of the plan, or ten seconds, it is as
 *     planned
 */
export function compared({ plannedMs, tookMs, atMs }) {
    if (atMs === undefined) {
        return 'left-out';
    }
    const tolerance = Math.max(plannedMs / 3, 10_000);
    if (Math.abs(tookMs - plannedMs) <= tolerance) {
        return 'as-planned';
    }
    return tookMs > plannedMs ? 'longer' : 'shorter';
}
