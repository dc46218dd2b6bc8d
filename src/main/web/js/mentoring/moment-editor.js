/**
 * Writing a moment. It is part of the draft from the first letter on, so that half a sentence is as safe as a whole
 * one.
 */

import { find, findAll } from '../app/dom.js';
import { playTime } from '../app/format.js';
import { uuid } from '../app/uuid.js';

export class MomentEditor {
    /** Id of the moment being written. @type {string | null} */
    #current = null;
    #resume = false;
    /** Somebody set where the span begins or ends. */
    #spanned = false;
    #form;
    #words;
    #hold;

    /**
     * @param {HTMLElement} page
     * @param {import('./player.js').Player} player
     * @param {import('./draft.js').DraftModel} draft
     */
    constructor(page, player, draft) {
        this.player = player;
        this.draft = draft;
        this.#form = /** @type {HTMLFormElement} */ (find('[data-editor]', page));
        this.#words = /** @type {HTMLTextAreaElement} */ (this.#form.elements.namedItem('words'));
        this.#hold = /** @type {HTMLInputElement} */ (find('[data-hold]', page));
        this.#listen();
        draft.addEventListener('changed', () => this.#show());
    }

    get current() {
        return this.#current;
    }

    /** Begins a new moment at the present second; a span just marked is the moment that wants its words. */
    note() {
        const moment = this.draft.moment(this.#current);
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
        this.draft.changed();
        this.#words.focus();
        this.#form.scrollIntoView({ block: 'nearest' });
    }

    /** Closes the moment; one without a word in it goes away. */
    done() {
        const moment = this.draft.moment(this.#current);
        this.#current = null;
        this.#spanned = false;
        if (moment && !moment.words.trim()) {
            this.draft.drop(moment.id);
        } else {
            this.draft.changed();
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
        for (const button of findAll('[data-phrase]', this.#form)) {
            button.addEventListener('click', () => this.#phrase(button.dataset.phrase));
        }
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
        const moment = /** @type {import('./draft.js').Moment} */ ({ id: uuid(), fromMs: this.player.ms, toMs: null, criterion, kind, words: '' });
        this.#current = moment.id;
        this.draft.add(moment);
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
        if (!this.draft.moment(this.#current)) {
            this.#begin();
        }
        this.draft.write(() => {
            edit(this.draft.moment(this.#current));
            this.draft.tidy();
        });
    }

    #drop() {
        const id = this.#current;
        this.#current = null;
        this.draft.drop(id);
    }

    #chosen() {
        const data = new FormData(this.#form);
        return { kind: data.get('kind'), criterion: data.get('criterion') };
    }

    #show() {
        const moment = this.draft.moment(this.#current);
        const form = this.#form;
        const title = find('[data-editor-title]', form);
        title.textContent = moment?.words ? title.dataset.edit : title.dataset.new;
        if (this.#words.value !== (moment?.words ?? '')) {
            this.#words.value = moment?.words ?? '';
        }
        this.#words.dispatchEvent(new Event('set'));
        if (moment) {
            /** @type {HTMLInputElement} */ (find(`[name=kind][value=${moment.kind}]`, form)).checked = true;
            /** @type {HTMLSelectElement} */ (form.elements.namedItem('criterion')).value = moment.criterion;
        }
        find('[data-from] b', form).textContent = moment ? playTime(moment.fromMs) : '–:––';
        find('[data-to] b', form).textContent = moment?.toMs ? playTime(moment.toMs) : '–:––';
        find('[data-no-to]', form).hidden = !moment?.toMs;
        find('[data-drop]', form).hidden = !moment;
    }
}
