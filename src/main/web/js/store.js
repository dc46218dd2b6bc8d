/** Bringing in an order file: first what would come of it, then the import. The bytes go as they are, never as a form. */

for (const form of document.querySelectorAll('form[data-orders]')) {
    form.addEventListener('submit', (event) => {
        event.preventDefault();
        send(form, event.submitter.value === 'true');
    });
    form.addEventListener('change', () => {
        take(form).disabled = true;
        report(form).replaceChildren();
    });
}

/**
 * @param {HTMLFormElement} form
 * @param {boolean} dryRun
 */
async function send(form, dryRun) {
    const words = form.dataset;
    const file = form.elements.file.files[0];
    for (const button of form.querySelectorAll('button')) {
        button.disabled = true;
    }
    say(form, words.reading);
    try {
        const answer = await fetch(`${words.orders}?platform=${form.elements.platform.value}&dryRun=${dryRun}`, {
            method: 'POST',
            headers: { 'Content-Type': 'application/octet-stream', Accept: 'application/json', 'X-Requested-With': 'JavaScript' },
            body: file,
        });
        if (answer.status === 499) {
            location.reload(); // by way of the sign-in
            return;
        }
        const told = await answer.json();
        if (!answer.ok) {
            say(form, told.errors?.[0]?.message ?? told.detail ?? told.title, true);
        } else if (dryRun) {
            show(form, words.would, told);
            take(form).disabled = false;
        } else {
            location.reload();
            return;
        }
    } catch (fault) {
        console.warn('not sent:', fault);
        say(form, document.body.dataset.unsent, true);
    }
    form.querySelector('[value="true"]').disabled = false;
}

/** @param {HTMLFormElement} form */
function take(form) {
    return form.querySelector('[value="false"]');
}

/** @param {HTMLFormElement} form */
function report(form) {
    return form.querySelector('.report');
}

/**
 * @param {HTMLFormElement} form
 * @param {string} text
 * @param {boolean} bad
 */
function say(form, text, bad = false) {
    const line = document.createElement('p');
    line.textContent = text;
    line.className = bad ? 'notice bad' : 'quiet';
    report(form).replaceChildren(line);
}

/**
 * @param {HTMLFormElement} form
 * @param {string} lead
 * @param {{rejected: {line: number, message: string}[]}} told
 */
function show(form, lead, told) {
    say(form, `${lead} ${filled(form.dataset.report, { ...told, rejected: told.rejected.length })}`);
    report(form).firstChild.className = 'notice';
    const list = document.createElement('ul');
    for (const row of told.rejected) {
        const item = document.createElement('li');
        item.textContent = filled(form.dataset.row, row);
        list.append(item);
    }
    if (told.rejected.length > 0) {
        report(form).append(list);
    }
}

/**
 * @param {string} pattern with places such as `[line]`
 * @param {Record<string, unknown>} values
 */
function filled(pattern, values) {
    return pattern.replace(/\[(\w+)\]/g, (_, name) => String(values[name]));
}
