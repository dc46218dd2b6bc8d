/** Marks and compliance: a radio button each, the level's own sentence under them, the score as it grows. */

import { clock } from './clock.js';

const BEST = 5;

/** @param {HTMLElement} page @param {import('./player.js').Player} player @param {import('./sheet.js').Sheet} sheet */
export function startMarks(page, player, sheet) {
    const form = /** @type {HTMLFormElement} */ (page.querySelector('[data-marks]'));
    const criteria = /** @type {HTMLFieldSetElement[]} */ ([...form.querySelectorAll('[data-criterion]')]);
    let here = criteria[0];
    form.addEventListener('submit', (event) => event.preventDefault());
    form.addEventListener('focusin', ({ target }) => stand(target.closest('[data-criterion]') ?? here));
    form.addEventListener('change', ({ target }) => {
        const { criterion } = target.closest('fieldset').dataset;
        if (criterion) {
            sheet.write(({ marks }) => (marks[criterion] = Number(target.value)));
        }
    });
    compliance(form, player, sheet);
    sheet.addEventListener('changed', () => show(form, criteria, sheet));
    sheet.addEventListener('changed', () => shown(page, sheet));

    function stand(criterion) {
        here = criterion;
        criteria.forEach((one) => one.classList.toggle('here', one === here));
    }

    /** @param {number} step @returns {boolean} whether there was one to go to */
    function move(step) {
        const next = criteria[criteria.indexOf(here) + step];
        if (next) {
            const radio = next.querySelector('input:checked') ?? next.querySelector('input');
            radio.focus({ preventScroll: true });
            next.scrollIntoView({ block: 'nearest' });
        }
        return Boolean(next);
    }

    return {
        move,
        /** Marks the criterion one stands on and goes on to the next. @param {number} level */
        mark(level) {
            if (!here.disabled) {
                sheet.write(({ marks }) => (marks[here.dataset.criterion] = level));
                if (!move(1)) {
                    here.querySelector('input:checked').focus();
                }
            }
        },
    };
}

/** @param {HTMLFormElement} form */
function compliance(form, player, sheet) {
    const field = form.querySelector('[data-compliance]');
    const rule = field.querySelector('[name=rule]');
    field.addEventListener('change', () => {
        const broken = field.querySelector('[name=broken]:checked')?.value === 'yes';
        sheet.write((draft) => {
            const before = draft.compliance;
            draft.compliance = { broken, atMs: broken ? (before?.atMs ?? marked(sheet) ?? player.ms) : null, rule: (broken && rule.value) || null };
        });
    });
    field.querySelector('[data-broken-here]').addEventListener('click', () =>
        sheet.write((draft) => {
            draft.compliance = { broken: true, rule: rule.value || null, atMs: player.ms };
        }),
    );
}

/** Where the mentor has noted a broken rule already. */
function marked(sheet) {
    return sheet.inOrder().find(({ kind }) => kind === 'rule-broken')?.fromMs;
}

function show(form, criteria, sheet) {
    let points = 0;
    let left = 0;
    for (const field of criteria) {
        const level = sheet.draft.marks[field.dataset.criterion];
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
    showCompliance(form.querySelector('[data-compliance]'), sheet.draft.compliance);
}

function showCompliance(field, compliance) {
    field.querySelectorAll('[name=broken]').forEach((radio) => (radio.checked = compliance !== null && (radio.value === 'yes') === compliance.broken));
    field.querySelector('[data-where]').hidden = !compliance?.broken;
    field.querySelector('[data-broken-at]').textContent = compliance?.atMs == null ? '–:––' : clock(compliance.atMs);
    field.querySelector('[name=rule]').value = compliance?.rule ?? '';
}

/** What the trainee sees first, as the server chose or was told. */
function shown(page, sheet) {
    const { keep, change } = sheet.review.highlights;
    const first = page.querySelector('[data-shown-change]');
    first.textContent = sheet.moment(change)?.words || first.dataset.none;
    const list = page.querySelector('[data-shown-keep]');
    const words = keep.map((id) => sheet.moment(id)?.words).filter(Boolean);
    list.replaceChildren(...(words.length ? words : [list.dataset.none]).map((text) => Object.assign(document.createElement('li'), { textContent: text })));
}
