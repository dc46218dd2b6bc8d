/**
 * The phone's record of one attempt: plain data and rules over it, stored by `attempt-store.js`. Phones in use have such
 * records: add members, and rename none.
 *
 * @typedef {import('./ranges.js').Ranges} Ranges
 *
 * @typedef {object} Plan sent to the server once, never changed afterwards
 * @property {string} title
 * @property {string} format
 * @property {string} [runOfShow]
 * @property {string[]} [products]
 * @property {ProductFacts[]} [facts] of each product
 * @property {import('../plan/run-of-show.js').PlannedStep[]} [steps] where the run of show was changed
 * @property {string} [goal] what the trainee wants to do better
 *
 * @typedef {{name: string, price?: string, weight?: string, origin?: string}} ProductFacts in the trainee's own words
 *
 * @typedef {object} Take one unbroken run of the recorder
 * @property {number} take from 1
 * @property {string} type of the bytes, as the recorder names it
 * @property {string} startedAt
 * @property {string} endedAt moves on with every stored chunk, so that a take which was cut off still has an end
 * @property {[number, number][]} pieces of each chunk: its size in bytes, and its end in milliseconds from the start of
 *     the take
 * @property {Ranges} safe numbers of the chunks the server has acknowledged
 *
 * @typedef {{take: number, ms: number}} RecordedTime milliseconds of recorded time of that take: no change of the
 *     phone's clock touches it
 *
 * @typedef {object} Marker
 * @property {RecordedTime | string} at the clock's time in what an earlier version recorded
 * @property {string} kind
 * @property {string} ref
 *
 * @typedef {object} Attempt
 * @property {string} id
 * @property {string} person its owner; it is never sent in the session of another person
 * @property {Plan} plan
 * @property {string} createdAt
 * @property {string} [recorder] this phone's name in this attempt alone; absent in what an earlier version planned
 * @property {Take[]} takes
 * @property {Marker[]} marks the steps of the run of show that began, and what else happened while it was recorded
 * @property {number} [lostAtStartMs] how much was recorded and not one chunk of it stored, before it was begun again
 * @property {number} [lostNotedAt] the last sign of life of the recorder whose loss was marked last, by the phone's clock
 * @property {import('../audience/record.js').Audience} [audience] of scripted viewers, if there is one
 * @property {{trainee: string, name: string}} [onSite] whom `person` records with this phone: the attempt will be
 *     that trainee's
 * @property {boolean} [soundOnly] without a picture
 * @property {import('../plan/run-of-show.js').Line[]} [lines] of the teleprompter; without, those of the page
 * @property {{name: string, size: number, modified: number, copied: boolean}} [picked] the video chosen from the
 *     gallery
 * @property {{at: string, sent?: boolean, refused?: boolean}} [booking] when it is to be rehearsed, if not at once;
 *     `refused` once the server would not take that time
 * @property {boolean} [invited] whether its trainee opened the page of its invitations, here or on another phone
 * @property {string} [helping] the help with which it was planned or recorded
 * @property {string} [helpedAt] when that was, by the phone's clock
 * @property {string} [endedAt] when the trainee ended the recording
 * @property {import('../mirror/phone-readings.js').PhoneReadings} [readings] what this phone heard of it
 * @property {string} [finishedAt] when the server confirmed that it has everything
 * @property {boolean} [handIn] the trainee wants it graded
 * @property {string} [sentAt] when the server accepted the hand-in; a mentor sees it once the recording is prepared
 * @property {string} [submittedAt] when the server reported that a mentor can see it
 * @property {string} [deletedAt] when the trainee deleted it; nothing else is left of it, and the deletion is still to be
 *     sent
 * @property {boolean} [cleared] the bytes are no longer on this phone
 * @property {string} [trouble] why it cannot be uploaded any further: names a sentence of the page
 * @property {string} [movesTo] id of the attempt of its own that its bytes are being moved to
 */

import { helpedNow } from '../../app/helping.js';
import { contains, minus, plus, unbroken } from './ranges.js';
import { uuid } from '../../app/uuid.js';

/** The server takes no more. */
const MOST_MARKERS = 5_000;

