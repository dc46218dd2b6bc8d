/**
 * Bringing in an order file: first what would come of it, then the import. The bytes go as they are, never as a form.
 */

import { http } from '../app/browser.js';
import { find, make } from '../app/dom.js';
import { filled } from '../app/format.js';
import { SignedOut } from '../app/http.js';

/**
 * @typedef {{line: number, faults: {message: string, value?: string}[]}} RejectedRow
 * @typedef {{rejected: RejectedRow[]} & Record<string, any>} ImportReport
 */

/** More are for a file to mend than for a screen. */
const ROWS_SHOWN = 100;
/** A large file over a slow line; a report takes its time too. */
const TIMEOUT_MS = 600_000;

export function startOrderImport() {
    document.querySelectorAll('form[data-orders]').forEach((form) => new OrderImport(/** @type {HTMLFormElement} */ (form)));
}

class OrderImport {
    #form;
    #report;
    #check;
    #import;
    #rejected;

    /** @param {HTMLFormElement} form */
    constructor(form) {
        this.#form = form;
        this.#report = find('.report', form);
        this.#check = button(form, 'true');
        this.#import = button(form, 'false');
        this.#rejected = button(form, 'rejected');
        form.addEventListener('submit', (event) => {
            event.preventDefault();
            if (event.submitter === this.#rejected) {
                this.#download();
            } else {
                this.#send(event.submitter === this.#check);
            }
        });
        form.addEventListener('change', () => {
            this.#import.disabled = true;
            this.#rejected.hidden = true;
            this.#report.replaceChildren();
        });
    }

    /** @param {boolean} dryRun */
    async #send(dryRun) {
        const { reading, would } = this.#form.dataset;
        for (const each of this.#form.querySelectorAll('button')) {
            each.disabled = true;
        }
        this.#say(reading);
        try {
            const report = await (await this.#post(`?platform=${this.#platform}&dryRun=${dryRun}`)).json();
            if (!dryRun) {
                location.reload();
                return;
            }
            this.#show(would, report);
            this.#import.disabled = false;
        } catch (fault) {
            if (fault instanceof SignedOut) {
                location.reload(); // by way of the sign-in
                return;
            }
            this.#sayWhy(fault);
        }
        this.#check.disabled = false;
    }

    /**
     * Saves the rows that could not be read, to be mended. The server keeps none of them, so it is asked with the file.
     */
    async #download() {
        try {
            const answer = await this.#post(`/rejected?platform=${this.#platform}`);
            const href = URL.createObjectURL(await answer.blob());
            make('a', { href, download: `${this.#file.name.replace(/\.\w+$/, '')}-rejected.csv` }).click();
            URL.revokeObjectURL(href);
        } catch (fault) {
            this.#sayWhy(fault);
        }
    }

    get #platform() {
        return /** @type {HTMLSelectElement} */ (this.#form.elements.namedItem('platform')).value;
    }

    /** @returns {File} */
    get #file() {
        return /** @type {HTMLInputElement} */ (this.#form.elements.namedItem('file')).files[0];
    }

    /** The chosen file goes to where the form's orders go. @param {string} rest of the address */
    #post(rest) {
        return http.call('POST', this.#form.dataset.orders + rest, {
            body: this.#file,
            headers: { 'Content-Type': 'application/octet-stream', Accept: 'application/json, text/csv' },
            timeoutMs: TIMEOUT_MS,
        });
    }

    /** @param {unknown} fault */
    #sayWhy(fault) {
        console.warn('order file:', fault);
        const { errors, detail, title } = /** @type {any} */ (fault).problem ?? {};
        const why = errors?.[0]?.message ?? detail ?? title;
        this.#say(why ?? document.body.dataset.unsent, true);
    }

    /** @param {string} text @param {boolean} [bad] */
    #say(text, bad = false) {
        this.#report.replaceChildren(make('p', { textContent: text, className: bad ? 'notice bad' : 'quiet' }));
    }

    /** @param {string} lead @param {ImportReport} report */
    #show(lead, report) {
        const { rejected } = report;
        const words = this.#form.dataset;
        const textContent = `${lead} ${filled(words.report, { ...report, rejected: rejected.length })}`;
        this.#report.replaceChildren(make('p', { textContent, className: 'notice' }));
        const lines = rejected.slice(0, ROWS_SHOWN).flatMap(({ line, faults }) =>
            faults.map(({ message, value }) => filled(words.row, { line, message: message + (value ? ` “${value}”` : '') })));
        if (rejected.length > ROWS_SHOWN) {
            lines.push(filled(words.leftOut, { count: rejected.length - ROWS_SHOWN }));
        }
        if (lines.length > 0) {
            const list = document.createElement('ul');
            list.append(...lines.map((text) => make('li', { textContent: text })));
            this.#report.append(list);
        }
        this.#rejected.hidden = rejected.length === 0;
        this.#rejected.disabled = false;
    }
}

/** @param {HTMLFormElement} form @param {string} value @returns {HTMLButtonElement} */
function button(form, value) {
    return /** @type {any} */ (find(`[value="${value}"]`, form));
}
