/** Finds the attempt that the camera page is opened for. */

import { CameraPage } from './camera-page.js';
import { settleLost } from './lost-seconds.js';
import { showStage } from './stages.js';

/**
 * Shows the attempt whose id follows the `#`; `#<attempt>/gallery` begins with the gallery.
 *
 * @param {HTMLElement} root
 * @param {import('../ports.js').Practice} practice
 */
export async function openCameraPage(root, practice) {
    window.addEventListener('hashchange', () => location.reload());
    const [id, start] = location.hash.slice(1).split('/');
    await settleLost(practice);
    const attempt = await practice.store.get(id);
    if (!attempt || attempt.deletedAt || attempt.person !== practice.person) {
        showStage(root, 'unknown');
        return;
    }
    await new CameraPage(root, practice, attempt).start(start === 'gallery');
}
