/** A running take: the screen shows its time, what is stored on the phone and what is safe on the server. */

import { http } from '#app/browser.js';
import { find, hasMessage, message, setText } from '../../app/dom.js';
import { minutes } from '../../app/format.js';
import { clock } from '../../app/clock.js';
import { mayBeWatched, recordedMs, safeMs } from '../attempt/attempt.js';
import { AudienceSession } from '../audience/audience-session.js';
import { seedOf } from '../audience/chance.js';
import { HostLive } from '../live/host-live.js';
import { LiveCopy } from '../live/live-copy.js';
import { FrozenPicture } from './frozen-picture.js';
import { HOST_ACT } from './host-acts.js';
import { Measuring } from './measuring.js';
import { Overlays } from './overlays.js';
import { Prompter, publishedLines } from './prompter.js';
import { TakeRecorder } from './recorder.js';
import { recordSmall } from './small-recorder.js';
import { stayAwake } from './stay-awake.js';

/** Kind of the markers that say that the microphone was taken away, or came back. */
const MICROPHONE = 'microphone';

export class RecordingSession {
    #id;
    #stage;
    #store;
    #uploader;
    #heartbeat;
    #recorder;
    #prompter;
    #measuring;
    #overlays;
    #frozen;
    /** @type {AudienceSession | undefined} */
    #audience;
    /** @type {import('../attempt/attempt.js').Attempt} as last read from the store */
    #attempt;
    /** Viewers who were invited. */
    #live;
    /** What they are shown where the network is too slow. @type {LiveCopy | undefined} */
    #copy;
    /** Recorded before this take. */
    #before;
    #timer;
    #unsubscribe;
    #letSleep;

