/** The line that shows whether the draft is saved on the server. */

import { find, make } from '../app/dom.js';
import { timeOfDay } from './times.js';

const WAITS = ['unsaved', 'offline', 'signedOut', 'restored'];

export class SaveStatus {
    #line;

    /** @param {HTMLElement} page */
    constructor(page) {
        this.#line = find('[data-saved]', page);
    }

    /** Without the link that may follow it. */
    get text() {
        return this.#line.firstChild?.textContent ?? '';
    }

    /** @param {import('./autosave.js').Status} status @param {string} [detail] an instant, or why it failed */
    show(status, detail = '') {
        const words = this.#line.dataset[`message${status[0].toUpperCase()}${status.slice(1)}`] ?? '';
        this.#line.textContent = status === 'saved' ? words.replace('#', timeOfDay(detail)) : words + detail;
        this.#line.classList.toggle('wait', WAITS.includes(status));
        this.#line.classList.toggle('bad', status === 'failed');
        if (status === 'signedOut') {
            this.#line.append(' ', make('a', { href: location.href, target: '_blank', textContent: this.#line.dataset.signIn }));
        }
    }
}
