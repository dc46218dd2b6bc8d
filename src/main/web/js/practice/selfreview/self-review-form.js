/** The form of a self-review: whatever is written or spoken is kept at once, and goes up by itself. */

import { clock } from '../../app/clock.js';
import { find, hasMessage, message, setText } from '../../app/dom.js';
import { minutes } from '../../app/format.js';
import { hexDigestOf } from '../attempt/take-writer.js';
import { voicePage } from '../upload/attempt-api.js';
import { edited, fits, merged, PARTS } from './self-review.js';
import { VoiceField } from './voice-field.js';
import { VoiceRecorder } from './voice-recorder.js';

/**
 * @typedef {import('./self-review.js').SelfReview} SelfReview
 * @typedef {import('./self-review.js').Part} Part
 * @typedef {import('./self-review-store.js').SelfReviewStore} SelfReviewStore
 * @typedef {import('../attempt/attempt-store.js').AttemptStore} AttemptStore
 *
 * @typedef {object} Player the recording that is looked at
 * @property {() => import('../attempt/attempt.js').RecordedTime | undefined} now none before it was begun
 * @property {(at: import('../attempt/attempt.js').RecordedTime) => number | undefined} position milliseconds of the
 *     whole recording
 * @property {(position: number) => void} [see] plays it from there
 */

const WRITTEN_MS = 800;

export class SelfReviewForm {
    #root;
    #attempt;
    #person;
    #store;
    #player;
    /** @type {SelfReview} */
    #review;
    /** @type {NonNullable<import('./self-review-store.js').Stored['unkept']>} */
    #unkept = {};
    /** @type {Map<Part, VoiceField>} */
    #voices = new Map();
    /** Whether the phone could not store what is on the screen. */
    #unstored = false;
    /** What is being written and not kept yet. @type {Map<Part, ReturnType<typeof setTimeout>>} */
    #timers = new Map();

