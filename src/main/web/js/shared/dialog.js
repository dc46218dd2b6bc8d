/**
 * Asks in a `<dialog>` whose buttons close it with a value.
 *
 * @param {HTMLDialogElement} dialog
 * @returns {Promise<boolean>} whether "yes" was tapped
 */
export function confirmed(dialog) {
    dialog.returnValue = '';
    dialog.showModal();
    return new Promise((resolve) =>
        dialog.addEventListener('close', () => resolve(dialog.returnValue === 'yes'), { once: true }));
}
