/**
 * What invited viewers say and mentors whisper, on the host's camera page; and what they are told of the run of show.
 * Without network, or with nobody invited, none of it happens.
 */

import { answered, find, fromTemplate, message, setText } from '../../app/dom.js';
import { oneAtATime } from '../../app/one-at-a-time.js';
import { toast } from '../../app/toast.js';

/** More could not be read while speaking. */
const SHOWN = 4;

/** Kinds of what somebody says. */
const SAID = ['comment', 'whisper'];

/** @typedef {{number: number, name: string, words: string, viewer?: string, about?: number}} Line */

/** Something that viewers are told when it changes, and again when there is a network. */
class Told {
    #path;
    #name;
    #tell;
    /** @type {string | number | undefined} */
    #value;
    #arrived = true;

    /** @param {string} path @param {string} name @param {(path: string, json: object) => Promise<unknown>} tell */
    constructor(path, name, tell) {
        this.#path = path;
        this.#name = name;
        this.#tell = tell;
    }

    /** @param {string | number} value */
    is(value) {
        if (value !== this.#value) {
            this.#value = value;
            this.#send(value);
        }
    }

    /** What did not arrive is told once more. */
    again() {
        if (!this.#arrived && this.#value !== undefined) {
            this.#send(this.#value);
        }
    }

    /** @param {string | number} value */
    async #send(value) {
        this.#arrived = false;
        const told = await this.#tell(this.#path, { [this.#name]: value }).then(
            () => true,
            (fault) => void console.warn('not told to viewers:', fault),
        );
        this.#arrived ||= Boolean(told) && value === this.#value;
    }
}

export class HostLive {
    #stage;
    #address;
    #http;
    #list;
    #events;
    /** What viewers who come late are shown. */
    #at = new Told('step', 'ref', (path, json) => this.#put(path, json));
    #product = new Told('product', 'number', (path, json) => this.#put(path, json));

    /**
     * @param {string} attempt
     * @param {HTMLElement} stage
     * @param {object} ports
     * @param {{call: (method: string, path: string, options?: any) => Promise<unknown>}} ports.http
     * @param {(address: string) => EventSource} ports.open
     * @param {(count: number) => void} [onWatching] how many watch now
     */
    constructor(attempt, stage, { http, open }, onWatching = () => {}) {
        this.#stage = stage;
        this.#address = `/api/attempts/${attempt}/live`;
        this.#http = http;
        this.#list = find('[data-comments]', stage);
        this.#events = open(`${this.#address}/events`);
        for (const kind of SAID) {
            this.#on(kind, (line) => this.#add(kind, line));
        }
        this.#events.addEventListener('open', () => {
            this.#at.again();
            this.#product.again();
        });
        this.#on('removal', ({ about }) => this.#list.querySelector(`[data-number="${Number(about)}"]`)?.remove());
        this.#on('state', ({ watching }) => {
            const chip = find('[data-watching]', stage);
            chip.hidden = false;
            setText(chip, message('watching', { count: watching }));
            onWatching(watching);
        });
    }

    /** @param {string} ref */
    step(ref) {
        this.#at.is(ref);
    }

    /** @param {number} number of the product that is spoken of, from 1 */
    product(number) {
        this.#product.is(number);
    }

    /** @param {string} path @param {object} json */
    #put(path, json) {
        return this.#http.call('PUT', `${this.#address}/${path}`, { json });
    }

    end() {
        this.#events.close();
    }

    /** @param {string} kind @param {(data: any) => void} act */
    #on(kind, act) {
        this.#events.addEventListener(kind, (event) => act(JSON.parse(/** @type {MessageEvent} */ (event).data)));
    }

    /** @param {string} kind @param {Line} line */
    #add(kind, { number, name, words, viewer }) {
        const item = fromTemplate('template[data-line="comment"]', this.#stage.ownerDocument);
        item.dataset.number = String(number);
        item.dataset.live = kind;
        find('[data-who]', item).textContent = kind === 'whisper' ? message('whispered', { name }) : name || message('somebody');
        find('[data-words]', item).textContent = words;
        if (kind === 'comment') {
            find('button', item).addEventListener('click', oneAtATime(() => this.#chooseRemoval(item, number, words, viewer)));
        }
        this.#list.hidden = false;
        this.#list.append(item);
        while (this.#list.children.length > SHOWN) {
            this.#list.firstElementChild?.remove();
        }
    }

    /** @param {HTMLElement} item @param {number} number @param {string} words @param {string} [viewer] */
    async #chooseRemoval(item, number, words, viewer) {
        const dialog = /** @type {HTMLDialogElement} */ (find('dialog[data-confirm="viewer"]', this.#stage.ownerDocument));
        find('[data-comment]', dialog).textContent = words;
        const chosen = await answered(dialog);
        if (chosen !== 'comment' && chosen !== 'viewer') {
            return;
        }
        item.hidden = true;
        try {
            await this.#http.call('DELETE', `${this.#address}/comments/${number}`);
            item.remove();
            if (chosen === 'viewer' && viewer) {
                await this.#http.call('DELETE', `${this.#address}/viewers/${viewer}`);
            }
        } catch (fault) {
            console.warn('not removed:', fault);
            item.hidden = false;
            toast(message(item.isConnected ? 'comment-not-removed' : 'viewer-not-removed'));
        }
    }
}