    /**
     * Starts a take.
     *
     * @param {import('../attempt/attempt.js').Attempt} attempt
     * @param {MediaStream} stream
     * @param {HTMLElement} stage
     * @param {Pick<import('../ports.js').Ports, 'api' | 'store' | 'uploader' | 'heartbeat' | 'network' | 'liveFirst'>} ports
     * @param {(why: import('./recorder.js').EndReason) => void} onEnd
     */
    constructor(attempt, stream, stage, { api, store, uploader, heartbeat, network, liveFirst }, onEnd) {
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
        }, (audible) => this.#microphone(audible));
        const video = /** @type {HTMLVideoElement} */ (find('[data-preview]'));
        this.#measuring = new Measuring({
            attempt: attempt.id,
            recorder: this.#recorder,
            stream,
            video,
            script: stage.closest('[data-voice]')?.getAttribute('data-voice') ?? '',
            clock,
            store,
        });
        this.#frozen = new FrozenPicture(video, /** @type {HTMLCanvasElement} */ (find('[data-still]')), find('[data-cut]', stage));
        find('[data-no-sound]', stage).hidden = true;
        find('[data-comments]', stage).hidden = !attempt.audience;
        if (attempt.audience) {
            this.#audience = new AudienceSession(attempt, this.#recorder.take, {
                stage,
                store,
                recordedMs: () => this.recordedMs,
                listen: (onVoice, onHearing) => this.#measuring.listen(onVoice, onHearing),
                cut: (seconds) => this.#frozen.freeze(this.recordedMs + seconds * 1_000),
            });
        }
        // Where nobody can have been invited, the server is not asked.
        if (mayBeWatched(attempt)) {
            const recorder = this.#recorder;
            this.#live = new HostLive(attempt.id, stage, { http, open: (address) => new EventSource(address) },
                (count) => this.#copy?.watchedBy(count));
            // Sound alone is smaller than the smallest copy.
            this.#copy = attempt.soundOnly ? undefined : new LiveCopy({
                attempt: attempt.id, sender: attempt.recorder, recorder, api, liveFirst, network, clock,
                record: (quality, onBytes, onFault) => recordSmall(stream, quality, onBytes, onFault),
            });
        }
        const lines = attempt.lines ?? publishedLines(attempt.plan, stage.closest('[data-host]')?.getAttribute('data-host') ?? '');
        const facts = attempt.plan.facts ?? (attempt.plan.products ?? []).map((name) => ({ name }));
        this.#prompter = new Prompter(lines, facts.map(({ name }) => name), stage, (ref, ms) => this.#step(ref, ms));
        const before = attempt.marks.filter(({ kind }) => kind === HOST_ACT).map(({ ref }) => ref);
        this.#overlays = new Overlays(stage, facts, { seed: seedOf(attempt.id), before }, (ref) => this.#act(ref));
        this.#prompter.resume(attempt, this.#before);
        this.#timer = setInterval(() => this.#tick(), 250);
        this.#unsubscribe = store.subscribe((message) => message.kind === 'changed' && message.id === this.#id && this.#reread());
        this.#letSleep = stayAwake();
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
        return this.#prompter.hasNext;
    }

    /** Whether a tap on the picture begins the next step. */
    get goesOnByTap() {
        return this.#prompter.waitsForTap && this.#prompter.hasNext;
    }

    switchPace() {
        this.#prompter.switchPace();
    }

    nextStep() {
        this.#prompter.advance(this.recordedMs);
        this.#tick();
    }

    nextProduct() {
        if (this.#prompter.hasNextProduct) {
            this.#prompter.advanceToNextProduct(this.recordedMs);
            this.#audience?.nextProduct();
            this.#tick();
        }
    }

    /** @param {import('./host-acts.js').Act} act */
    act(act) {
        this.#overlays.tap(act, this.recordedMs);
    }

    unpin() {
        this.#overlays.unpin();
    }

    /** Resolves when everything recorded is stored. */
    stop() {
        return this.#recorder.stop();
    }

    /** Ends the take, so that camera and microphone are opened anew for the next one. */
    interrupt() {
        return this.#recorder.interrupt();
    }

    /** @param {string} ref @param {number} ms recorded of the attempt */
    #step(ref, ms) {
        this.#mark('step', ref, ms);
        this.#audience?.step(ref, Math.round(ms));
        this.#live?.step(ref);
    }

    /** @param {string} ref */
    #act(ref) {
        const ms = Math.round(this.recordedMs);
        this.#mark(HOST_ACT, ref, ms);
        this.#audience?.act(ref, ms);
    }

    /** The picture goes on without it; a viewer hears nothing, so it is said at once. @param {boolean} audible */
    #microphone(audible) {
        const note = find('[data-no-sound]', this.#stage);
        if (note.hidden === audible) {
            return;
        }
        note.hidden = audible;
        this.#mark(MICROPHONE, audible ? 'back' : 'gone', this.recordedMs);
        this.#audience?.microphone(audible);
    }

    /** @param {string} kind @param {string} ref @param {number} ms recorded of the attempt */
    #mark(kind, ref, ms) {
        const at = { take: this.#recorder.take, ms: Math.max(0, Math.round(ms - this.#before)) };
        this.#store.update(this.#id, (attempt) => attempt.marks.push({ at, kind, ref }));
    }

    #tick() {
        setText(find('[data-time]', this.#stage), minutes(this.recordedMs));
        setText(find('[data-stored]', this.#stage), message('stored-until', { time: minutes(recordedMs(this.#attempt)) }));
        const sent = find('[data-sent]', this.#stage);
        const state = this.#attempt.trouble ? 'stuck' : this.#uploader.state;
        const stalled = hasMessage(`recording-${state}`);
        sent.toggleAttribute('data-stalled', stalled);
        // A screen reader would be heard in the recording: it reads only what went wrong.
        if (stalled) {
            sent.setAttribute('role', 'status');
        } else {
            sent.removeAttribute('role');
        }
        const safe = message('safe-until', { time: minutes(safeMs(this.#attempt)) });
        setText(sent, stalled ? message(`recording-${state}`) : safe);
        const soundAlone = this.#copy?.isSoundAlone === true;
        find('[data-small]', this.#stage).hidden = !this.#copy?.isOn || soundAlone;
        find('[data-heard]', this.#stage).hidden = !soundAlone;
        this.#copy?.tick(this.#attempt);
        this.#prompter.tick(this.recordedMs);
        this.#overlays.tick(this.recordedMs, this.#prompter.product);
        this.#live?.product(this.#prompter.product + 1);
        this.#frozen.tick(this.recordedMs);
        this.#audience?.tick();
        if (this.#recorder.elapsedMs > 0) {
            this.#heartbeat.beat(this.#id, this.#recorder.take, this.#recorder.elapsedMs);
        }
    }

    async #reread() {
        this.#attempt = (await this.#store.get(this.#id)) ?? this.#attempt;
    }

    #leave() {
        clearInterval(this.#timer);
        this.#measuring.end();
        this.#audience?.end();
        this.#live?.end();
        this.#copy?.end();
        this.#frozen.end();
        this.#unsubscribe();
        this.#letSleep();
    }
}
