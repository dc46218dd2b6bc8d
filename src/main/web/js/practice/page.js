/** What all practice pages share. No sentence stands in a script: each comes from a `<template data-say="…">` of the page. */

import { confirmed } from '../shared/dialog.js';

/** @template {Element} T @param {string} selector @param {ParentNode} [within] @returns {T} */
export function one(selector, within = document) {
    const found = within.querySelector(selector);
    if (!found) {
        throw new Error(`the page lacks ${selector}`);
    }
    return /** @type {any} */ (found);
}

/**
 * A sentence of the page with its `[blanks]` filled in.
 *
 * @param {string} name
 * @param {Record<string, string | number>} [blanks]
 */
export function say(name, blanks = {}) {
    const text = one(`template[data-say="${name}"]`).content.textContent.trim();
    return text.replace(/\[(\w+)]/g, (whole, blank) => String(blanks[blank] ?? whole));
}

/** Whether the page has such a sentence. @param {string} name */
export function canSay(name) {
    return document.querySelector(`template[data-say="${name}"]`) !== null;
}

/**
 * Writes only what changed, so that a screen reader is not told the same thing every second.
 *
 * @param {Element} element
 * @param {string} text
 */
export function setText(element, text) {
    if (element.textContent !== text) {
        element.textContent = text;
    }
}

/** @param {number} ms @returns {string} 03:07 */
export function clock(ms) {
    const seconds = Math.max(0, Math.floor(ms / 1000));
    return `${String(Math.floor(seconds / 60)).padStart(2, '0')}:${String(seconds % 60).padStart(2, '0')}`;
}

/** @param {number} bytes @returns {string} megabytes as people read them: 0.4, 12.4, 240 */
export function megabytes(bytes) {
    const mb = bytes / 1_000_000;
    return mb < 100 ? mb.toFixed(1) : String(Math.round(mb));
}

/**
 * Asks in a `<dialog>` of the page whose buttons close it with a value.
 *
 * @param {string} name
 * @param {Record<string, string | number>} [blanks] for the element `[data-blank]` inside
 * @returns {Promise<boolean>} whether "yes" was tapped
 */
export function ask(name, blanks) {
    const dialog = /** @type {HTMLDialogElement} */ (one(`dialog[data-ask="${name}"]`));
    if (blanks) {
        setText(one('[data-blank]', dialog), say(name, blanks));
    }
    return confirmed(dialog);
}

/** The camera's page works without the network: the attempt's name stands after the `#`. @param {string} id */
export function cameraPage(id) {
    return `/practice/camera#${id}`;
}
