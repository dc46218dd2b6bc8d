/** The moments noted so far. Each plays its clip, opens for editing, and can be chosen for the trainee to see first. */

import { dataOf, find, findAll, fromTemplate } from '../app/dom.js';
import { span } from './times.js';

/**
 * @typedef {import('./draft.js').Moment} Moment
 *
 * @typedef {object} Names as the page writes them
 * @property {Record<string, string>} criteria by id
 * @property {string} compliance of a moment without a criterion
 * @property {Record<Moment['kind'], string>} kinds
 *
 * @typedef {object} Parts
 * @property {import('./player.js').Player} player
 * @property {import('./draft.js').DraftModel} draft
 * @property {import('./moment-editor.js').MomentEditor | undefined} editor
 * @property {Names} names
 */

const MOST_KEPT = 3;
/** @type {Record<Moment['kind'], string>} */
const CLASSES = { 'well-done': '', change: 'wait', 'rule-broken': 'bad' };

/**
 * @param {HTMLElement} page
 * @param {import('./player.js').Player} player
 * @param {import('./draft.js').DraftModel} draft
 * @param {import('./moment-editor.js').MomentEditor | undefined} editor undefined if the page is read-only
 */
export function startMomentList(page, player, draft, editor) {
    const list = find('[data-moments]', page);
    const names = namesOn(page);
    draft.addEventListener('changed', () => {
        const moments = draft.inOrder();
        find('[data-none]', page).hidden = moments.length > 0;
        find('[data-default-hint]', page).hidden = !editor || moments.length === 0;
        find('[data-count]', page).textContent = moments.length ? String(moments.length) : '';
        const star = document.activeElement?.closest('[data-star]');
        const focused = /** @type {HTMLElement | null | undefined} */ (star?.closest('[data-id]'))?.dataset.id;
        list.replaceChildren(...moments.map((moment) => row(page, moment, { player, draft, editor, names })));
        /** @type {HTMLElement | null} */ (list.querySelector(`[data-id="${focused}"] [data-star]`))?.focus();
    });
}

/** @param {HTMLElement} page @returns {Names} */
function namesOn(page) {
    const criteria = findAll('.score[data-criterion]', page).map((field) =>
        [dataOf(field, 'criterion'), find('legend', field).firstChild?.textContent?.trim() ?? '']);
    const list = find('[data-moments]', page);
    return {
        criteria: Object.fromEntries(criteria),
        compliance: find('[data-compliance] legend', page).textContent?.trim() ?? '',
        kinds: { 'well-done': dataOf(list, 'wellDone'), change: dataOf(list, 'change'), 'rule-broken': dataOf(list, 'ruleBroken') },
    };
}

/** @param {HTMLElement} page @param {Moment} moment @param {Parts} parts */
function row(page, moment, { player, draft, editor, names }) {
    const copy = fromTemplate('template[data-moment]', page);
    const part = (/** @type {string} */ name) => find(`[data-${name}]`, copy);
    copy.dataset.id = moment.id;
    part('see').textContent = span(moment);
    part('see').addEventListener('click', () => player.show(moment));
    part('kind').textContent = names.kinds[moment.kind];
    part('kind').className = `tag ${CLASSES[moment.kind]}`;
    part('about').textContent = names.criteria[moment.criterion] ?? names.compliance;
    part('words').textContent = moment.words || '…';
    copy.classList.toggle('chosen', moment.id === editor?.current);
    star(/** @type {HTMLButtonElement} */ (part('star')), moment, draft, Boolean(editor));
    if (editor) {
        const open = document.createElement('button');
        open.type = 'button';
        open.className = 'open';
        open.append(...part('words').childNodes);
        open.addEventListener('click', () => editor.open(moment.id));
        part('words').append(open);
    }
    return copy;
}

/**
 * @param {HTMLButtonElement} button
 * @param {Moment} moment
 * @param {import('./draft.js').DraftModel} draft
 * @param {boolean} writable
 */
function star(button, { id, kind }, draft, writable) {
    const good = kind === 'well-done';
    const chosen = good ? draft.content.keep.includes(id) : draft.content.change === id;
    button.setAttribute('aria-pressed', String(chosen));
    const label = dataOf(button, good ? 'keep' : 'change');
    button.setAttribute('aria-label', label);
    button.title = label;
    button.disabled = !writable;
    button.addEventListener('click', () =>
        draft.write((content) => {
            if (!good) {
                content.change = chosen ? null : id;
            } else if (chosen) {
                content.keep = content.keep.filter((other) => other !== id);
            } else {
                content.keep = [...content.keep, id].slice(-MOST_KEPT);
            }
        }),
    );
}
