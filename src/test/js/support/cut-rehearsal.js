import { AttemptStore } from '#js/practice/attempt/attempt-store.js';
import { isOpen, planned } from '#js/practice/attempt/attempt.js';
import { draw } from '#js/practice/audience/chance.js';
import { settleLost } from '#js/practice/page/lost-seconds.js';
import { TakeRecorder } from '#js/practice/recording/recorder.js';
import { LiveFirst } from '#js/practice/upload/live-first.js';
import { accountedMs, checkSafe } from './accounted.js';
import { AttemptServer } from './attempt-server.js';
import { CutNetwork } from './cut-network.js';
import { FakeClock } from './fake-clock.js';
import { FakeMediaRecorder } from './fake-media-recorder.js';
import { PageLife, Turns } from './page-life.js';
import { plannedCuts } from './planned-cuts.js';
import { RehearsalPage } from './rehearsal-page.js';
import { recordingGlobals, timedGlobals } from './simulated-browser.js';
import { ViewedTake } from './viewed-take.js';

/**
 * A rehearsal on a phone whose network, page, camera and server are cut at moments that a number decides: the real
 * recorder, store, heartbeat and uploader, with time that the test lets go by. The same number gives the same rehearsal.
 * The server is one in memory, or a real one: time stands still while that works.
 *
 * @typedef {Pick<AttemptServer, 'put' | 'state' | 'copies' | 'chunksOf' | 'kill' | 'restart' | 'settled'>} Server whose other
 *     calls the phone makes through the network
 * @typedef {{server: Server, person: string, now: string, padding: number}} World `padding` of each slice, in characters
 * @typedef {{recorder: TakeRecorder, media: FakeMediaRecorder, camera: EventTarget, slicedMs: number,
 *     viewed: ViewedTake}} Take
 */

const TICK_MS = 250;
const SLICE_MS = 2_000;
const RECORDED_MS = 24_000;

export class CutRehearsal {
    store = new AttemptStore();
    /** Slices in the order in which the camera handed them out. @type {string[]} */
    slices = [];
    /** Milliseconds that the camera ran, since the attempt was begun. */
    recordedMs = 0;
    /** What each death of a page lost without saying so, in milliseconds. @type {number[]} */
    unsaidMs = [];
    /** One of them for all pages, as its messages reach all. */
    #liveFirst;
    #seed;
    #drawn = 0;
    #network;
    /** @type {import('./planned-cuts.js').PlannedCut[]} */
    #cuts;
    /** @type {RehearsalPage | undefined} */
    #page;
    /** @type {Take | undefined} */
    #take;
    #disk = new Map();
    #turns = new Turns();
    /** When a person opens the page again, and when one taps to go on. */
    #opensAt = 0;
    #tapsAt = 0;

