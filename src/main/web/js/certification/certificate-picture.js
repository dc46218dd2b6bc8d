/** The certificate as a picture, drawn from the page itself: to keep, or to send on. */

import { find } from '../app/dom.js';

const WIDTH = 1080;
const HEIGHT = 1500;
const MIDDLE = WIDTH / 2;
const INK = '#1d2721';
const RED = '#a9321a';

export function startCertificatePicture() {
    const button = document.querySelector('[data-picture]');
    if (button instanceof HTMLButtonElement) {
        button.hidden = false;
        button.addEventListener('click', () => show(draw(find('.paper')), `${button.dataset.picture}.png`));
    }
}

/** @param {HTMLElement} paper @returns {HTMLCanvasElement} */
function draw(paper) {
    const canvas = Object.assign(document.createElement('canvas'), { width: WIDTH, height: HEIGHT });
    const pen = canvas.getContext('2d');
    const text = (part) => paper.querySelector(`[data-part="${part}"]`).textContent.trim();
    pen.fillStyle = '#fffdf7';
    pen.fillRect(0, 0, WIDTH, HEIGHT);
    pen.strokeStyle = '#d9930d';
    for (const [inset, width] of [
        [30, 8],
        [50, 2],
    ]) {
        pen.lineWidth = width;
        pen.strokeRect(inset, inset, WIDTH - 2 * inset, HEIGHT - 2 * inset);
    }
    pen.textAlign = 'center';
    write(pen, text('county'), 150, 44, INK);
    write(pen, text('word'), 290, 110, RED, 700);
    write(pen, text('name'), 440, 84, INK, 700);
    write(pen, text('says'), 550, 44, INK);
    qr(pen, paper.querySelector('.qr'), 330, 610, 420);
    write(pen, text('serial'), 1110, 44, INK, 700);
    write(pen, text('issued'), 1180, 40, INK);
    seal(pen, paper.querySelector('.seal'), 830, 1290, 130);
    return canvas;
}

/** A line is made smaller until it fits between the edges. */
function write(pen, words, y, size, colour, weight = 400) {
    pen.fillStyle = colour;
    let fits = size;
    do {
        pen.font = `${weight} ${fits}px system-ui, sans-serif`;
        fits -= 2;
    } while (pen.measureText(words).width > WIDTH - 160 && fits > 20);
    pen.fillText(words, MIDDLE, y);
}

function qr(pen, drawing, x, y, side) {
    pen.fillStyle = '#fff';
    pen.fillRect(x, y, side, side);
    pen.save();
    pen.translate(x, y);
    pen.scale(side / drawing.viewBox.baseVal.width, side / drawing.viewBox.baseVal.width);
    pen.fillStyle = '#000';
    pen.fill(new Path2D(drawing.querySelector('path').getAttribute('d')));
    pen.restore();
}

/** The same seal as on the page. */
function seal(pen, drawing, x, y, radius) {
    pen.save();
    pen.translate(x - radius, y - radius);
    pen.scale(radius / 60, radius / 60);
    pen.strokeStyle = RED;
    pen.fillStyle = RED;
    pen.lineWidth = 3;
    pen.stroke(new Path2D('M60 4a56 56 0 1 0 .01 0z'));
    pen.fill(new Path2D(drawing.querySelector('path').getAttribute('d')));
    drawing.querySelectorAll('text').forEach((line) => {
        pen.font = `700 ${line.dataset.size}px system-ui, sans-serif`;
        pen.fillText(line.textContent, 60, Number(line.getAttribute('y')), 92);
    });
    pen.restore();
}

/**
 * A browser inside another app keeps a picture by a long press only: so it is shown, beside the buttons.
 *
 * @param {HTMLCanvasElement} canvas
 * @param {string} name
 */
function show(canvas, name) {
    const dialog = /** @type {HTMLDialogElement} */ (find('[data-picture-dialog]'));
    dialog.querySelector('img').src = canvas.toDataURL('image/png');
    const link = /** @type {HTMLAnchorElement} */ (dialog.querySelector('a'));
    canvas.toBlob((blob) => {
        const file = new File([blob], name, { type: 'image/png' });
        link.href = URL.createObjectURL(blob);
        link.download = name;
        const share = /** @type {HTMLButtonElement} */ (dialog.querySelector('[data-share]'));
        share.hidden = !navigator.canShare?.({ files: [file] });
        share.onclick = () =>
            navigator.share({ files: [file], title: document.title }).catch((closed) => console.info('not shared:', closed.message));
        dialog.showModal();
    }, 'image/png');
}
