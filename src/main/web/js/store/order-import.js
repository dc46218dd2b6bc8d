/**
 * Imports an order file: first a dry run, then the import. The bytes are sent as they are, not as a form.
 */

import { dataOf, find, findAll, make } from '../app/dom.js';
import { filled } from '../app/format.js';
import { Refusal, SignedOut, Unreachable } from '#app/http.js';

/**
 * @typedef {{line: number, faults: {message: string, value?: string}[]}} RejectedRow
 * @typedef {{rejected: RejectedRow[]} & Record<string, unknown>} ImportReport with the counts that the page's text names
 */

/** More are better corrected in the file of rejected rows. */
const ROWS_SHOWN = 100;
/** For a large file over a slow line, and its report. */
const TIMEOUT_MS = 600_000;

/** @param {Pick<import('../app/http.js').HttpClient, 'call'>} api */
export function startOrderImport(api) {
    findAll('form[data-orders]').forEach((form) => new OrderImport(/** @type {HTMLFormElement} */ (form), api));
}

class OrderImport {
    #api;
    #form;
    #report;
    #check;
    #import;
    #rejected;

    /** @param {HTMLFormElement} form @param {Pick<import('../app/http.js').HttpClient, 'call'>} api */
    constructor(form, api) {
        this.#api = api;
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
        for (const each of this.#form.querySelectorAll('button')) {
            each.disabled = true;
        }
        this.#showLine(dataOf(this.#form, 'reading'));
        try {
            const report = await (await this.#post(`?platform=${this.#platform}&dryRun=${dryRun}`)).json();
            if (!dryRun) {
                location.reload();
                return;
            }
            this.#show(dataOf(this.#form, 'would'), report);
            this.#import.disabled = false;
        } catch (fault) {
            if (fault instanceof SignedOut) {
                location.reload(); // leads to the sign-in
                return;
            }
            this.#showFault(fault);
        }
        this.#check.disabled = false;
    }

    /**
     * Saves the rows that could not be read, to be corrected. The server stores none of them, so the file is sent again.
     */
    async #download() {
        try {
            const response = await this.#post(`/rejected?platform=${this.#platform}`);
            const href = URL.createObjectURL(await response.blob());
            make('a', { href, download: `${(this.#file?.name ?? 'orders').replace(/\.\w+$/, '')}-rejected.csv` }).click();
            URL.revokeObjectURL(href);
        } catch (fault) {
            this.#showFault(fault);
        }
    }

    get #platform() {
        return /** @type {HTMLSelectElement} */ (this.#form.elements.namedItem('platform')).value;
    }

    /** @returns {File | undefined} */
    get #file() {
        return /** @type {HTMLInputElement} */ (this.#form.elements.namedItem('file')).files?.[0];
    }

    /** Sends the chosen file. @param {string} rest of the address */
    #post(rest) {
        return this.#api.call('POST', dataOf(this.#form, 'orders') + rest, {
            body: this.#file,
            headers: { 'Content-Type': 'application/octet-stream', Accept: 'application/json, text/csv' },
            timeoutMs: TIMEOUT_MS,
        });
    }

    /** @param {unknown} fault */
    #showFault(fault) {
        console.warn('order file:', fault);
        const { errors, detail, title } = fault instanceof Refusal || fault instanceof Unreachable ? fault.problem : {};
        const why = errors?.[0]?.message ?? detail ?? title;
        this.#showLine(why ?? dataOf(document.body, 'unsent'), true);
    }

    /** @param {string} text @param {boolean} [bad] */
    #showLine(text, bad = false) {
        this.#report.replaceChildren(make('p', { textContent: text, className: bad ? 'notice bad' : 'quiet' }));
    }

    /** @param {string} lead @param {ImportReport} report */
    #show(lead, report) {
        const { rejected } = report;
        const text = (/** @type {string} */ name) => dataOf(this.#form, name);
        const textContent = `${lead} ${filled(text('report'), { ...report, rejected: rejected.length })}`;
        this.#report.replaceChildren(make('p', { textContent, className: 'notice' }));
        const lines = rejected.slice(0, ROWS_SHOWN).flatMap(({ line, faults }) =>
            faults.map(({ message, value }) => filled(text('row'), { line, message: message + (value ? ` “${value}”` : '') })));
        if (rejected.length > ROWS_SHOWN) {
            lines.push(filled(text('leftOut'), { count: rejected.length - ROWS_SHOWN }));
        }
        if (lines.length > 0) {
            const list = document.createElement('ul');
            list.append(...lines.map((line) => make('li', { textContent: line })));
            this.#report.append(list);
        }
        this.#rejected.hidden = rejected.length === 0;
        this.#rejected.disabled = false;
    }
}

/** @param {HTMLFormElement} form @param {string} value @returns {HTMLButtonElement} */
function button(form, value) {
    return find(`[value="${value}"]`, form);
}
