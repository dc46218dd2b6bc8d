/** Says how many sentences are on this phone alone. */

import { find, message, setText } from '../app/dom.js';

/** @param {{sender: Pick<import('./sender.js').Sender, 'waiting' | 'onChange'>, isOnline: () => boolean}} ports */
export function startWaiting({ sender, isOnline }) {
    const notice = find('[data-held]');
    const show = async () => {
        const { length: count } = await sender.waiting();
        notice.hidden = count === 0;
        setText(notice, count ? message(isOnline() ? 'waiting' : 'waiting-offline', { count }) : '');
    };
    sender.onChange(show);
    for (const change of ['online', 'offline']) {
        addEventListener(change, show);
    }
    show();
}
