/**
 * A quiz as it is answered: one question at a time, each answer stored as it is given and changed until all are handed in.
 * What is right only the server knows.
 *
 * @typedef {{at: number, answers: Record<string, string[]>, seconds: Record<string, number>}} Place for a reload or Back
 * @typedef {Record<string, number>} Words by question, in its order: what stands for all that is read in it
 */

/** Nobody looks at a question for longer: the phone lay there. */
const LONGEST_LOOK = 600;

/** @typedef {ReturnType<typeof createQuiz>} Quiz */

/** @param {string[]} ids of the questions @param {Place | null} [place] where it was left */
export function createQuiz(ids, place) {
    /** @template T @param {Record<string, T>} byId @returns {Record<string, T>} */
    const known = (byId) => Object.fromEntries(Object.entries(byId).filter(([id]) => ids.includes(id)));
    const last = ids.length - 1;
    let at = place ? Math.min(Math.max(0, place.at), last) : 0;
    /** By question, what was chosen. */
    const answers = known(place?.answers ?? {});
    /** By question, how long it was looked at. */
    const seconds = known(place?.seconds ?? {});

    return {
        answers,
        seconds,

        /** Number of the present question, from 0. */
        get at() {
            return at;
        },

        /** @returns {Place} */
        get place() {
            return { at, answers, seconds };
        },

        get isLast() {
            return at >= last;
        },

        /**
         * @param {string[]} chosen
         * @param {number} looked seconds since the question was shown
         * @returns {boolean} false if nothing was chosen
         */
        answer(chosen, looked) {
            if (chosen.length === 0) {
                return false;
            }
            const id = ids[at];
            answers[id] = chosen;
            seconds[id] = Math.min(LONGEST_LOOK, (seconds[id] ?? 0) + Math.round(looked));
            return true;
        },

        goOn() {
            at = Math.min(at + 1, last);
        },

        goBack() {
            at = Math.max(0, at - 1);
        },
    };
}

/**
 * What is left of a half-done quiz where the lesson has another version now: the answers to questions that read the same.
 *
 * @param {Place & {words?: Words}} half
 * @param {[string, number][]} now the questions with their words, in their order
 * @returns {{place: Place, kept: number[], lost: number}} `kept`: by number of the question, from 1
 */
export function carriedOver({ answers, seconds = {}, words = {} }, now) {
    const same = now.map(([id, read]) => Boolean(answers[id]) && words[id] === read);
    const ids = now.map(([id]) => id).filter((_, index) => same[index]);
    const of = (/** @type {Record<string, any>} */ byId) => Object.fromEntries(ids.filter((id) => id in byId).map((id) => [id, byId[id]]));
    const open = same.indexOf(false);
    return {
        place: { at: open < 0 ? now.length - 1 : open, answers: of(answers), seconds: of(seconds) },
        kept: same.flatMap((is, index) => (is ? [index + 1] : [])),
        lost: Object.keys(answers).length - ids.length,
    };
}

const HOUR_MS = 3_600_000;

/**
 * What the county's rule says to another try. A phone whose clock was set back knows nothing of the last one.
 *
 * @param {{wait: number, most: number}} rule hours between tries, and tries in all (0: as many as one likes)
 * @param {number} tries
 * @param {number | undefined} at time of the last one on this phone
 * @param {number} now
 */
export function retake({ wait, most }, tries, at, now) {
    const left = at && at <= now ? at + wait * HOUR_MS - now : 0;
    return { usedUp: most > 0 && tries >= most, hours: Math.max(0, Math.ceil(left / HOUR_MS)) };
}
