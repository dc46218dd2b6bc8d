/** `/learn/offline`: the videos on this phone, what they take of it, and deleting them. */

import { find, fromTemplate, message, setText } from '../app/dom.js';
import { megabytes } from '../app/format.js';
import { oneAtATime } from '../app/one-at-a-time.js';

/** @param {HTMLElement} section @param {{kept: import('./kept.js').KeptVideos, isOnline: () => boolean}} ports */
export async function startKeptList(section, { kept, isOnline }) {
    const show = async () => {
        const videos = await kept.list();
        section.hidden = videos.length === 0;
        const bytes = videos.reduce((sum, { done }) => sum + done, 0);
        setText(find('[data-kept-total]', section), message('kept-total', { count: videos.length, size: megabytes(bytes) }));
        find('[data-kept-lines]', section).replaceChildren(...videos.map((one) => {
            const line = fromTemplate('template[data-kept-line]', section);
            const link = /** @type {HTMLAnchorElement} */ (find('a', line));
            link.textContent = one.title;
            link.href = one.page;
            const whole = one.done === one.bytes;
            find('[data-size]', line).textContent =
                message(whole ? 'kept-size' : 'kept-part', { done: megabytes(one.done), total: megabytes(one.bytes) });
            find('button', line).addEventListener('click', oneAtATime(async () => {
                await kept.remove(one.video);
                await show();
            }));
            return line;
        }));
    };
    await kept.removeOthers();
    await show();
    if (isOnline() && !section.hidden) {
        for (const { video } of await kept.list()) {
            await kept.removeIfGone(video).catch((fault) => console.warn('not asked:', fault));
        }
        await show();
    }
}
