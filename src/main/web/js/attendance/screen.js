/** Shows the code of the moment and for how long. */

import { clock } from '../app/clock.js';
import { remember, remembered } from '#app/settings.js';
import { dataOf, find, message, setText } from '../app/dom.js';
import { createCodes } from './codes.js';
import { unpacked } from './qr.js';

/** @typedef {import('./codes.js').Codes} Codes */

const SECOND = 1_000;
const QUIET_ZONE = 4;
/** With so few codes left the next hours are fetched: half an hour. */
const FEW = 90;
/** How far the server's clock was ahead of the phone's, remembered for a start without a network. */
const AHEAD = 'server-clock-ahead';
const SVG = 'http://www.w3.org/2000/svg';

/**
 * @param {{http: import('../app/http.js').HttpClient}} ports
 * @returns {(serverNow: number) => void} to be told what the server's clock says
 */
export function startScreen({ http }) {
    const page = find('.teach');
    const box = /** @type {HTMLElement | null} */ (document.querySelector('[data-qr]'));
    if (!box) {
        return () => {};
    }
    const codes = createCodes(clock);
    /** @param {number} serverNow */
    const setServerTime = (serverNow) => {
        codes.setServerTime(serverNow);
        remember(AHEAD, String(serverNow - clock.now()));
    };
    codes.set({
        from: Number(dataOf(page, 'from')),
        step: Number(dataOf(page, 'step')),
        packed: dataOf(page, 'codes').split(' '),
    });
    codes.setServerTime(clock.now() + Number(remembered(AHEAD) ?? 0));
    let shown = '';
    let asked = 0;

    const fetchMore = async () => {
        /** @type {Codes} */
        const more = await http.json('GET', `/api/attendance/sessions/${dataOf(page, 'session')}/codes`);
        if (more.packed.length) {
            codes.set(more);
        }
    };

    const tick = () => {
        const now = codes.current();
        box.hidden = !now;
        if (now && now.packed !== shown) {
            shown = now.packed;
            box.replaceChildren(drawn(shown));
        }
        setText(find('[data-next]'), now ? message('next', { seconds: Math.ceil(now.leftMs / SECOND) }) : '');
        setText(find('[data-until]'), now ? message('until', { time: timeOf(now.untilMs) }) : '');
        // Tried once a minute while they run out.
        if ((!now || now.left < FEW) && clock.now() - asked > 60 * SECOND) {
            asked = clock.now();
            fetchMore().catch((fault) => console.warn('codes:', fault));
        }
        clock.after(SECOND, tick);
    };
    tick();
    return setServerTime;
}

/** @param {number} ms */
export function timeOf(ms) {
    return new Date(ms).toLocaleTimeString('zh-CN', { hour: '2-digit', minute: '2-digit', hour12: false, timeZone: 'Asia/Shanghai' });
}

/** @param {string} packed */
function drawn(packed) {
    const { size, path } = unpacked(packed);
    const svg = document.createElementNS(SVG, 'svg');
    const whole = size + 2 * QUIET_ZONE;
    svg.setAttribute('viewBox', `${-QUIET_ZONE} ${-QUIET_ZONE} ${whole} ${whole}`);
    svg.setAttribute('role', 'img');
    svg.setAttribute('aria-label', find('h1').textContent ?? '');
    const lines = document.createElementNS(SVG, 'path');
    lines.setAttribute('d', path);
    svg.append(lines);
    return svg;
}
