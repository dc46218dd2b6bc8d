/** What can be seen at a place of the timeline, above it: pictures of the recording, fetched when first asked for. */

/**
 * The window onto one picture of the file.
 *
 * @param {{everyMs: number, columns: number, pictures: number, width: number, height: number}} strip
 * @param {number} ms of the recording
 * @returns {string} as a `viewBox`
 */
export function windowAt({ everyMs, columns, pictures, width, height }, ms) {
    const index = Math.min(pictures - 1, Math.max(0, Math.floor(ms / everyMs)));
    return `${(index % columns) * width} ${Math.floor(index / columns) * height} ${width} ${height}`;
}

/** @param {HTMLElement} page @param {SVGSVGElement} line @param {number} durationMs */
export function showStrip(page, line, durationMs) {
    const strip = /** @type {SVGSVGElement | null} */ (page.querySelector('[data-strip]'));
    if (!strip) {
        return;
    }
    const { width, height } = strip.viewBox.baseVal;
    const { strip: link = '', every, columns, pictures } = strip.dataset;
    const layout = { everyMs: Number(every), columns: Number(columns), pictures: Number(pictures), width, height };
    line.addEventListener('pointermove', ({ clientX }) => {
        const picture = /** @type {SVGImageElement} */ (strip.querySelector('image'));
        if (!picture.hasAttribute('href')) {
            picture.setAttribute('href', link);
        }
        const box = line.getBoundingClientRect();
        const at = Math.min(Math.max(0, clientX - box.left), box.width);
        strip.setAttribute('viewBox', windowAt(layout, (at / box.width) * durationMs));
        const player = /** @type {HTMLElement} */ (strip.parentElement).getBoundingClientRect();
        strip.style.left = `${box.left - player.left + Math.min(Math.max(0, at - width / 2), box.width - width)}px`;
        strip.style.top = `${box.top - player.top - height - 6}px`;
        strip.removeAttribute('hidden');
    });
    const hide = () => strip.setAttribute('hidden', '');
    line.addEventListener('pointerleave', hide);
    line.addEventListener('pointerup', hide);
}
