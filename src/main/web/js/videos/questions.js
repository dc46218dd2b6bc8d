/** At which question a video stops. */

/** @typedef {{item: string, second: number}} Question */

/** Players tell several times a second where they are; further on, somebody jumped. */
const LEAP_S = 3;

/**
 * The first question that was played to and not asked before. Who jumps over one is not stopped for it.
 *
 * @param {Question[]} questions
 * @param {number} from where the player was, in seconds
 * @param {number} to where it is
 * @param {(item: string) => unknown} isAsked
 * @returns {Question | undefined}
 */
export function due(questions, from, to, isAsked) {
    return to < from + LEAP_S
        ? questions.find(({ item, second }) => second > from && second <= to && !isAsked(item))
        : undefined;
}
