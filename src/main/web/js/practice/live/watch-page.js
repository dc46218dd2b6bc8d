/** What viewers see of a live: the picture, a sentence where there is none, and what all of them say. */

import { find, fromTemplate, hasMessage, message, setText, startPlaying } from '../../app/dom.js';
import { oneAtATime } from '../../app/one-at-a-time.js';

/** @typedef {'waiting' | 'starting' | 'on-air' | 'away' | 'troubled' | 'ended'} Phase */

/**
 * Width of what the server shows where there is no picture, and what is said then; no phone gives pictures of that size.
 *
 * @type {Record<number, string>}
 */
const WITHOUT_PICTURE = { 344: 'sound-for-now', 336: 'sound-alone' };

/** In these there may be something to play. */
const WITH_PICTURE = ['starting', 'on-air', 'away', 'troubled'];

/** Of an EventSource. */
const CLOSED = 2;

/** Of a video that has something to go on with. */
const PLAYING = 3;

/** No player holds more of a live than this. */
const LONGEST_BEHIND_MS = 12_000;

/** More would fill an old phone's memory. */
const MOST_LINES = 100;

export class WatchPage {
    #root;
    #events;
    #http;
    #openPlayer;
    #video;
    #lines;
    /** @type {import('./player.js').Player | undefined} */
    #player;
    #opening = false;
    #over = false;

    /**
     * @param {HTMLElement} root
     * @param {object} ports
     * @param {EventSource} ports.events
     * @param {{post: (path: string, body: object) => Promise<{ok: boolean, words?: string}>}} ports.http
     * @param {(video: HTMLVideoElement) => Promise<import('./player.js').Player | undefined>} ports.openPlayer
     */
    constructor(root, { events, http, openPlayer }) {
        this.#root = root;
        this.#events = events;
        this.#http = http;
        this.#openPlayer = openPlayer;
        this.#video = /** @type {HTMLVideoElement} */ (find('[data-video]', root));
        this.#lines = find('[data-lines]', root);
    }

