/** The recording and the bar under it. Times are milliseconds from the first frame. */

import { find, startPlaying } from '../app/dom.js';
import { playTime } from '../app/format.js';

const STEP = 5_000;

export class Player extends EventTarget {
    /** @type {HTMLVideoElement} */ #video;
    /** Where a clip that is being shown ends. @type {number | undefined} */ #until;
    #page;

    /** @param {HTMLElement} page */
    constructor(page) {
        super();
        this.#page = page;
        this.#video = /** @type {HTMLVideoElement} */ (find('[data-video]', page));
        this.durationMs = Number(page.dataset.duration);
        this.#video.controls = false;
        this.#bar();
        this.#watch();
    }

    get ms() {
        return Math.min(this.durationMs, Math.round(this.#video.currentTime * 1000));
    }

    get playing() {
        return !this.#video.paused;
    }

    play() {
        startPlaying(this.#video);
    }

    pause() {
        this.#video.pause();
    }

    toggle() {
        this.playing ? this.pause() : this.play();
    }

    /** @param {number} ms */
    seek(ms) {
        this.#until = undefined;
        this.#video.currentTime = Math.min(Math.max(0, ms), this.durationMs) / 1000;
        this.#show();
    }

    /** @param {number} ms forward, or back when negative */
    by(ms) {
        this.seek(this.ms + ms);
    }

    /** Plays a moment and stops at the end of its span. @param {{fromMs: number, toMs: number | null}} moment */
    show({ fromMs, toMs }) {
        this.seek(fromMs);
        this.#until = toMs ?? undefined;
        this.play();
    }

    #bar() {
        const on = (/** @type {string} */ name, /** @type {() => void} */ act) =>
            this.#page.querySelector(`[data-${name}]`)?.addEventListener('click', act);
        on('play', () => this.toggle());
        on('back', () => this.by(-STEP));
        on('on', () => this.by(STEP));
        on('retry', () => this.#again());
        this.#video.addEventListener('click', () => this.toggle());
        const speed = /** @type {HTMLSelectElement} */ (find('[data-speed]', this.#page));
        speed.addEventListener('change', () => {
            this.#video.playbackRate = Number(speed.value);
        });
    }

    #watch() {
        const video = this.#video;
        const trouble = find('[data-trouble]', this.#page);
        const play = find('[data-play]', this.#page);
        for (const name of ['play', 'pause', 'ended']) {
            video.addEventListener(name, () => play.setAttribute('aria-pressed', String(this.playing)));
        }
        video.addEventListener('timeupdate', () => {
            if (this.#until !== undefined && this.ms >= this.#until) {
                this.#until = undefined;
                this.pause();
            }
            this.#show();
        });
        video.addEventListener('error', () => (trouble.hidden = false));
        video.addEventListener('playing', () => (trouble.hidden = true));
    }

    /** Links to a recording expire; a newly fetched page has a valid one. */
    async #again() {
        const at = this.#video.currentTime;
        const response = await fetch(location.href, { headers: { Accept: 'text/html' } }).catch(() => undefined);
        if (response?.ok) {
            const page = new DOMParser().parseFromString(await response.text(), 'text/html');
            this.#video.src = page.querySelector('[data-video]')?.getAttribute('src') ?? this.#video.src;
        }
        this.#video.load();
        this.#video.currentTime = at;
    }

    #show() {
        find('[data-now]', this.#page).textContent = playTime(this.ms);
        this.dispatchEvent(new Event('time'));
    }
}