    /**
     * @param {HTMLElement} root
     * @param {string} attempt
     * @param {{person: string, store: AttemptStore, selfReviews: SelfReviewStore}} ports
     * @param {Player} player
     * @param {SelfReview} [known] as the server told
     */
    constructor(root, attempt, { person, store, selfReviews }, player, known = {}) {
        this.#root = root;
        this.#attempt = attempt;
        this.#person = person;
        this.#store = selfReviews;
        this.#player = player;
        this.#review = known;
        const recorder = new VoiceRecorder(clock);
        for (const part of PARTS) {
            this.#voices.set(part, this.#voiceField(part, recorder));
            const field = this.#field(part);
            field.addEventListener('input', () => this.#soon(part));
            field.addEventListener('change', () => this.#words(part));
            this.#button(part, 'here').addEventListener('click', () => this.#here(part));
            this.#button(part, 'see').addEventListener('click', () => this.#see(part));
            this.#button(part, 'nowhere').addEventListener('click', () => this.#edit(part, { at: undefined }));
        }
        // A phone that goes into the pocket in the middle of a word keeps the word.
        document.addEventListener('visibilitychange', () => {
            if (document.hidden) {
                recorder.stop();
                PARTS.forEach((part) => this.#words(part));
            }
        });
        store.subscribe((event) => {
            if (event.kind === 'changed' && event.id === attempt) {
                this.#reread();
            }
        });
    }

    async start() {
        await this.#reread();
        this.#root.hidden = false;
    }

    /** @param {Part} part @param {VoiceRecorder} recorder */
    #voiceField(part, recorder) {
        return new VoiceField(find(`[data-part="${part}"] [data-voice]`, this.#root), recorder, {
            spoken: async ({ bytes, type }) => {
                const digest = await hexDigestOf(bytes);
                await this.#store.putVoice(this.#attempt, this.#person, part, { digest, bytes, type });
                this.#unkept[part] = digest;
            },
            keep: () => {
                const voice = this.#unkept[part];
                delete this.#unkept[part];
                return this.#edit(part, { voice });
            },
            remove: () => {
                const edit = this.#unkept[part] ? {} : { voice: '' };
                delete this.#unkept[part];
                return this.#edit(part, edit);
            },
            source: async (digest) => {
                const voice = await this.#store.voice(this.#attempt, digest);
                return voice ? URL.createObjectURL(new Blob([voice.bytes], { type: voice.type })) : voicePage(this.#attempt, digest);
            },
            trouble: (state) => this.#status(state),
        });
    }

    /** @param {Part} part @returns {HTMLTextAreaElement} */
    #field(part) {
        return find(`[data-part="${part}"] textarea`, this.#root);
    }

    /** @param {Part} part @param {string} name @returns {HTMLButtonElement} */
    #button(part, name) {
        return find(`[data-part="${part}"] [data-do="${name}"]`, this.#root);
    }

    /** @param {Part} part */
    #soon(part) {
        clearTimeout(this.#timers.get(part));
        this.#timers.set(part, setTimeout(() => this.#words(part), WRITTEN_MS));
        this.#status('writing');
    }

    /** @param {Part} part */
    #words(part) {
        clearTimeout(this.#timers.get(part));
        this.#timers.delete(part);
        const words = this.#field(part).value;
        return words === (this.#review[part]?.words ?? '') ? this.#reread() : this.#edit(part, { words });
    }

    /** @param {Part} part */
    #here(part) {
        const at = this.#player.now();
        if (!at) {
            this.#status('play-first');
            return;
        }
        this.#edit(part, { at });
    }

    /** @param {Part} part */
    #see(part) {
        const at = this.#review[part]?.at;
        const position = at && this.#player.position(at);
        if (position !== undefined) {
            this.#player.see?.(position);
        }
    }

    /** @param {Part} part @param {{words?: string, voice?: string, at?: import('../attempt/attempt.js').RecordedTime}} change */
    async #edit(part, change) {
        const before = this.#review[part];
        const next = { words: this.#field(part).value, voice: before?.voice, at: before?.at, ...change };
        this.#review = edited(this.#review, part, next, Date.now());
        try {
            await this.#store.put(this.#attempt, this.#person, this.#review, this.#unkept);
            this.#unstored = false;
        } catch (fault) {
            // It stays on the screen, and is stored with the next edit.
            console.error('self-review not stored:', fault);
            this.#unstored = true;
            this.#status('not-kept');
        }
    }

    async #reread() {
        const stored = await this.#store.get(this.#attempt, this.#person).catch((fault) => console.error('not read:', fault));
        this.#review = merged(stored?.review ?? {}, this.#review);
        this.#unkept = { ...stored?.unkept };
        for (const part of PARTS) {
            this.#show(part);
        }
        const words = PARTS.some((part) => this.#review[part]);
        if (this.#timers.size > 0 || this.#unstored || [...this.#voices.values()].some(({ isHeld }) => isHeld)) {
            return;
        }
        if (stored?.refused !== undefined || !fits(this.#review)) {
            const code = stored?.refused?.split('.').pop();
            this.#status(code && hasMessage(`self-review-${code}`) ? code : 'refused');
        } else if (PARTS.some((part) => this.#unkept[part])) {
            this.#status('unkept');
        } else if (words) {
            this.#status(stored && !stored.sent ? 'here' : 'there');
        }
    }

    /** What another phone wrote later replaces what is shown, unless it is being written in. @param {Part} part */
    #show(part) {
        const point = this.#review[part];
        const field = this.#field(part);
        if (document.activeElement !== field && point && field.value !== point.words) {
            field.value = point.words;
            field.dispatchEvent(new Event('set'));
        }
        this.#voices.get(part)?.show({ kept: point?.voice || undefined, unkept: this.#unkept[part] });
        const position = point?.at && this.#player.position(point.at);
        const named = position !== undefined;
        this.#button(part, 'see').hidden = !named;
        this.#button(part, 'nowhere').hidden = !named;
        if (named) {
            setText(find('[data-at]', this.#button(part, 'see')), minutes(position));
        }
    }

    /** @param {string} state names a sentence of the page */
    #status(state) {
        setText(find('[data-self-review-status]', this.#root), message(`self-review-${state}`));
    }
}
