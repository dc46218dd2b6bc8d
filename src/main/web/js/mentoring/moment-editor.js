/**
 * The form for one moment. The moment is part of the draft from the first letter on, so half a sentence is saved too.
 */

import { dataOf, find, findAll } from '../app/dom.js';
import { playTime } from '../app/format.js';
import { uuid } from '../app/uuid.js';

/** @typedef {import('./draft.js').Moment} Moment */

export class MomentEditor {
    /** Id of the moment being written. @type {string | null} */
    #current = null;
    #resume = false;
    /** The mentor has set the begin or the end of the span. */
    #spanned = false;
    #form;
    #words;
    #pauseWhileWriting;

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
        this.#pauseWhileWriting = /** @type {HTMLInputElement} */ (find('[data-hold]', page));
        this.#listen();
        draft.addEventListener('changed', () => this.#show());
    }

    get current() {
        return this.#current;
    }

    /** Begins a new moment at the present second, unless a span was just marked that has no text yet. */
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
            moment.toMs = moment.toMs !== null && moment.toMs > moment.fromMs ? moment.toMs : null;
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
        const on = (/** @type {string} */ name, /** @type {() => void} */ act) =>
            find(`[data-${name}]`, this.#form).addEventListener('click', act);
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
            button.addEventListener('click', () => this.#phrase(dataOf(button, 'phrase')));
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
        /** @type {Moment} */
        const moment = { id: uuid(), fromMs: this.player.ms, toMs: null, ...this.#chosen(), words: '' };
        this.#current = moment.id;
        this.draft.add(moment);
        return moment;
    }

    /** @param {string} words */
    #write(words) {
        if (this.#pauseWhileWriting.checked && this.player.playing) {
            this.player.pause();
            this.#resume = true;
        }
        this.#change((moment) => (moment.words = words));
    }

    /** @param {string} words */
    #phrase(words) {
        const before = this.#words.value.trimEnd();
        const after = before ? `${before} ${words}` : words;
        this.#write(after);
        this.#words.focus();
    }

    /** A kind or criterion chosen before any text is used when the text is written. */
    #choose() {
        if (this.#current) {
            this.#change((moment) => Object.assign(moment, this.#chosen()));
        }
    }

    /** @param {(moment: Moment) => unknown} edit */
    #change(edit) {
        const moment = this.draft.moment(this.#current) ?? this.#begin();
        this.draft.write(() => {
            edit(moment);
            this.draft.tidy();
        });
    }

    #drop() {
        const id = this.#current;
        this.#current = null;
        if (id) {
            this.draft.drop(id);
        }
    }

    /** @returns {Pick<Moment, 'kind' | 'criterion'>} */
    #chosen() {
        const data = new FormData(this.#form);
        return { kind: /** @type {Moment['kind']} */ (data.get('kind')), criterion: String(data.get('criterion')) };
    }

    #show() {
        const moment = this.draft.moment(this.#current);
        const form = this.#form;
        const title = find('[data-editor-title]', form);
        title.textContent = dataOf(title, moment?.words ? 'edit' : 'new');
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
