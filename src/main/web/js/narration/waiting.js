/** Says how many sentences are on this phone alone, and in the list of lessons of which some have to be spoken again. */

import { find, findAll, message, setText } from '../app/dom.js';

/** @param {{sender: Pick<import('./sender.js').Sender, 'waiting' | 'refused' | 'onChange'>, isOnline: () => boolean}} ports */
export function startWaiting({ sender, isOnline }) {
    const notice = find('[data-held]');
    const show = async () => {
        const { length: count } = await sender.waiting();
        notice.hidden = count === 0;
        setText(notice, count ? message(isOnline() ? 'waiting' : 'waiting-offline', { count }) : '');
        const refused = await sender.refused();
        for (const line of findAll('[data-to-speak-again]')) {
            const again = refused.filter(({ place }) => place === line.dataset.toSpeakAgain).length;
            line.hidden = again === 0;
            setText(line, again ? message('to-speak-again', { count: again }) : '');
        }
    };
    sender.onChange(show);
    for (const change of ['online', 'offline']) {
        addEventListener(change, show);
    }
    show();
}
