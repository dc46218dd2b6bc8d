/** The viewers' comments over the picture. A tap on one greets its viewer by name. */

import { find, fromTemplate, message } from '../../app/dom.js';

/** @typedef {import('./occurrence.js').Line} Line */

/** More could not be read while speaking. */
const SHOWN = 4;

export class Comments {
    #list;
    #scenario;
    #onGreet;

    /**
     * @param {HTMLElement} stage
     * @param {import('./scenario.js').Scenario} scenario
     * @param {(event: string) => void} onGreet
     */
    constructor(stage, scenario, onGreet) {
        this.#list = find('[data-comments]', stage);
        this.#scenario = scenario;
        this.#onGreet = onGreet;
        this.#list.replaceChildren();
    }

    /** @param {Line[]} lines */
    show(lines) {
        for (const line of lines) {
            if (line.says !== undefined || line.mood) {
                this.#add(line);
            }
            if (line.state) {
                this.#mark(line.event ?? '', line.state);
            }
        }
    }

    /** Shows a sentence of the page. @param {string} name */
    notice(name) {
        this.#append(this.#line('', message(name)));
    }

    /** @param {Line} line */
    #add({ event, who, says, mood, variant = 0 }) {
        const name = this.#scenario.people.find(({ id }) => id === who)?.name ?? '';
        const item = this.#line(name, mood ? variantOf(`viewer-${mood}`, variant) : this.#words(event, says));
        if (event) {
            item.dataset.event = event;
        }
        if (event && name) {
            const button = find('button', item);
            button.addEventListener('click', () => {
                button.setAttribute('aria-pressed', 'true');
                this.#onGreet(event);
            });
        }
        this.#append(item);
    }

    /** @param {string | undefined} event @param {number | undefined} says */
    #words(event, says) {
        return this.#scenario.timeline.find(({ id }) => id === event)?.says[says ?? 0] ?? '';
    }

    /** @param {string} name of a viewer; none for a notice @param {string} words @returns {HTMLElement} */
    #line(name, words) {
        const item = fromTemplate(`template[data-line="${name ? 'comment' : 'notice'}"]`);
        if (name) {
            find('[data-who]', item).textContent = name;
        }
        find('[data-words]', item).textContent = words;
        return item;
    }

    /** @param {HTMLElement} item */
    #append(item) {
        this.#list.append(item);
        while (this.#list.children.length > SHOWN) {
            this.#list.firstElementChild?.remove();
        }
    }

    /** @param {string} event @param {string} state */
    #mark(event, state) {
        for (const item of this.#list.children) {
            if (item instanceof HTMLElement && item.dataset.event === event) {
                item.dataset.state = state;
            }
        }
    }
}

/** One of a sentence's variants, which are separated by a bar. @param {string} name @param {number} n */
function variantOf(name, n) {
    const variants = message(name).split('|');
    return variants[n % variants.length].trim();
}
