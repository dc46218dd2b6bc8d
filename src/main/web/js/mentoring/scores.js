/**
 * The score of each criterion, and compliance: a radio button each, the level's own sentence under them, the whole as
 * it grows.
 */

import { find, findAll, make } from '../app/dom.js';
import { playTime } from '../app/format.js';

const BEST = 5;

/**
 * @param {HTMLElement} page
 * @param {import('./player.js').Player} player
 * @param {import('./draft.js').DraftModel} draft
 */
export function startScores(page, player, draft) {
    const form = /** @type {HTMLFormElement} */ (find('[data-marks]', page));
    const criteria = /** @type {HTMLFieldSetElement[]} */ (findAll('[data-criterion]', form));
    let here = criteria[0];
    form.addEventListener('submit', (event) => event.preventDefault());
    form.addEventListener('focusin', ({ target }) => goTo(/** @type {HTMLElement} */ (target).closest('[data-criterion]') ?? here));
    form.addEventListener('change', ({ target }) => {
        const input = /** @type {HTMLInputElement} */ (target);
        const { criterion } = input.closest('fieldset').dataset;
        if (criterion) {
            draft.write(({ marks }) => (marks[criterion] = Number(input.value)));
        }
    });
    compliance(form, player, draft);
    draft.addEventListener('changed', () => show(form, criteria, draft));
    draft.addEventListener('changed', () => shown(page, draft));

    /** @param {any} criterion */
    function goTo(criterion) {
        here = criterion;
        criteria.forEach((one) => one.classList.toggle('here', one === here));
    }

    /** @param {number} step @returns {boolean} whether there was one to go to */
    function move(step) {
        const next = criteria[criteria.indexOf(here) + step];
        if (next) {
            const radio = /** @type {HTMLInputElement} */ (next.querySelector('input:checked') ?? next.querySelector('input'));
            radio.focus({ preventScroll: true });
            next.scrollIntoView({ block: 'nearest' });
        }
        return Boolean(next);
    }

    return {
        move,
        /** Scores the criterion one is at and goes on to the next. @param {number} level */
        score(level) {
            if (!here.disabled) {
                draft.write(({ marks }) => (marks[here.dataset.criterion] = level));
                if (!move(1)) {
                    find('input:checked', here).focus();
                }
            }
        },
    };
}

/**
 * @param {HTMLFormElement} form
 * @param {import('./player.js').Player} player
 * @param {import('./draft.js').DraftModel} draft
 */
function compliance(form, player, draft) {
    const field = find('[data-compliance]', form);
    const rule = /** @type {HTMLSelectElement} */ (find('[name=rule]', field));
    field.addEventListener('change', () => {
        const broken = /** @type {HTMLInputElement | null} */ (field.querySelector('[name=broken]:checked'))?.value === 'yes';
        draft.write((content) => {
            const atMs = broken ? (content.compliance?.atMs ?? notedAt(draft) ?? player.ms) : null;
            content.compliance = { broken, atMs, rule: (broken && rule.value) || null };
        });
    });
    field.querySelector('[data-broken-here]').addEventListener('click', () =>
        draft.write((content) => {
            content.compliance = { broken: true, rule: rule.value || null, atMs: player.ms };
        }),
    );
}

/** Where the mentor has noted a broken rule already. @param {import('./draft.js').DraftModel} draft */
function notedAt(draft) {
    return draft.inOrder().find(({ kind }) => kind === 'rule-broken')?.fromMs;
}

function show(form, criteria, draft) {
    let points = 0;
    let left = 0;
    for (const field of criteria) {
        const level = draft.content.marks[field.dataset.criterion];
        const words = field.querySelector('p');
        field.querySelectorAll('input').forEach((radio) => (radio.checked = Number(radio.value) === level));
        words.textContent = field.querySelector('input:checked')?.dataset.sentence ?? words.dataset.sentence;
        points += Number(field.dataset.weight) * (level ?? 0);
        left += level === undefined ? 1 : 0;
    }
    const togo = form.querySelector('[data-left]');
    togo.hidden = !left;
    togo.textContent = togo.dataset.left.replace('#', String(left));
    form.querySelector('[data-score]').textContent = left === criteria.length ? '–' : String(Math.round(points / BEST));
    showCompliance(form.querySelector('[data-compliance]'), draft.content.compliance);
}

function showCompliance(field, compliance) {
    field.querySelectorAll('[name=broken]').forEach((radio) => (radio.checked = compliance !== null && (radio.value === 'yes') === compliance.broken));
    field.querySelector('[data-where]').hidden = !compliance?.broken;
    field.querySelector('[data-broken-at]').textContent = compliance?.atMs == null ? '–:––' : playTime(compliance.atMs);
    field.querySelector('[name=rule]').value = compliance?.rule ?? '';
}

/** What the trainee sees first, as the server chose or was told. */
function shown(page, draft) {
    const { keep, change } = draft.review.highlights;
    const first = page.querySelector('[data-shown-change]');
    first.textContent = draft.moment(change)?.words || first.dataset.none;
    const list = page.querySelector('[data-shown-keep]');
    const words = keep.map((id) => draft.moment(id)?.words).filter(Boolean);
    list.replaceChildren(...(words.length ? words : [list.dataset.none]).map((text) => make('li', { textContent: text })));
}
