/**
 * A photo is made smaller before it is sent, to save paid data. If the browser cannot read it, it is sent unchanged and
 * the server reports what is wrong with it.
 */

import { dataOf, find, findAll } from '../app/dom.js';

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
    const [chosen] = input.files ?? [];
    const cost = find('[data-photo-cost]', field);
    cost.textContent = '';
    field.querySelector('[data-preview]')?.remove();
    if (!chosen) {
        return;
    }
    const small = await smaller(chosen);
    if (input.files?.[0] !== chosen) {
        return;
    }
    let sent = chosen;
    if (small && small.size < chosen.size) {
        sent = new File([small], 'photo.jpg', { type: 'image/jpeg' });
        const files = new DataTransfer();
        files.items.add(sent);
        input.files = files.files;
    }
    preview(field, sent);
    cost.textContent = dataOf(field, 'cost').replace('[size]', size(sent.size));
}

/** Shows the photo as it would be sent. @param {HTMLElement} field @param {File} file */
function preview(field, file) {
    const picture = document.createElement('img');
    picture.dataset.preview = '';
    picture.className = 'preview';
    picture.alt = find('label', field).textContent;
    picture.src = URL.createObjectURL(file);
    picture.onload = picture.onerror = () => URL.revokeObjectURL(picture.src);
    find('input[type="file"]', field).after(picture);
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
        const context = canvas.getContext('2d');
        if (!context) {
            return null;
        }
        context.drawImage(picture, 0, 0, canvas.width, canvas.height);
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
