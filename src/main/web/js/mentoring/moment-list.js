/** The moments noted so far: each plays its clip, opens for writing, and can be chosen for the trainee to see first. */

import { find } from '../app/dom.js';
import { span } from './times.js';

const MOST_KEPT = 3;
const LOOK = { 'well-done': '', change: 'wait', 'rule-broken': 'bad' };

/**
 * @param {HTMLElement} page
 * @param {import('./player.js').Player} player
 * @param {import('./draft.js').DraftModel} draft
 * @param {import('./moment-editor.js').MomentEditor | undefined} editor nobody's when the page is only read
 */
export function startMomentList(page, player, draft, editor) {
    const list = page.querySelector('[data-moments]');
    const words = wordsOf(page);
    draft.addEventListener('changed', () => {
        const moments = draft.inOrder();
        find('[data-none]', page).hidden = moments.length > 0;
        find('[data-default-hint]', page).hidden = !editor || moments.length === 0;
        page.querySelector('[data-count]').textContent = moments.length ? String(moments.length) : '';
        const focused = /** @type {HTMLElement | null} */ (document.activeElement?.closest('[data-star]')?.closest('[data-id]'))?.dataset.id;
        list.replaceChildren(...moments.map((moment) => row(page, moment, { player, draft, editor, words })));
        /** @type {HTMLElement | null} */ (list.querySelector(`[data-id="${focused}"] [data-star]`))?.focus();
    });
}

/** The names of kinds and criteria, as the page writes them. */
function wordsOf(page) {
    const about = {};
    page.querySelectorAll('.mark[data-criterion] legend').forEach((legend) => {
        about[legend.parentElement.dataset.criterion] = legend.firstChild.textContent.trim();
    });
    const { wellDone, change, ruleBroken } = page.querySelector('[data-moments]').dataset;
    return {
        about,
        veto: page.querySelector('[data-compliance] legend').textContent.trim(),
        kinds: { 'well-done': wellDone, change, 'rule-broken': ruleBroken },
    };
}

function row(page, moment, { player, draft, editor, words }) {
    const copy = page.querySelector('template[data-moment]').content.cloneNode(true).firstElementChild;
    const part = (name) => copy.querySelector(`[data-${name}]`);
    copy.dataset.id = moment.id;
    part('see').textContent = span(moment);
    part('see').addEventListener('click', () => player.show(moment));
    part('kind').textContent = words.kinds[moment.kind];
    part('kind').className = `tag ${LOOK[moment.kind]}`;
    part('about').textContent = words.about[moment.criterion] ?? words.veto;
    part('words').textContent = moment.words || '…';
    copy.classList.toggle('chosen', moment.id === editor?.current);
    star(part('star'), moment, draft, Boolean(editor));
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

function star(button, { id, kind }, draft, writable) {
    const good = kind === 'well-done';
    const chosen = good ? draft.content.keep.includes(id) : draft.content.change === id;
    button.setAttribute('aria-pressed', String(chosen));
    button.setAttribute('aria-label', good ? button.dataset.keep : button.dataset.change);
    button.title = button.getAttribute('aria-label');
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