/**
 * @param {string} person
 * @param {Plan} plan
 * @param {Pick<Attempt, 'lines' | 'onSite' | 'soundOnly'>
 *     & {audience?: Pick<import('../audience/record.js').Audience, 'scenario' | 'intensity'>}} [rehearsed] an earlier
 *     attempt will do: what came of its audience is left behind
 * @returns {Attempt}
 */
export function planned(person, plan, { lines, audience, onSite, soundOnly } = {}) {
    return {
        ...helpedNow(),
        id: uuid(), person, plan, recorder: uuid(), createdAt: new Date().toISOString(), takes: [], marks: [],
        ...(lines && { lines }),
        ...(onSite && { onSite }),
        ...(soundOnly && { soundOnly }),
        ...(audience && { audience: { scenario: audience.scenario, intensity: audience.intensity, asked: [] } }),
    };
}

/**
 * Whether viewers may have been invited: from the camera, from the page of one that was booked or had to be recorded on,
 * or on another phone. Only a trainee invites.
 *
 * @param {Attempt} attempt
 */
export function mayBeWatched({ onSite, invited, booking, takes }) {
    return !onSite && Boolean(invited || booking || takes.length > 0);
}

/**
 * The record of a deleted attempt, until the deletion has been sent to the server.
 *
 * @param {string} id
 * @param {string} person
 * @param {string} [recorder] this phone's name for itself, where it may delete only what it recorded
 * @returns {Attempt}
 */
export function deletion(id, person, recorder) {
    const now = new Date().toISOString();
    return { id, person, recorder, plan: { title: '', format: '' }, createdAt: now, takes: [], marks: [], deletedAt: now };
}

/**
 * Adds a chunk to its take, which begins with the first chunk and ends, for now, where this one does.
 *
 * @param {Attempt} attempt
 * @param {{take: number, seq: number, bytes: ArrayBuffer}} chunk
 * @param {{type: string, startedAt: string, endMs: number}} about
 */
export function addChunk(attempt, { take: number, seq, bytes }, { type, startedAt, endMs }) {
    let take = attempt.takes.find((one) => one.take === number);
    if (!take) {
        take = { take: number, type, startedAt, endedAt: startedAt, pieces: [], safe: [] };
        attempt.takes.push(take);
        Object.assign(attempt, helpedNow());
    }
    take.pieces[seq] = [bytes.byteLength, endMs];
    take.endedAt = new Date(Date.parse(take.startedAt) + endMs).toISOString();
}

/**
 * The server has acknowledged a chunk.
 *
 * @param {Attempt} attempt
 * @param {number} number of the take
 * @param {number} seq
 */
export function acknowledge(attempt, number, seq) {
    const take = attempt.takes.find((one) => one.take === number);
    if (take) {
        take.safe = plus(take.safe, seq);
    }
}

/** @template T @param {T[]} list @returns {T | undefined} */
export function last(list) {
    return list[list.length - 1];
}

/** @param {Take} take */
export function takeLength(take) {
    return last(take.pieces)?.[1] ?? 0;
}

/** Recorded milliseconds, the gaps not counted. @param {Attempt} attempt */
export function recordedMs(attempt) {
    return attempt.takes.reduce((sum, take) => sum + takeLength(take), 0);
}

/** Up to which recorded millisecond the server has everything. @param {Attempt} attempt */
export function safeMs(attempt) {
    let ms = 0;
    for (const take of attempt.takes) {
        const safe = Math.min(unbroken(take.safe), take.pieces.length);
        ms += safe > 0 ? take.pieces[safe - 1][1] : 0;
        if (safe < take.pieces.length) {
            break;
        }
    }
    return ms;
}

/** @param {Attempt} attempt */
export function storedBytes(attempt) {
    return sizes(attempt, () => true);
}

/** @param {Attempt} attempt */
export function safeBytes(attempt) {
    return sizes(attempt, (take, seq) => contains(take.safe, seq));
}

/** @param {Attempt} attempt @param {(take: Take, seq: number) => boolean} which */
function sizes(attempt, which) {
    return attempt.takes.reduce((sum, take) =>
        take.pieces.reduce((part, [size], seq) => part + (which(take, seq) ? size : 0), sum), 0);
}

