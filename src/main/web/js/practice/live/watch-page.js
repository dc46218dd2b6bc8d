/** What viewers see of a live: the picture, and a sentence where there is none. */

import { find, hasMessage, message, setText } from '../../app/dom.js';

/** @typedef {'waiting' | 'starting' | 'on-air' | 'away' | 'troubled' | 'ended'} Phase */

/** In these there may be something to play. */
const WITH_PICTURE = ['on-air', 'away', 'troubled'];

export class WatchPage {
    #root;
    #events;
    #openPlayer;
    #video;
    /** @type {Promise<import('./player.js').Player | undefined> | undefined} */
    #player;
    #over = false;

    /**
     * @param {HTMLElement} root
     * @param {{events: EventSource, openPlayer: (video: HTMLVideoElement) => Promise<import('./player.js').Player | undefined>}} ports
     */
    constructor(root, { events, openPlayer }) {
        this.#root = root;
        this.#events = events;
        this.#openPlayer = openPlayer;
        this.#video = /** @type {HTMLVideoElement} */ (find('[data-video]', root));
    }

    start() {
        this.#on('state', ({ phase }) => this.#phase(phase));
        this.#on('gone', ({ why }) => this.#end(hasMessage(`gone-${why}`) ? `gone-${why}` : 'phase-ended'));
        this.#events.addEventListener('error', () => this.#over || this.#say('no-network'));
        const sound = find('[data-do="sound"]', this.#root);
        sound.addEventListener('click', () => {
            this.#video.muted = false;
            this.#video.play();
            sound.hidden = true;
        });
        this.#video.addEventListener('playing', () => {
            sound.hidden = !this.#video.muted;
        });
    }

    /** @param {string} kind @param {(data: any) => void} act */
    #on(kind, act) {
        this.#events.addEventListener(kind, (event) => act(JSON.parse(/** @type {MessageEvent} */ (event).data)));
    }

    /** @param {Phase} phase */
    #phase(phase) {
        if (phase === 'ended') {
            this.#end('phase-ended');
            return;
        }
        this.#root.dataset.now = phase;
        if (phase === 'on-air') {
            this.#say('');
        } else {
            this.#say(`phase-${phase}`);
        }
        // Asked for its picture, the server begins to prepare it: also while nothing of it is there yet.
        if (phase === 'starting' || WITH_PICTURE.includes(phase)) {
            this.#player ??= this.#open();
        }
    }

    async #open() {
        const player = await this.#openPlayer(this.#video).catch((fault) => console.error(fault));
        if (!player) {
            this.#say('cannot-play');
        }
        return player ?? undefined;
    }

    /** @param {string} name of a sentence of the page; none while the picture speaks for itself */
    #say(name) {
        setText(find('[data-phase]', this.#root), name ? message(name) : '');
        find('[data-veil]', this.#root).hidden = !name;
    }

    /** @param {string} sentence */
    async #end(sentence) {
        if (this.#over) {
            return;
        }
        this.#over = true;
        this.#root.dataset.now = 'ended';
        this.#events.close();
        this.#say(sentence);
        find('[data-do="sound"]', this.#root).hidden = true;
        (await this.#player)?.close();
    }
}
