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

/** In the player. */
const HELD = 'held';

export class VoiceField {
    #root;
    #recorder;
    #actions;
    /** @type {Shown} */
    #shown = {};
    #speaking = false;
    /** What was spoken and could not be stored: the next tap tries again. @type {import('./voice-recorder.js').Spoken | undefined} */
    #held;
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
        find('[data-do="keep"]', root).addEventListener('click', oneAtATime(() => this.#keep()));
        find('[data-do="unspoken"]', root).addEventListener('click', oneAtATime(() => this.#remove()));
    }

    /** Whether something was spoken that this page alone has. */
    get isHeld() {
        return this.#held !== undefined;
    }

    /** @param {Shown} shown */
    show(shown) {
        this.#shown = shown;
        const digest = shown.unkept ?? shown.kept;
        const there = Boolean(digest || this.#held);
        /** @type {[string, boolean][]} */
        const buttons = [
            ['speak', !there && !this.#speaking && canSpeak()],
            ['stop', this.#speaking],
            ['keep', Boolean(shown.unkept || this.#held) && !this.#speaking],
            ['again', there && !this.#speaking && canSpeak()],
            ['unspoken', there && !this.#speaking],
        ];
        for (const [name, visible] of buttons) {
            find(`[data-do="${name}"]`, this.#root).hidden = !visible;
        }
        find('audio', this.#root).hidden = !there || this.#speaking;
        this.#load(digest);
    }

    /** @param {string | undefined} digest */
    async #load(digest) {
        const held = this.#held;
        const wanted = held ? HELD : digest;
        if (wanted === this.#loaded) {
            return;
        }
        this.#loaded = wanted;
        const audio = /** @type {HTMLAudioElement} */ (find('audio', this.#root));
        URL.revokeObjectURL(audio.src);
        audio.removeAttribute('src');
        if (held) {
            audio.src = URL.createObjectURL(new Blob([held.bytes], { type: held.type }));
        } else if (digest) {
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
            await this.#store(spoken);
        }
        this.show(this.#shown);
    }

    /** @param {import('./voice-recorder.js').Spoken} spoken @returns {Promise<boolean>} whether the phone has it now */
    async #store(spoken) {
        const stored = await this.#stored(this.#actions.spoken(spoken));
        this.#hold(stored ? undefined : spoken);
        return stored;
    }

    /** What the phone had no room for is stored first. */
    async #keep() {
        if (!this.#held || (await this.#store(this.#held))) {
            await this.#stored(this.#actions.keep());
        }
    }

    /** What the phone had no room for goes alone; what was there before stays. */
    async #remove() {
        if (this.#held) {
            this.#hold(undefined);
        } else {
            await this.#stored(this.#actions.remove());
        }
    }

    /** @param {import('./voice-recorder.js').Spoken | undefined} spoken */
    #hold(spoken) {
        this.#held = spoken;
        this.#loaded = '';
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

    /** @param {Promise<unknown>} stored @returns {Promise<boolean>} whether it is */
    async #stored(stored) {
        try {
            await stored;
            return true;
        } catch (fault) {
            console.error('not stored:', fault);
            this.#actions.trouble('not-kept');
            return false;
        }
    }
}