/** The chunks the server lacks, oldest first. @param {Attempt} attempt */
export function missing(attempt) {
    return attempt.takes.flatMap((take) =>
        take.pieces.map((_, seq) => ({ take: take.take, seq })).filter(({ seq }) => !contains(take.safe, seq)));
}

/** Pauses between takes of a second or more, with the milliseconds recorded before each. @param {Attempt} attempt */
export function gaps(attempt) {
    /** @type {{atMs: number, lengthMs: number}[]} */
    const found = [];
    let at = 0;
    attempt.takes.forEach((take, i) => {
        const before = attempt.takes[i - 1];
        const lengthMs = before ? Date.parse(take.startedAt) - Date.parse(before.endedAt) : 0;
        if (lengthMs >= 1000) {
            found.push({ atMs: at, lengthMs });
        }
        at += takeLength(take);
    });
    return found;
}

/** Whether something of it still has to be sent. @param {Attempt} attempt */
export function isWaiting(attempt) {
    if (attempt.deletedAt) {
        return true;
    }
    if (attempt.trouble || attempt.submittedAt || (attempt.picked && !attempt.picked.copied)) {
        return false;
    }
    if (attempt.finishedAt) {
        return attempt.handIn === true;
    }
    if (isBookingUnsent(attempt)) {
        return true;
    }
    return attempt.takes.length > 0 && (attempt.endedAt !== undefined || missing(attempt).length > 0);
}

/** Whether the booked time is still to be sent. @param {Attempt} attempt */
export function isBookingUnsent({ booking, takes }) {
    return booking !== undefined && takes.length === 0 && !booking.sent && !booking.refused;
}

/** Whether the server has accepted the hand-in, even if no mentor can see it yet. @param {Attempt} attempt */
export function isHandedIn(attempt) {
    return (attempt.sentAt ?? attempt.submittedAt) !== undefined;
}

/**
 * Stuck with something the trainee must see to. A later recording that reached a mentor settles it.
 *
 * @param {Attempt[]} attempts
 */
export function unsettled(attempts) {
    return attempts.filter((attempt) => attempt.trouble
        && !attempts.some((other) => other.submittedAt && other.createdAt > attempt.createdAt));
}

/** Whether the recording can be continued. @param {Attempt} attempt */
export function isOpen(attempt) {
    return !attempt.endedAt && !attempt.finishedAt && !attempt.trouble;
}

/**
 * Replaces what the phone recorded as safe by what the server has.
 *
 * @param {Attempt} attempt
 * @param {{take: number, chunks: Ranges}[]} stored
 * @param {{take: number, chunks: Ranges}[]} lost what a refused finish listed as missing; overrides `stored`
 */
export function reconcile(attempt, stored, lost = []) {
    for (const take of attempt.takes) {
        const chunksIn = (/** @type {typeof stored} */ list) => list.find((one) => one.take === take.take)?.chunks ?? [];
        take.safe = minus(chunksIn(stored), chunksIn(lost));
    }
}

/** Recorded milliseconds of the whole attempt before a marker. @param {Attempt} attempt @param {Marker['at']} at */
export function positionOf(attempt, at) {
    const { take: number, ms } = recordedTime(attempt, at);
    return attempt.takes.reduce((sum, take) => (take.take < number ? sum + takeLength(take) : sum), ms);
}

/**
 * The markers as the API wants them, without those of a take that has no bytes.
 *
 * @param {Attempt} attempt
 */
export function markers(attempt) {
    return attempt.marks
        .map((mark) => ({ ...mark, at: recordedTime(attempt, mark.at) }))
        .filter(({ at }) => attempt.takes.some(({ take }) => take === at.take))
        .slice(0, MOST_MARKERS);
}

/** @param {Attempt} attempt @param {Marker['at']} at @returns {RecordedTime} */
function recordedTime(attempt, at) {
    if (typeof at !== 'string') {
        return at;
    }
    const begun = attempt.takes.filter(({ startedAt }) => startedAt <= at);
    const take = last(begun) ?? attempt.takes[0];
    const ms = take ? Date.parse(at) - Date.parse(take.startedAt) : 0;
    return { take: take?.take ?? 1, ms: Math.min(Math.max(0, ms), take ? takeLength(take) : 0) };
}
