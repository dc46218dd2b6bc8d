/**
 * Shows a short notice for some seconds; nothing anybody must act on.
 *
 * @param {string} text
 */
export function toast(text) {
    const box = document.createElement('p');
    box.className = 'toast';
    box.setAttribute('role', 'status');
    document.body.append(box);
    box.textContent = text;
    setTimeout(() => box.remove(), 4_000);
}
