/** Speaking a part of a self-review instead of writing it: speak, hear it, speak again or keep it. */

import { find, message, setText } from '../../app/dom.js';
import { oneAtATime } from '../../app/one-at-a-time.js';
import { canSpeak } from './voice-recorder.js';

/**
 * @typedef {object} Shown
 * @property {string} [kept] digest of what the part refers to
 * @property {string} [unkept] digest of what was spoken and not kept yet
 *
 * @typedef {object} Actions each fails if the phone could not store it
 * @property {(spoken: import('./voice-recorder.js').Spoken) => Promise<unknown>} spoken
 * @property {() => Promise<unknown>} keep
 * @property {() => Promise<unknown>} remove
 * @property {(digest: string) => Promise<string>} source an address that plays it
 * @property {(state: 'no-microphone' | 'not-kept' | 'heard-nothing') => void} trouble
 */

export class VoiceField {
    #root;
    #recorder;
    #actions;
    /** @type {Shown} */
    #shown = {};
    #speaking = false;
    /** What the player holds. @type {string | undefined} */
    #loaded;

    /** @param {HTMLElement} root @param {import('./voice-recorder.js').VoiceRecorder} recorder @param {Actions} actions */
    constructor(root, recorder, actions) {
        this.#root = root;
        this.#recorder = recorder;
        this.#actions = actions;
        for (const name of ['speak', 'again']) {
            find(`[data-do="${name}"]`, root).addEventListener('click', oneAtATime(() => this.#speak()));
        }
        find('[data-do="stop"]', root).addEventListener('click', () => recorder.stop());
        find('[data-do="keep"]', root).addEventListener('click', oneAtATime(() => this.#stored(actions.keep())));
        find('[data-do="unspoken"]', root).addEventListener('click', oneAtATime(() => this.#stored(actions.remove())));
    }

    /** @param {Shown} shown */
    show(shown) {
        this.#shown = shown;
        const digest = shown.unkept ?? shown.kept;
        /** @type {[string, boolean][]} */
        const buttons = [
            ['speak', !digest && !this.#speaking && canSpeak()],
            ['stop', this.#speaking],
            ['keep', Boolean(shown.unkept) && !this.#speaking],
            ['again', Boolean(digest) && !this.#speaking && canSpeak()],
            ['unspoken', Boolean(digest) && !this.#speaking],
        ];
        for (const [name, visible] of buttons) {
            find(`[data-do="${name}"]`, this.#root).hidden = !visible;
        }
        find('audio', this.#root).hidden = !digest || this.#speaking;
        this.#load(digest);
    }

    /** @param {string | undefined} digest */
    async #load(digest) {
        if (digest === this.#loaded) {
            return;
        }
        this.#loaded = digest;
        const audio = /** @type {HTMLAudioElement} */ (find('audio', this.#root));
        URL.revokeObjectURL(audio.src);
        audio.removeAttribute('src');
        if (digest) {
            audio.src = await this.#actions.source(digest);
        }
    }

    async #speak() {
        find('audio', this.#root).hidden = true;
        let spoken;
        try {
            spoken = await this.#recorder.record((leftMs) => this.#tick(leftMs));
        } catch (fault) {
            console.error('not recorded:', fault);
            this.#actions.trouble('no-microphone');
        }
        this.#speaking = false;
        if (spoken?.bytes.byteLength === 0) {
            this.#actions.trouble('heard-nothing');
        } else if (spoken) {
            await this.#stored(this.#actions.spoken(spoken));
        }
        this.show(this.#shown);
    }

    /** @param {number} leftMs */
    #tick(leftMs) {
        if (!this.#speaking) {
            this.#speaking = true;
            this.show(this.#shown);
        }
        setText(find('[data-left]', this.#root), message('voice-left', { seconds: Math.ceil(leftMs / 1000) }));
    }

    /** @param {Promise<unknown>} stored */
    async #stored(stored) {
        try {
            await stored;
        } catch (fault) {
            console.error('not stored:', fault);
            this.#actions.trouble('not-kept');
        }
    }
}
