/** The certificate as a picture to save or send, drawn from the page. */

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
    if (!pen) {
        throw new Error('this browser draws no pictures');
    }
    const text = (/** @type {string} */ part) => textOf(find(`[data-part="${part}"]`, paper));
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
    qr(pen, drawing('.qr', paper), 330, 610, 420);
    write(pen, text('serial'), 1110, 44, INK, 700);
    write(pen, text('issued'), 1180, 40, INK);
    seal(pen, drawing('.seal', paper), 830, 1290, 130);
    return canvas;
}

/** @param {string} selector @param {HTMLElement} paper */
function drawing(selector, paper) {
    const found = paper.querySelector(selector);
    if (!(found instanceof SVGSVGElement)) {
        throw new Error(`the certificate lacks ${selector}`);
    }
    return found;
}

/** @param {Element} element */
function textOf(element) {
    return element.textContent?.trim() ?? '';
}

/** @param {SVGSVGElement} svg */
function shapeOf(svg) {
    return new Path2D(svg.querySelector('path')?.getAttribute('d') ?? '');
}

/**
 * Writes a line, made smaller until it fits between the edges.
 *
 * @param {CanvasRenderingContext2D} pen
 * @param {string} words
 * @param {number} y
 * @param {number} size
 * @param {string} colour
 * @param {number} [weight]
 */
function write(pen, words, y, size, colour, weight = 400) {
    pen.fillStyle = colour;
    let fits = size;
    do {
        pen.font = `${weight} ${fits}px system-ui, sans-serif`;
        fits -= 2;
    } while (pen.measureText(words).width > WIDTH - 160 && fits > 20);
    pen.fillText(words, MIDDLE, y);
}

/**
 * @param {CanvasRenderingContext2D} pen
 * @param {SVGSVGElement} svg
 * @param {number} x
 * @param {number} y
 * @param {number} side
 */
function qr(pen, svg, x, y, side) {
    pen.fillStyle = '#fff';
    pen.fillRect(x, y, side, side);
    pen.save();
    pen.translate(x, y);
    pen.scale(side / svg.viewBox.baseVal.width, side / svg.viewBox.baseVal.width);
    pen.fillStyle = '#000';
    pen.fill(shapeOf(svg));
    pen.restore();
}

/**
 * The same seal as on the page.
 *
 * @param {CanvasRenderingContext2D} pen
 * @param {SVGSVGElement} svg
 * @param {number} x
 * @param {number} y
 * @param {number} radius
 */
function seal(pen, svg, x, y, radius) {
    pen.save();
    pen.translate(x - radius, y - radius);
    pen.scale(radius / 60, radius / 60);
    pen.strokeStyle = RED;
    pen.fillStyle = RED;
    pen.lineWidth = 3;
    pen.stroke(new Path2D('M60 4a56 56 0 1 0 .01 0z'));
    pen.fill(shapeOf(svg));
    svg.querySelectorAll('text').forEach((line) => {
        pen.font = `700 ${line.dataset.size}px system-ui, sans-serif`;
        pen.fillText(textOf(line), 60, Number(line.getAttribute('y')), 92);
    });
    pen.restore();
}

/**
 * A browser inside another app can save a picture only by a long press, so the picture is shown beside the buttons.
 *
 * @param {HTMLCanvasElement} canvas
 * @param {string} name
 */
function show(canvas, name) {
    const dialog = /** @type {HTMLDialogElement} */ (find('[data-picture-dialog]'));
    /** @type {HTMLImageElement} */ (find('img', dialog)).src = canvas.toDataURL('image/png');
    const link = /** @type {HTMLAnchorElement} */ (find('a', dialog));
    canvas.toBlob((blob) => {
        if (!blob) {
            throw new Error('the picture cannot be made');
        }
        const file = new File([blob], name, { type: 'image/png' });
        link.href = URL.createObjectURL(blob);
        link.download = name;
        const share = /** @type {HTMLButtonElement} */ (find('[data-share]', dialog));
        share.hidden = !navigator.canShare?.({ files: [file] });
        share.onclick = () =>
            navigator.share({ files: [file], title: document.title }).catch((closed) => console.info('not shared:', closed.message));
        dialog.showModal();
    }, 'image/png');
}