    /** @param {number} seed @param {Partial<World>} [world] */
    constructor(seed, { server = new AttemptServer(), person = 'chunmei', now, padding = 0 } = {}) {
        this.#seed = seed;
        this.server = server;
        this.padding = ' '.repeat(padding);
        this.attempt = planned(person, { title: 'Rice', format: 'pitch' });
        this.clock = new FakeClock(now, () => server.settled());
        this.#liveFirst = new LiveFirst(this.clock);
        /** What a browser has globally. */
        this.globals = { ...timedGlobals(this.clock, () => this.#pick(256)), ...recordingGlobals() };
        this.#network = new CutNetwork(this.clock, this.server, (n) => this.#pick(n));
        this.#cuts = plannedCuts((n) => this.#pick(n), RECORDED_MS, TICK_MS);
    }

    /** Every other rehearsal has viewers. */
    get isWatched() {
        return this.#seed % 2 === 1;
    }

    /** Records to the end, through all cuts. */
    async rehearse() {
        await this.store.add(this.attempt);
        if (this.isWatched) {
            // Viewers were invited before.
            await this.server.put(this.attempt);
        }
        await this.#open();
        while (this.clock.elapsed() < RECORDED_MS) {
            await this.#tick();
        }
        while (!this.#take) {
            await this.#tick();
        }
        await this.#stop();
    }

    /** Nothing is cut any more: time goes by until there is nothing left to do. */
    async recover() {
        this.#cuts = [];
        await this.server.restart();
        this.#network.mend();
        this.#page?.uploader.retryNow();
        this.server.state = async () => ({ state: 'submitted' });
        for (let i = 0; i < 2_000 && !(await this.now()).submittedAt; i++) {
            await this.#tick();
        }
    }

    /** The network is away until {@link recover}. */
    loseNetwork() {
        this.#cuts = [];
        this.#network.cut(Infinity);
        this.#page?.uploader.retryNow();
    }

    /** @param {number} ms */
    async wait(ms) {
        for (const end = this.clock.elapsed() + ms; this.clock.elapsed() < end;) {
            await this.#tick();
        }
    }

    async now() {
        return /** @type {import('#js/practice/attempt/attempt.js').Attempt} */ (await this.store.get(this.attempt.id));
    }

    /** What the uploader says of itself. */
    get says() {
        return this.#page?.uploader.state;
    }

    async #tick() {
        this.#beginCuts();
        if (!this.#page && this.clock.elapsed() >= this.#opensAt) {
            await this.#open();
        }
        if (this.#page && !this.#take && this.clock.elapsed() >= this.#tapsAt) {
            await this.#record();
        }
        await this.clock.pass(TICK_MS);
        this.#recordOn();
        await this.#rest();
        if (this.clock.elapsed() % SLICE_MS === 0) {
            checkSafe(await this.now(), await this.server.chunksOf(this.attempt.id));
        }
    }

    /** What the camera hands out, and the page's sign of life. */
    #recordOn() {
        if (this.#page && this.#take) {
            const { recorder, media, viewed } = this.#take;
            if (recorder.elapsedMs - this.#take.slicedMs >= SLICE_MS) {
                this.#take.slicedMs += SLICE_MS;
                media.slice(this.#slice());
                viewed.slice();
            }
            this.now().then((attempt) => viewed.copy.tick(attempt));
            this.#page.heartbeat.beat(this.attempt.id, recorder.take, recorder.elapsedMs);
        }
    }

    #beginCuts() {
        while (this.#cuts[0]?.at <= this.clock.elapsed()) {
            const { kind, ms } = /** @type {import('./planned-cuts.js').PlannedCut} */ (this.#cuts.shift());
            if (kind === 'network') {
                this.#network.cut(ms);
                this.#page?.uploader.retryNow();
                this.clock.after(ms, () => this.#page?.uploader.retryNow());
            } else if (kind === 'slow') {
                this.#network.slow(2 * ms);
            } else if (kind === 'server') {
                this.server.kill(() => {
                    this.#network.kill(ms);
                    this.clock.after(ms, () => this.server.restart());
                });
            } else if (kind === 'call') {
                this.#lastSlice();
                this.#take?.camera.dispatchEvent(new Event('ended'));
            } else if (this.#page) {
                this.#die(kind === 'reload', ms);
            }
        }
    }

    async #open() {
        const life = new PageLife();
        const { store, clock, attempt: { person } } = this;
        const page = new RehearsalPage(life, this.#disk, {
            person,
            api: life.lend(this.#network.api),
            store: life.lend(store),
            selfReviews: { waiting: async () => [], send: async () => {} },
            network: this.#network,
            clock: { now: clock.now, elapsed: clock.elapsed, after: clock.after, random: () => this.#pick(100) / 100 },
            exclusively: (_, work) => this.#turns.next(life, work),
            liveFirst: this.#liveFirst,
            refreshPages: async () => {},
        });
        this.#page = page;
        page.uploader.start();
        await settleLost(/** @type {any} */ ({ store: life.lend(store), heartbeat: page.heartbeat }));
        const unsaid = this.recordedMs - accountedMs(await this.now());
        this.unsaidMs.push(unsaid - this.unsaidMs.reduce((sum, ms) => sum + ms, 0));
        if ((await this.now()).takes.length === 0) {
            // As planned again: the next take is the first.
            this.recordedMs = 0;
            this.unsaidMs = [];
        }
        this.#tapsAt = this.clock.elapsed() + this.#pick(8) * TICK_MS;
    }

    async #record() {
        const attempt = await this.now();
        if (!isOpen(attempt)) {
            return;
        }
        const { life, heartbeat } = /** @type {RehearsalPage} */ (this.#page);
        const camera = Object.assign(new EventTarget(), { kind: 'video' });
        const store = life.lend(this.store);
        const recorder = new TakeRecorder(attempt, /** @type {any} */ ({ getTracks: () => [camera] }), store, () => {
            if (!life.over) {
                heartbeat.end();
            }
        });
        const viewed = new ViewedTake(recorder, {
            attempt: attempt.id,
            api: life.lend(this.#network.api),
            liveFirst: this.#liveFirst,
            network: this.#network,
            clock: this.clock,
        });
        if (this.isWatched) {
            viewed.copy.watchedBy(1);
        }
        /** @type {Take} */
        const take = { recorder, media: FakeMediaRecorder.latest, camera, slicedMs: 0, viewed };
        take.media.addEventListener('stop', () => {
            viewed.copy.end();
            this.#ended(take, recorder.elapsedMs);
        });
        this.#take = take;
    }

    /** @param {{media: FakeMediaRecorder}} take @param {number} ms */
    #ended(take, ms) {
        this.recordedMs += ms;
        if (this.#take === take) {
            this.#take = undefined;
            this.#tapsAt = this.clock.elapsed() + this.#pick(12) * TICK_MS;
        }
    }

    /** @param {boolean} told whether the page was left, and so ends its take first @param {number} ms until it is opened again */
    #die(told, ms) {
        const take = this.#take;
        if (take && told) {
            this.#lastSlice();
            take.recorder.interrupt();
        } else if (take) {
            this.#ended(take, take.recorder.elapsedMs);
        }
        this.#take = undefined;
        this.#page?.life.end();
        this.#page = undefined;
        this.#opensAt = this.clock.elapsed() + ms;
    }

    /** The person ends the rehearsal and hands it in. */
    async #stop() {
        const take = /** @type {Take} */ (this.#take);
        this.#lastSlice();
        await take.recorder.stop();
        await this.store.update(this.attempt.id, (attempt) => {
            attempt.endedAt = new Date().toISOString();
            attempt.handIn = true;
        });
    }

    /** What the camera will hand out when the take is ended. */
    #lastSlice() {
        if (this.#take) {
            this.#take.media.rest = this.#slice();
        }
    }

    #slice() {
        const text = `seed ${this.#seed} slice ${this.slices.length}${this.padding}`;
        this.slices.push(text);
        return text;
    }

    async #rest() {
        for (let i = 0; i < 8; i++) {
            await this.server.settled();
        }
    }

    /** @param {number} n @returns {number} from 0 up to n, without n */
    #pick(n) {
        return draw(this.#seed, `cut ${this.#drawn++}`, n);
    }
}
