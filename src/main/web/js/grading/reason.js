/** Why nothing needs to be changed: asked for as long as no moment says what to change. */

const TO_CHANGE = ['change', 'rule-broken'];

/** @param {HTMLElement} page @param {import('./sheet.js').Sheet} sheet */
export function startReason(page, sheet) {
    const field = /** @type {HTMLElement} */ (page.querySelector('[data-reason-field]'));
    const words = field.querySelector('textarea');
    words.addEventListener('input', () => sheet.write((draft) => (draft.nothingToChange = words.value || null)));
    sheet.addEventListener('changed', () => {
        field.hidden = !words.value && sheet.draft.moments.some(({ kind }) => TO_CHANGE.includes(kind));
        if (words.value !== (sheet.draft.nothingToChange ?? '')) {
            words.value = sheet.draft.nothingToChange ?? '';
            words.dispatchEvent(new Event('set'));
        }
    });
}
