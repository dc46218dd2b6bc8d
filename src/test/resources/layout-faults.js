/**
 * What is wrong with how a trainee's page lies on the screen: wider than it, a number broken over two lines, texts over each
 * other, something to press that a thumb misses. A link inside a sentence may be as small as its words.
 */
() => {
    const found = new Set();
    const width = document.documentElement.clientWidth;
    const name = (element) => {
        const text = (element.textContent || element.ariaLabel || '').trim().replace(/\s+/g, ' ').slice(0, 40);
        return `<${element.tagName.toLowerCase()}> ${text}`;
    };
    const shown = (element) =>
        element.checkVisibility({ opacityProperty: true, visibilityProperty: true }) && !element.closest('.sr-only, .heard');

    if (document.scrollingElement.scrollWidth > width + 1) {
        found.add(`the page is ${document.scrollingElement.scrollWidth} wide`);
    }

    for (const dialog of document.querySelectorAll('dialog:not([open])')) {
        if (shown(dialog)) {
            found.add(`shown before anybody asked: ${name(dialog)}`);
        }
    }

    const texts = [];
    const walker = document.createTreeWalker(document.body, NodeFilter.SHOW_TEXT);
    for (let node = walker.nextNode(); node; node = walker.nextNode()) {
        const parent = node.parentElement;
        if (!node.data.trim() || parent.closest('script, style, svg, option') || !shown(parent)) {
            continue;
        }
        const range = document.createRange();
        // An address is passed on and not read.
        const numbers = parent.closest('[data-link]') ? [] : node.data.matchAll(/\d[\d.,:%]*\d/g);
        for (const { 0: number, index } of numbers) {
            range.setStart(node, index);
            range.setEnd(node, index + number.length);
            if (new Set([...range.getClientRects()].map(({ top }) => Math.round(top))).size > 1) {
                found.add(`${number} is broken in ${name(parent)}`);
            }
        }
        range.selectNodeContents(node);
        for (const rect of range.getClientRects()) {
            if (rect.width >= 1 && (rect.right > width + 1 || rect.left < -1)) {
                found.add(`off the screen: ${name(parent)}`);
            }
            // What sticks to the bottom lies over the page by design.
            if (rect.width >= 1 && !parent.closest('.thumb, .toast, dialog, .menu > div')) {
                texts.push({ rect, parent });
            }
        }
    }

    texts.sort((one, other) => one.rect.top - other.rect.top);
    texts.forEach((one, index) => {
        for (let at = index + 1; at < texts.length && texts[at].rect.top < one.rect.bottom; at++) {
            const other = texts[at];
            const across = Math.min(one.rect.right, other.rect.right) - Math.max(one.rect.left, other.rect.left);
            const down = Math.min(one.rect.bottom, other.rect.bottom) - Math.max(one.rect.top, other.rect.top);
            const lines = Math.min(one.rect.height, other.rect.height);
            if (across > 2 && down > lines * 0.35 && !one.parent.contains(other.parent) && !other.parent.contains(one.parent)) {
                found.add(`over each other: ${name(one.parent)} and ${name(other.parent)}`);
            }
        }
    });

    const targets = 'a[href], button, summary, select, textarea, label:has([type=radio], [type=checkbox]),'
        + ' input:not([type=hidden], [type=radio], [type=checkbox])';
    for (const target of document.querySelectorAll(targets)) {
        const sentence = target.closest('p, dd, blockquote');
        const inSentence = sentence
            && target.tagName === 'A'
            && getComputedStyle(target).display === 'inline'
            && sentence.textContent.trim() !== target.textContent.trim();
        const { width: across, height: down } = target.getBoundingClientRect();
        if (shown(target) && !inSentence && across > 0 && (down < 59.5 || across < 40)) {
            found.add(`${Math.round(across)} by ${Math.round(down)}: ${name(target)}`);
        }
    }
    return [...found];
};
