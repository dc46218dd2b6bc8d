/** A running take: the screen shows its time, what is stored on the phone and what is safe on the server. */

import { http } from '#app/browser.js';
import { find, hasMessage, message, setText } from '../../app/dom.js';
import { minutes } from '../../app/format.js';
import { clock } from '../../app/clock.js';
import { recordedMs, safeMs } from '../attempt/attempt.js';
import { AudienceSession } from '../audience/audience-session.js';
import { HostLive } from '../live/host-live.js';
import { Measuring } from './measuring.js';
import { Prompter, publishedLines } from './prompter.js';
import { TakeRecorder } from './recorder.js';

export class RecordingSession {
    #id;
    #stage;
    #store;
    #uploader;
    #heartbeat;
    #recorder;
    #prompter;
    #measuring;
    /** @type {AudienceSession | undefined} */
    #audience;
    /** @type {import('../attempt/attempt.js').Attempt} as last read from the store */
    #attempt;
    /** Viewers who were invited. */
    #live;
    /** Recorded before this take. */
    #before;
    #timer;
    #unsubscribe;
    /** @type {WakeLockSentinel | undefined} */
    #wakeLock;

    /**
     * Starts a take.
     *
     * @param {import('../attempt/attempt.js').Attempt} attempt
     * @param {MediaStream} stream
     * @param {HTMLElement} stage
     * @param {{store: import('../attempt/attempt-store.js').AttemptStore, uploader:
     *     import('../upload/uploader.js').Uploader, heartbeat: import('./heartbeat.js').Heartbeat}} ports
     * @param {(why: import('./recorder.js').EndReason) => void} onEnd
     */
    constructor(attempt, stream, stage, { store, uploader, heartbeat }, onEnd) {
        this.#id = attempt.id;
        this.#attempt = attempt;
        this.#stage = stage;
        this.#store = store;
        this.#uploader = uploader;
        this.#heartbeat = heartbeat;
        this.#before = recordedMs(attempt);
        this.#recorder = new TakeRecorder(attempt, stream, store, (why) => {
            this.#leave();
            // On a full phone the last chunk could not be stored.
            if (why !== 'phone-full') {
                heartbeat.end();
            }
            onEnd(why);
        });
        this.#measuring = new Measuring({
            attempt: attempt.id,
            recorder: this.#recorder,
            stream,
            video: find('[data-preview]'),
            script: stage.closest('[data-voice]')?.getAttribute('data-voice') ?? '',
            clock,
            store,
        });
        find('[data-comments]', stage).hidden = !attempt.audience;
        if (attempt.audience) {
            this.#audience = new AudienceSession(attempt, this.#recorder.take, {
                stage,
                store,
                recordedMs: () => this.recordedMs,
                listen: (onVoice) => this.#measuring.hear(onVoice),
            });
        }
        this.#live = new HostLive(attempt.id, stage, { http, open: (address) => new EventSource(address) });
        const lines = attempt.lines ?? publishedLines(attempt.plan, stage.closest('[data-host]')?.getAttribute('data-host') ?? '');
        this.#prompter = new Prompter(lines, find('[data-prompter]', stage), (ref) => this.#mark(ref));
        this.#prompter.resume(attempt, this.#before);
        this.#timer = setInterval(() => this.#tick(), 250);
        this.#unsubscribe = store.subscribe((message) => message.kind === 'changed' && message.id === this.#id && this.#reread());
        this.#stayAwake();
        this.#showActions();
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
        this.#showActions();
        this.#tick();
    }

    nextProduct() {
        if (this.#prompter.hasNextProduct) {
            this.#prompter.advanceToNextProduct(this.recordedMs);
            this.#audience?.nextProduct();
            this.#showActions();
            this.#tick();
        }
    }

    /** Resolves when everything recorded is stored. */
    stop() {
        return this.#recorder.stop();
    }

    /** @param {string} ref */
    #mark(ref) {
        const at = { take: this.#recorder.take, ms: Math.round(this.#recorder.elapsedMs) };
        this.#store.update(this.#id, (attempt) => attempt.marks.push({ at, kind: 'step', ref }));
        this.#audience?.step(ref);
        this.#live.step(ref);
    }

    #showActions() {
        const next = this.#prompter.next;
        setText(find('[data-do="next"]', this.#stage), next ? message('next-step', { step: next.title }) : message('done-recording'));
        find('[data-do="next-product"]', this.#stage).hidden = !this.#prompter.hasNextProduct;
    }

    #tick() {
        setText(find('[data-time]', this.#stage), minutes(this.recordedMs));
        setText(find('[data-stored]', this.#stage), message('stored-until', { time: minutes(recordedMs(this.#attempt)) }));
        const sent = find('[data-sent]', this.#stage);
        const { state } = this.#uploader;
        const stalled = hasMessage(`recording-${state}`);
        sent.toggleAttribute('data-stalled', stalled);
        // A screen reader would be heard in the recording: it reads only what went wrong.
        if (stalled) {
            sent.setAttribute('role', 'status');
        } else {
            sent.removeAttribute('role');
        }
        setText(sent, stalled ? message(`recording-${state}`) : message('safe-until', { time: minutes(safeMs(this.#attempt)) }));
        this.#prompter.tick(this.recordedMs);
        this.#audience?.tick();
        if (this.#recorder.elapsedMs > 0) {
            this.#heartbeat.beat(this.#id, this.#recorder.take, this.#recorder.elapsedMs);
        }
    }

    async #reread() {
        this.#attempt = (await this.#store.get(this.#id)) ?? this.#attempt;
    }

    async #stayAwake() {
        // A phone on battery saver refuses. The recording goes on; when the screen turns off, the take ends cleanly.
        this.#wakeLock = await navigator.wakeLock?.request('screen').catch(() => undefined);
    }

    #leave() {
        clearInterval(this.#timer);
        this.#measuring.end();
        this.#audience?.end();
        this.#live.end();
        this.#unsubscribe();
        this.#wakeLock?.release();
    }
}
