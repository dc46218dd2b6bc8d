/** Finds the attempt that the camera page is opened for. */

import { CameraPage } from './camera-page.js';
import { settleLost } from './lost-seconds.js';
import { showStage } from './stages.js';

/**
 * Shows the attempt whose id follows the `#`; `#<attempt>/gallery` begins with the gallery.
 *
 * @param {HTMLElement} root
 * @param {import('../ports.js').Ports} ports
 */
export async function openCameraPage(root, ports) {
    window.addEventListener('hashchange', () => location.reload());
    const [id, start] = location.hash.slice(1).split('/');
    await settleLost(ports);
    const attempt = await ports.store.get(id);
    if (!attempt || attempt.deletedAt || attempt.person !== ports.person) {
        showStage(root, 'unknown');
        return;
    }
    await new CameraPage(root, ports, attempt).start(start === 'gallery');
}
