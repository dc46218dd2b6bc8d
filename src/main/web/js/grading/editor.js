/** Writing a moment. It is part of the draft from the first letter on, so that half a sentence is as safe as a whole one. */

import { uuid } from '../app.js';
import { clock } from './clock.js';

/** @param {HTMLElement} page @param {import('./player.js').Player} player @param {import('./sheet.js').Sheet} sheet */
export function startEditor(page, player, sheet) {
    return new Editor(page, player, sheet);
}

export class Editor {
    /** Id of the moment being written. @type {string | null} */ #current = null;
    #resume = false;
    /** Somebody set where the span begins or ends. */ #spanned = false;
    #form;
    #words;
    #hold;

    constructor(page, player, sheet) {
        this.player = player;
        this.sheet = sheet;
        this.#form = /** @type {HTMLFormElement} */ (page.querySelector('[data-editor]'));
        this.#words = this.#form.elements.namedItem('words');
        this.#hold = page.querySelector('[data-hold]');
        this.#listen();
        sheet.addEventListener('changed', () => this.#show());
    }

    get current() {
        return this.#current;
    }

    /** Begins a new moment at the present second; a span just marked is the moment that wants its words. */
    note() {
        const moment = this.sheet.moment(this.#current);
        if (!moment || !this.#spanned || moment.words.trim()) {
            this.done();
            this.#begin();
        }
        this.#words.focus();
    }

    /** Opens a moment that was noted before. @param {string} id */
    open(id) {
        this.done();
        this.#current = id;
        this.sheet.tell();
        this.#words.focus();
        this.#form.scrollIntoView({ block: 'nearest' });
    }

    /** Closes the moment; one without a word in it goes away. */
    done() {
        const moment = this.sheet.moment(this.#current);
        this.#current = null;
        this.#spanned = false;
        if (moment && !moment.words.trim()) {
            this.sheet.drop(moment.id);
        } else {
            this.sheet.tell();
        }
    }

    /** The span begins here. */
    from() {
        this.#change((moment) => {
            moment.fromMs = this.player.ms;
            moment.toMs = moment.toMs > moment.fromMs ? moment.toMs : null;
        });
        this.#spanned = true;
    }

    /** The span ends here. */
    to() {
        this.#change((moment) => {
            const at = this.player.ms;
            if (at > moment.fromMs) {
                moment.toMs = at;
            } else if (at < moment.fromMs) {
                [moment.fromMs, moment.toMs] = [at, moment.fromMs];
            }
        });
        this.#spanned = true;
    }

    #listen() {
        const on = (name, act) => this.#form.querySelector(`[data-${name}]`).addEventListener('click', act);
        on('from', () => this.from());
        on('to', () => this.to());
        on('no-to', () => this.#change((moment) => (moment.toMs = null)));
        on('drop', () => this.#drop());
        this.#words.addEventListener('input', () => this.#write(this.#words.value));
        this.#form.addEventListener('submit', (event) => {
            event.preventDefault();
            this.finish();
        });
        this.#form.addEventListener('change', ({ target }) => target !== this.#words && this.#choose());
        this.#form.querySelectorAll('[data-phrase]').forEach((button) => button.addEventListener('click', () => this.#phrase(button.dataset.phrase)));
    }

    /** Closes the moment, and the picture goes on if writing had stopped it. */
    finish() {
        this.done();
        this.#words.blur();
        if (this.#resume) {
            this.#resume = false;
            this.player.play();
        }
    }

    #begin() {
        const { kind, criterion } = this.#chosen();
        const moment = { id: uuid(), fromMs: this.player.ms, toMs: null, criterion, kind, words: '' };
        this.#current = moment.id;
        this.sheet.add(moment);
    }

    #write(words) {
        if (this.#hold.checked && this.player.playing) {
            this.player.pause();
            this.#resume = true;
        }
        this.#change((moment) => (moment.words = words));
    }

    #phrase(words) {
        const before = this.#words.value.trimEnd();
        const after = before ? `${before} ${words}` : words;
        this.#write(after);
        this.#words.focus();
    }

    /** A kind or criterion chosen before a word was written waits for the word. */
    #choose() {
        if (this.#current) {
            this.#change((moment) => Object.assign(moment, this.#chosen()));
        }
    }

    #change(edit) {
        if (!this.sheet.moment(this.#current)) {
            this.#begin();
        }
        this.sheet.write(() => {
            edit(this.sheet.moment(this.#current));
            this.sheet.tidy();
        });
    }

    #drop() {
        const id = this.#current;
        this.#current = null;
        this.sheet.drop(id);
    }

    #chosen() {
        const data = new FormData(this.#form);
        return { kind: data.get('kind'), criterion: data.get('criterion') };
    }

    #show() {
        const moment = this.sheet.moment(this.#current);
        const form = this.#form;
        const title = form.querySelector('[data-editor-title]');
        title.textContent = moment?.words ? title.dataset.edit : title.dataset.new;
        if (this.#words.value !== (moment?.words ?? '')) {
            this.#words.value = moment?.words ?? '';
        }
        this.#words.dispatchEvent(new Event('set'));
        if (moment) {
            form.querySelector(`[name=kind][value=${moment.kind}]`).checked = true;
            form.elements.namedItem('criterion').value = moment.criterion;
        }
        form.querySelector('[data-from] b').textContent = moment ? clock(moment.fromMs) : '–:––';
        form.querySelector('[data-to] b').textContent = moment?.toMs ? clock(moment.toMs) : '–:––';
        form.querySelector('[data-no-to]').hidden = !moment?.toMs;
        form.querySelector('[data-drop]').hidden = !moment;
    }
}
