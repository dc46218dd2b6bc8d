/**
 * A photo is made smaller before it is sent: paid data for pixels nobody looks at. Where the browser cannot read it, it
 * goes as it is and the server says what is wrong with it.
 */

import { find, findAll } from '../app/dom.js';

const LONGEST_SIDE = 1600;
const QUALITY = 0.85;

export function startPhotoFields() {
    for (const field of findAll('[data-photo]')) {
        const input = /** @type {HTMLInputElement} */ (find('input[type="file"]', field));
        input.addEventListener('change', () => choose(field, input));
    }
}

/**
 * @param {HTMLElement} field
 * @param {HTMLInputElement} input
 */
async function choose(field, input) {
    const chosen = input.files[0];
    const cost = find('[data-photo-cost]', field);
    cost.textContent = '';
    field.querySelector('[data-preview]')?.remove();
    if (!chosen) {
        return;
    }
    const small = await smaller(chosen);
    if (input.files[0] !== chosen) {
        return;
    }
    if (small && small.size < chosen.size) {
        const files = new DataTransfer();
        files.items.add(new File([small], 'photo.jpg', { type: 'image/jpeg' }));
        input.files = files.files;
    }
    preview(field, input.files[0]);
    cost.textContent = field.dataset.cost.replace('[size]', size(input.files[0].size));
}

/** The photo that would be sent, before it is. @param {HTMLElement} field @param {File} file */
function preview(field, file) {
    const picture = document.createElement('img');
    picture.dataset.preview = '';
    picture.className = 'preview';
    picture.alt = field.querySelector('label').textContent;
    picture.src = URL.createObjectURL(file);
    picture.onload = picture.onerror = () => URL.revokeObjectURL(picture.src);
    field.querySelector('input[type="file"]').after(picture);
}

/**
 * @param {File} file
 * @returns {Promise<Blob | null>} null when this browser cannot read it
 */
async function smaller(file) {
    try {
        const picture = await createImageBitmap(file);
        const scale = Math.min(1, LONGEST_SIDE / Math.max(picture.width, picture.height));
        const canvas = document.createElement('canvas');
        canvas.width = Math.round(picture.width * scale);
        canvas.height = Math.round(picture.height * scale);
        canvas.getContext('2d').drawImage(picture, 0, 0, canvas.width, canvas.height);
        picture.close();
        return await new Promise((resolve) => canvas.toBlob(resolve, 'image/jpeg', QUALITY));
    } catch (unreadable) {
        return null;
    }
}

/** @param {number} bytes @returns {string} 340 KB, 1.2 MB */
export function size(bytes) {
    return bytes < 1_000_000 ? `${Math.max(1, Math.round(bytes / 1000))} KB` : `${(bytes / 1_000_000).toFixed(1)} MB`;
}
