/**
 * What invited viewers are shown while the network does not carry the recording: a second, small recording of the same
 * camera, or of its sound alone, whose chunks go out first. It is in memory alone; what was recorded stays on the phone and
 * follows when there is room. A phone that cannot record twice at once goes on with the recording alone.
 */

import { Unreachable } from '#app/http.js';
import { missing, safeBytes } from '../attempt/attempt.js';
import { contains } from '../attempt/ranges.js';
import { digestOf } from '../attempt/take-writer.js';
import { BITS_PER_SECOND } from '../recording/camera.js';
import { BitrateController } from './bitrate-controller.js';

/**
 * @typedef {import('../attempt/attempt.js').Attempt} Attempt
 * @typedef {{video: number, audio: number, longer: number, frameRate: number}} Quality of a copy: bits and pictures a second,
 *     and the longer side of its picture
 * @typedef {{copy: number, seq: number, beside: number, fromMs: number, bytes: Blob}} CopyChunk
 * @typedef {{end: () => void}} SmallRecorder
 * @typedef {{step: number, number: number, recorder: SmallRecorder, seq: number, beganMs: number, beside: number}} RunningCopy
 *     `seq`, `beganMs` and `beside` of the chunk that is being recorded
 *
 * @typedef {object} Ports
 * @property {string} attempt
 * @property {string} [sender] the attempt's name for this phone
 * @property {{take: number, elapsedMs: number, chunks: number}} recorder of the take, which runs; and how many chunks it
 *     has handed out
 * @property {(quality: Quality, onBytes: (bytes: Blob) => void, onFault: () => void) => SmallRecorder} record begins a
 *     second recorder, or throws
 * @property {Pick<import('../upload/attempt-api.js').AttemptApi, 'putLiveCopy'>} api
 * @property {Pick<import('../upload/live-first.js').LiveFirst, 'ask'>} liveFirst
 * @property {Pick<import('../../app/network-policy.js').NetworkPolicy, 'transferAllowed'>} network
 * @property {import('../../app/clock.js').Clock} clock
 */

/** @type {Quality[]} the better one first; the last is sound alone */
export const QUALITIES = [
    { video: 176_000, audio: 32_000, longer: 426, frameRate: 15 },
    { video: 56_000, audio: 24_000, longer: 320, frameRate: 8 },
    { video: 0, audio: 16_000, longer: 0, frameRate: 0 },
];

const RATES = [BITS_PER_SECOND, ...QUALITIES].map(({ video, audio }) => video + audio);
const LOOK_EVERY_MS = 1_000;
const TRY_AGAIN_MS = 1_000;

/** Chunks of the recording that are always on their way. */
const UNDER_WAY = 2;

/** Later than this, viewers are rather shown what is now. */
const MOST_WAITING = 6;

/** After so many copies of which nothing arrived the recording has the network for itself, for so long. */
const MOST_FRUITLESS = 3;
const REST_MS = 60_000;

/** With a second recorder the phone no longer keeps up with the first. */
const TOO_SLOW_MS = 6_000;

export class LiveCopy {
    #ports;
    #controller = new BitrateController(RATES);
    #viewers = 0;
    #lookedAt = -Infinity;
    #looking = false;
    #over = false;
    #impossible = false;
    /** Where viewers go on in the take when no copy is made. */
    #from = 0;
    #behind = false;
    /** @type {RunningCopy | undefined} */
    #copy;
    #copies = 0;
    /** Copies in a row of which nothing arrived. */
    #fruitless = 0;
    #restsUntil = -Infinity;
    /** @type {CopyChunk[]} */
    #waiting = [];
    #sending = false;
    #sentBytes = 0;
    #chunks = 0;
    #chunkAt = 0;

    /** @param {Ports} ports */
    constructor(ports) {
        this.#ports = ports;
    }

    /** Whether viewers are shown a copy just now. */
    get isOn() {
        return this.#copy !== undefined;
    }

    /** Whether viewers are told by a sound, and see nothing. */
    get isSoundAlone() {
        return this.#copy?.step === QUALITIES.length;
    }

    /** @param {number} count of those who watch */
    watchedBy(count) {
        this.#viewers = count;
    }

