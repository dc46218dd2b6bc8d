/** Passes an invitation's link on, by the phone's own ways where it has them. */

import { find, findAll } from './app/dom.js';
import { oneAtATime } from './app/one-at-a-time.js';

for (const button of findAll('[data-share]')) {
    const link = find('[data-link]', button.parentElement ?? document).textContent ?? '';
    button.hidden = false;
    const share = async () => {
        if (navigator.share) {
            await navigator.share({ url: link }).catch(() => undefined);
        } else {
            await navigator.clipboard.writeText(link);
            find('[data-copied]').hidden = false;
        }
    };
    button.addEventListener('click', oneAtATime(share));
}