    start() {
        this.#on('state', ({ phase, watching }) => this.#state(phase, watching));
        this.#on('comment', (line) => this.#add(line));
        this.#on('removal', ({ about }) => this.#lines.querySelector(`[data-number="${Number(about)}"]`)?.remove());
        this.#on('step', ({ words }) => this.#step(words));
        this.#on('product', ({ words }) => this.#product(words));
        this.#on('gone', ({ why }) => this.#end(hasMessage(`gone-${why}`) ? `gone-${why}` : 'phase-ended'));
        this.#events.addEventListener('error', () => {
            // A connection that was refused is not tried again.
            const refused = this.#events.readyState === CLOSED;
            if (!this.#over) {
                this.#showMessage(refused ? 'cannot-connect' : 'no-network');
            }
        });
        const sound = find('[data-do="sound"]', this.#root);
        sound.addEventListener('click', () => {
            this.#video.muted = false;
            startPlaying(this.#video);
            sound.hidden = true;
        });
        this.#video.addEventListener('playing', () => {
            sound.hidden = !this.#video.muted;
        });
        this.#video.addEventListener('resize', () => {
            const sentence = WITHOUT_PICTURE[this.#video.videoWidth];
            const heard = find('[data-heard]', this.#root);
            setText(heard, sentence ? message(sentence) : '');
            heard.hidden = !sentence;
        });
        for (const form of /** @type {NodeListOf<HTMLFormElement>} */ (this.#root.querySelectorAll('form[data-send]'))) {
            const send = oneAtATime(() => this.#send(form));
            form.addEventListener('submit', (event) => {
                event.preventDefault();
                send();
            });
        }
        for (const button of /** @type {NodeListOf<HTMLElement>} */ (this.#root.querySelectorAll('[data-marker]'))) {
            button.addEventListener('click', () => {
                const shown = this.#player?.playingDate()?.toISOString();
                this.#post('/markers', { meaning: button.dataset.marker, shown }, 'marked');
            });
        }
    }

    /** @param {string} kind @param {(data: any) => void} act */
    #on(kind, act) {
        this.#events.addEventListener(kind, (event) => act(JSON.parse(/** @type {MessageEvent} */ (event).data)));
    }

    /** @param {Phase} phase @param {number} watching */
    #state(phase, watching) {
        setText(find('[data-watching]', this.#root), message('watching', { count: watching }));
        if (phase === 'ended') {
            this.#endOncePlayed();
            return;
        }
        this.#root.dataset.now = phase;
        this.#showMessage(phase === 'on-air' ? '' : `phase-${phase}`);
        // Asked for its picture, the server begins to prepare it: also while nothing of it is there yet.
        if (WITH_PICTURE.includes(phase)) {
            this.#open();
        }
    }

    /** The picture is some seconds behind: what the player holds is seen to its end. */
    #endOncePlayed() {
        const end = () => this.#end('phase-ended');
        if (!this.#player || this.#video.paused || this.#video.readyState < PLAYING) {
            end();
            return;
        }
        for (const out of ['waiting', 'ended', 'pause']) {
            this.#video.addEventListener(out, end, { once: true });
        }
        setTimeout(end, LONGEST_BEHIND_MS);
    }

    async #open() {
        if (this.#opening) {
            return;
        }
        this.#opening = true;
        this.#player = await this.#openPlayer(this.#video).catch((fault) => void console.error(fault));
        if (!this.#player) {
            this.#showMessage('cannot-play');
        } else if (this.#over) {
            this.#player.close();
        }
    }

    /** @param {{number: number, name: string, words: string, own?: boolean}} line */
    #add({ number, name, words, own }) {
        const item = fromTemplate('template[data-line]');
        item.dataset.number = String(number);
        find('[data-who]', item).textContent = own ? message('you') : name || message('somebody');
        find('[data-words]', item).textContent = words;
        this.#lines.append(item);
        while (this.#lines.children.length > MOST_LINES) {
            this.#lines.firstElementChild?.remove();
        }
        item.scrollIntoView({ block: 'nearest' });
    }

    /** Marks those before it as done, so that whoever comes late sees how far it is. @param {string} ref */
    #step(ref) {
        const steps = /** @type {HTMLElement[]} */ ([...this.#root.querySelectorAll('[data-ref]')]);
        const now = steps.findIndex((step) => step.dataset.ref === ref);
        if (now >= 0) {
            steps.forEach((step, index) => {
                step.toggleAttribute('data-done', index < now);
                if (index === now) {
                    step.setAttribute('aria-current', 'step');
                } else {
                    step.removeAttribute('aria-current');
                }
            });
        }
    }

    /** @param {string} number of the product that is spoken of */
    #product(number) {
        for (const product of /** @type {NodeListOf<HTMLElement>} */ (this.#root.querySelectorAll('[data-product]'))) {
            find('[data-spoken-of]', product).hidden = product.dataset.product !== number;
        }
    }

    /** @param {HTMLFormElement} form */
    async #send(form) {
        const field = /** @type {HTMLInputElement} */ (find('input', form));
        const words = field.value.trim();
        if (words && (await this.#post(form.dataset.send ?? '', { words }, form.dataset.done ?? ''))) {
            field.value = '';
        }
    }

    /** @param {string} path @param {object} body @param {string} done sentence to say then; none for what shows itself */
    async #post(path, body, done) {
        const answer = await this.#http.post(path, body).catch(() => ({ ok: false, words: message('no-network') }));
        setText(find('[data-answer]', this.#root), answer.ok ? (done ? message(done) : '') : (answer.words ?? ''));
        return answer.ok;
    }

    /** @param {string} name of a sentence of the page; none while the picture speaks for itself */
    #showMessage(name) {
        setText(find('[data-phase]', this.#root), name ? message(name) : '');
        find('[data-veil]', this.#root).hidden = !name;
    }

    /** @param {string} sentence */
    #end(sentence) {
        if (this.#over) {
            return;
        }
        this.#over = true;
        this.#root.dataset.now = 'ended';
        this.#events.close();
        setText(find('[data-closing-words]', this.#root), message(sentence));
        setText(find('[data-closing-next]', this.#root), message(sentence === 'phase-ended' ? 'next-ended' : 'next-gone'));
        const closing = find('[data-closing]', this.#root);
        closing.toggleAttribute('data-thanks', sentence === 'phase-ended');
        closing.hidden = false;
        setText(find('[data-watching]', this.#root), '');
        this.#player?.close();
    }
}
