/** Brings takes of sentences to the server, one after the other, as often as it takes. */

import { PERSON, Refusal, SignedOut, Unreachable } from '#app/http.js';

/** @typedef {import('./take-store.js').Take} Take */

const AGAIN_MS = 15_000;
const TIMEOUT_MS = 20_000;
/** Slower than this many bytes a millisecond counts as a dead connection. */
const SLOWEST = 4;
/** No repetition helps, for what was sent will not change. */
const MISTAKES = [400, 403, 404, 409, 413, 422];
/** Somebody else is signed in: once the person is again, it goes. */
const OTHER_PERSON = 'request.other-person';

/** @typedef {ReturnType<typeof createSender>} Sender */

/**
 * @param {object} ports
 * @param {string} ports.person
 * @param {Pick<import('./take-store.js').TakeStore, 'all' | 'settle' | 'refuse'>} ports.store
 * @param {Pick<import('../app/http.js').HttpClient, 'json'>} ports.http
 * @param {import('../app/clock.js').Clock} ports.clock
 * @param {typeof import('../app/exclusively.js').exclusively} ports.exclusively
 */
export function createSender({ person, store, http, clock, exclusively }) {
    /** @type {((sent?: Take) => unknown)[]} */
    const listeners = [];
    const tell = (/** @type {Take | undefined} */ sent) => listeners.forEach((listener) => listener(sent));
    /** @type {Promise<void> | undefined} */
    let working;
    let askedAgain = false;
    let cancel = () => {};

    const waiting = async () => (await store.all(person)).filter(({ refused, sent }) => refused === undefined && !sent);

    /** @param {Take} take */
    const sendOne = async (take) => {
        /** @type {string | undefined} */
        let later;
        try {
            const { counts } = await put(http, take, clock.now());
            later = counts === take.digest ? undefined : counts;
        } catch (fault) {
            if (!(fault instanceof Refusal) || !MISTAKES.includes(fault.status) || fault.problem.code === OTHER_PERSON) {
                throw fault;
            }
            await store.refuse(take, fault.message);
            tell(undefined);
            return;
        }
        await store.settle(take, later);
        tell(later ? { ...take, later } : take);
    };

    const sendAll = async () => {
        cancel();
        try {
            do {
                askedAgain = false;
                const takes = await waiting();
                if (takes.length) {
                    tell(undefined);
                }
                for (const take of takes) {
                    await sendOne(take);
                }
            } while (askedAgain);
        } catch (fault) {
            if (!(fault instanceof SignedOut)) {
                cancel = clock.after(fault instanceof Unreachable ? Math.max(AGAIN_MS, fault.waitMs) : AGAIN_MS, () => sender.send());
            }
            console.warn('sentences wait:', fault);
        }
    };

    const sender = {
        /** @returns {Promise<Take[]>} those the server has yet to be told of */
        waiting,

        /** @returns {Promise<Take[]>} those that have to be spoken again */
        refused: async () => (await store.all(person)).filter(({ refused }) => refused !== undefined),

        /** @param {(sent?: Take) => unknown} listener called with what has arrived, or when something was refused */
        onChange(listener) {
            listeners.push(listener);
        },

        /** Sends what waits; called again meanwhile, it looks once more. @returns {Promise<void>} */
        send() {
            askedAgain = true;
            working ??= exclusively('sentence-takes', sendAll).finally(() => {
                working = undefined;
            });
            return working;
        },
    };
    return sender;
}

/**
 * @param {Pick<import('../app/http.js').HttpClient, 'json'>} http
 * @param {Take} take
 * @param {number} now by the clock that says when it was spoken
 * @returns {Promise<{counts: string}>} digest of the take that counts
 */
function put(http, { person, place, sentence, digest, at, replaces = [], bytes, type }, now) {
    const said = new URLSearchParams([
        ['at', at], ['sentAt', new Date(now).toISOString()], ...replaces.map((earlier) => ['replaces', earlier])]);
    return http.json('PUT', `/api/narrations/${place}/${sentence}/${digest}?${said}`, {
        body: bytes,
        // Recorders leave the comma in `codecs=a,b` bare, which a header may not.
        headers: { [PERSON]: person, 'Content-Type': type.replace(/codecs=([^";]+)/, 'codecs="$1"') },
        timeoutMs: TIMEOUT_MS + bytes.byteLength / SLOWEST,
    });
}
