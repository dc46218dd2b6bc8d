/** The open camera, before the first take and between two of them. */

import { find, message, setText } from '../../app/dom.js';
import { minutes } from '../../app/format.js';
import { recordedMs } from '../attempt/attempt.js';
import { megabytesFor } from '../recording/camera.js';
import { lostMs } from '../recording/heartbeat.js';
import { showLost, showLostAtStart } from './lost-seconds.js';
import { showStage, stageNamed } from './stages.js';

/**
 * Says what was recorded so far, and what a minute costs.
 *
 * @param {HTMLElement} root
 * @param {import('../attempt/attempt.js').Attempt} attempt
 * @param {boolean} wifiOnly
 */
export function showReady(root, attempt, wifiOnly) {
    const begun = attempt.takes.length > 0;
    if (begun) {
        setText(find('[data-so-far]', root), message('so-far', { time: minutes(recordedMs(attempt)) }));
        showLost(stageNamed(root, 'paused'), lostMs(attempt));
    }
    const ready = stageNamed(root, 'ready');
    showLostAtStart(ready, begun ? undefined : attempt.lostAtStartMs);
    setText(find('[data-what]', ready), attempt.plan.title);
    find('[data-viewers]', root).hidden = !attempt.audience;
    const mb = megabytesFor(60, attempt.soundOnly);
    const minute = attempt.onSite ? 'a-minute-on-site' : wifiOnly ? 'a-minute-wifi' : 'a-minute';
    setText(find('[data-a-minute]', root), message(minute, { mb }));
    showStage(root, begun ? 'paused' : 'ready');
}
