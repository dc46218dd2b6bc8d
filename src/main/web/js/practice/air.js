/** On the air: the recorder runs, the screen says how long, what is kept and what is safe. */

import { recordedMs, safeMs } from './attempt.js';
import { canSay, clock, one, say, setText } from './page.js';
import { Prompter } from './prompter.js';
import { TakeRecorder } from './recorder.js';
import { attemptNamed, change, watch } from './shelf.js';

export class Air {
    #id;
    #stage;
    #uploader;
    #recorder;
    #prompter;
    /** @type {import('./attempt.js').Attempt} the attempt as last read from the shelf */
    #attempt;
    /** Recorded before this take. */
    #before;
    #timer;
    #unwatch;
    /** @type {WakeLockSentinel | undefined} */
    #awake;

    /**
     * Starts a take.
     *
     * @param {import('./attempt.js').Attempt} attempt
     * @param {MediaStream} stream
     * @param {HTMLElement} stage
     * @param {import('./uploader.js').Uploader} uploader
     * @param {(why: 'asked' | 'interrupted' | 'phone-full') => void} onEnd
     */
    constructor(attempt, stream, stage, uploader, onEnd) {
        this.#id = attempt.id;
        this.#attempt = attempt;
        this.#stage = stage;
        this.#uploader = uploader;
        this.#before = recordedMs(attempt);
        this.#recorder = new TakeRecorder(attempt, stream, (why) => {
            this.#leave();
            onEnd(why);
        });
        this.#prompter = new Prompter(attempt.plan.format, one('[data-prompter]', stage), (ref) => this.#mark(ref));
        this.#prompter.resume(attempt, this.#before);
        this.#timer = setInterval(() => this.#tick(), 250);
        this.#unwatch = watch(({ kind, id }) => kind === 'changed' && id === this.#id && this.#reread());
        this.#stayAwake();
        this.#offer();
        this.#tick();
    }

    /** Every recorded millisecond of the attempt, this take included. */
    get recordedMs() {
        return this.#before + this.#recorder.elapsedMs;
    }

    /** How long this take has run. */
    get takeMs() {
        return this.#recorder.elapsedMs;
    }

    get hasNextStep() {
        return this.#prompter.next !== undefined;
    }

    nextStep() {
        this.#prompter.advance(this.recordedMs);
        this.#offer();
        this.#tick();
    }

    /** Answers when everything recorded is kept. */
    stop() {
        return this.#recorder.stop('asked');
    }

    /** @param {string} ref */
    #mark(ref) {
        const at = { take: this.#recorder.take, ms: Math.round(this.#recorder.elapsedMs) };
        change(this.#id, (attempt) => attempt.marks.push({ at, kind: 'step', ref }));
    }

    #offer() {
        const next = this.#prompter.next;
        setText(one('[data-do="next"]', this.#stage), next ? say('next-step', { step: next.title }) : say('done-recording'));
    }

    #tick() {
        setText(one('[data-time]', this.#stage), clock(this.recordedMs));
        setText(one('[data-kept]', this.#stage), say('kept-until', { time: clock(recordedMs(this.#attempt)) }));
        const sent = one('[data-sent]', this.#stage);
        const { state } = this.#uploader;
        const held = canSay(`air-${state}`);
        sent.toggleAttribute('data-held', held);
        // What goes well is not read out into the recording.
        if (held) {
            sent.setAttribute('role', 'status');
        } else {
            sent.removeAttribute('role');
        }
        setText(sent, held ? say(`air-${state}`) : say('safe-until', { time: clock(safeMs(this.#attempt)) }));
        this.#prompter.tick(this.recordedMs);
    }

    async #reread() {
        this.#attempt = (await attemptNamed(this.#id)) ?? this.#attempt;
    }

    async #stayAwake() {
        // A phone on battery saver refuses: the recording goes on, and a screen that sleeps ends the take cleanly.
        this.#awake = await navigator.wakeLock?.request('screen').catch(() => undefined);
    }

    #leave() {
        clearInterval(this.#timer);
        this.#unwatch();
        this.#awake?.release();
    }
}
