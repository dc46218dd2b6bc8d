/** Finds the attempt that the camera page is opened for. */

import { find, findAll } from '../../app/dom.js';
import { listOf } from '../attempt/links.js';
import { CameraPage } from './camera-page.js';
import { settleLost } from './lost-seconds.js';
import { showStage } from './stages.js';
import { lookingBack } from './upload-panel.js';

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
    if (attempt.onSite) {
        showOnSite(root, attempt);
    }
    lookingBack(root).then(
        ({ awaitFirstRehearsal }) => awaitFirstRehearsal(root, ports, attempt),
        (fault) => console.warn('what looks back is not there:', fault),
    );
    await new CameraPage(root, ports, attempt).start(start === 'gallery');
}

/**
 * With the phone of a mentor or coordinator: the teleprompter names the trainee, and inviting viewers is the trainee's.
 *
 * @param {HTMLElement} root
 * @param {import('../attempt/attempt.js').Attempt} attempt
 */
function showOnSite(root, attempt) {
    root.dataset.host = attempt.onSite?.name;
    find('[data-do="invite"]', root).hidden = true;
    for (const link of /** @type {HTMLAnchorElement[]} */ (findAll('a[href="/practice"]', root))) {
        link.href = listOf(attempt);
    }
}