    /** Looks whether the network carries what viewers are shown. @param {Attempt} attempt as last read from the store */
    async tick(attempt) {
        const at = this.#ports.clock.elapsed();
        if (this.#looking || this.#over || at - this.#lookedAt < LOOK_EVERY_MS) {
            return;
        }
        this.#lookedAt = at;
        this.#looking = true;
        const allowed = this.#viewers > 0 && (await this.#ports.network.transferAllowed()) === 'free';
        this.#looking = false;
        if (this.#over) {
            return;
        }
        const behindMs = this.#behindMs(attempt);
        const step = this.#controller.next({
            at,
            wanted: allowed && !this.#impossible && at >= this.#restsUntil,
            behindMs,
            sentBytes: safeBytes(attempt) + this.#sentBytes,
            waiting: this.#waiting.length > 1 || missing(attempt).length > UNDER_WAY,
        });
        if (this.#copy && this.#isTooSlow(at)) {
            this.#giveUp();
        } else if (step !== (this.#copy?.step ?? 0)) {
            this.#become(step);
        }
        this.#behind = behindMs > 0;
        this.#ask();
    }

    /** The take ends; what waits is of no use any more. */
    end() {
        this.#over = true;
        this.#stop();
        this.#ports.liveFirst.ask(undefined);
    }

    /** @param {Attempt} attempt */
    #behindMs(attempt) {
        const { recorder } = this.#ports;
        if (this.#copy) {
            return this.#waiting.length > 0 ? recorder.elapsedMs - this.#waiting[0].fromMs : 0;
        }
        const take = attempt.takes.find((one) => one.take === recorder.take);
        const lacking = take?.pieces.findIndex((_, seq) => seq >= this.#from && !contains(take.safe, seq)) ?? -1;
        return lacking < 0 ? 0 : recorder.elapsedMs - (take?.pieces[lacking - 1]?.[1] ?? 0);
    }

    /** @param {number} at */
    #isTooSlow(at) {
        const { chunks } = this.#ports.recorder;
        if (chunks !== this.#chunks) {
            this.#chunks = chunks;
            this.#chunkAt = at;
        }
        return at - this.#chunkAt > TOO_SLOW_MS;
    }

    #ask() {
        const { attempt, recorder, liveFirst } = this.#ports;
        const wanted = this.#copy !== undefined || (this.#from > 0 && this.#behind);
        const from = this.#copy ? Infinity : this.#from;
        liveFirst.ask(wanted ? { hold: this.#waiting.length > 0, attempt, take: recorder.take, from } : undefined);
    }

    /** @param {number} step */
    #become(step) {
        this.#stop();
        if (step === 0) {
            return;
        }
        const { recorder, record, clock } = this.#ports;
        const number = ++this.#copies;
        this.#chunkAt = clock.elapsed();
        try {
            const small = record(
                QUALITIES[step - 1],
                (bytes) => this.#copy?.number === number && this.#add(bytes),
                () => this.#copy?.number === number && this.#giveUp(),
            );
            this.#copy = { step, number, recorder: small, seq: 0, beganMs: recorder.elapsedMs, beside: recorder.chunks };
        } catch (fault) {
            console.warn('no second recorder:', String(fault));
            this.#giveUp();
        }
    }

    /** @param {Blob} bytes */
    #add(bytes) {
        const copy = this.#copy;
        if (!copy || bytes.size === 0) {
            return;
        }
        const { recorder } = this.#ports;
        this.#waiting.push({ copy: copy.number, seq: copy.seq++, beside: copy.beside, fromMs: Math.round(copy.beganMs), bytes });
        copy.beganMs = recorder.elapsedMs;
        copy.beside = recorder.chunks;
        if (this.#waiting.length > MOST_WAITING) {
            this.#beginAnew(copy.step);
        } else {
            this.#ask();
            this.#send();
        }
    }

    /** Without its header a copy cannot be read. @param {number} step */
    #beginAnew(step) {
        if (++this.#fruitless === MOST_FRUITLESS) {
            this.#fruitless = 0;
            this.#restsUntil = this.#ports.clock.elapsed() + REST_MS;
            this.#stop();
        } else {
            this.#become(step);
        }
    }

    async #send() {
        if (this.#sending) {
            return;
        }
        this.#sending = true;
        while (this.#waiting.length > 0 && !this.#over) {
            const [chunk] = this.#waiting;
            const sent = await this.#put(chunk);
            if (sent) {
                this.#waiting = this.#waiting.filter((other) => other !== chunk);
                this.#ask();
            } else if (this.#waiting.includes(chunk)) {
                await new Promise((resolve) => this.#ports.clock.after(TRY_AGAIN_MS, () => resolve(undefined)));
            }
        }
        this.#sending = false;
    }

    /** @param {CopyChunk} chunk @returns {Promise<boolean>} */
    async #put({ bytes: blob, ...place }) {
        const { api, attempt, sender, recorder } = this.#ports;
        try {
            const bytes = await blob.arrayBuffer();
            await api.putLiveCopy({ ...place, attempt, recorder: sender, take: recorder.take, bytes, digest: await digestOf(bytes) });
            this.#sentBytes += bytes.byteLength;
            this.#fruitless = 0;
            return true;
        } catch (fault) {
            if (!(fault instanceof Unreachable)) {
                console.warn('no copy for viewers:', String(fault));
                this.#giveUp();
            }
            return false;
        }
    }

    /** The recording goes on alone. */
    #giveUp() {
        this.#impossible = true;
        this.#stop();
    }

    #stop() {
        this.#from = this.#waiting[0]?.beside ?? this.#ports.recorder.chunks;
        this.#waiting = [];
        const recorder = this.#copy?.recorder;
        this.#copy = undefined;
        recorder?.end();
    }
}
