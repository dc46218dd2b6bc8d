/** Bringing in an order file: first what would come of it, then the import. The bytes go as they are, never as a form. */

/** More are for a file to mend than for a screen. */
const ROWS_SHOWN = 100;

for (const form of document.querySelectorAll('form[data-orders]')) {
    form.addEventListener('submit', (event) => {
        event.preventDefault();
        if (event.submitter === rejectedFile(form)) {
            download(form);
        } else {
            send(form, event.submitter.value === 'true');
        }
    });
    form.addEventListener('change', () => {
        take(form).disabled = true;
        rejectedFile(form).hidden = true;
        report(form).replaceChildren();
    });
}

/**
 * @param {HTMLFormElement} form
 * @param {boolean} dryRun
 */
async function send(form, dryRun) {
    const words = form.dataset;
    for (const button of form.querySelectorAll('button')) {
        button.disabled = true;
    }
    say(form, words.reading);
    try {
        const answer = await post(form, `?platform=${form.elements.platform.value}&dryRun=${dryRun}`);
        if (answer.status === 401) {
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

/**
 * The chosen file goes to where the form's orders go.
 *
 * @param {HTMLFormElement} form
 * @param {string} rest of the address
 */
function post(form, rest) {
    return fetch(form.dataset.orders + rest, {
        method: 'POST',
        headers: {
            'Content-Type': 'application/octet-stream',
            Accept: 'application/json, text/csv',
            'X-Requested-With': 'JavaScript',
        },
        body: form.elements.file.files[0],
    });
}

/**
 * Saves the rows that could not be read, to be mended. The server keeps none of them, so it is asked with the file.
 *
 * @param {HTMLFormElement} form
 */
async function download(form) {
    try {
        const answer = await post(form, `/rejected?platform=${form.elements.platform.value}`);
        if (!answer.ok) {
            throw new Error(String(answer.status));
        }
        const link = document.createElement('a');
        link.href = URL.createObjectURL(await answer.blob());
        link.download = `${form.elements.file.files[0].name.replace(/\.\w+$/, '')}-rejected.csv`;
        link.click();
        URL.revokeObjectURL(link.href);
    } catch (fault) {
        console.warn('not downloaded:', fault);
        say(form, document.body.dataset.unsent, true);
    }
}

/** @param {HTMLFormElement} form */
function rejectedFile(form) {
    return form.querySelector('[value="rejected"]');
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
    for (const row of told.rejected.slice(0, ROWS_SHOWN)) {
        for (const fault of row.faults) {
            const item = document.createElement('li');
            const value = fault.value ? ` “${fault.value}”` : '';
            item.textContent = filled(form.dataset.row, { line: row.line, message: fault.message + value });
            list.append(item);
        }
    }
    if (told.rejected.length > ROWS_SHOWN) {
        const item = document.createElement('li');
        item.textContent = filled(form.dataset.leftOut, { count: told.rejected.length - ROWS_SHOWN });
        list.append(item);
    }
    if (told.rejected.length > 0) {
        report(form).append(list);
    }
    rejectedFile(form).hidden = told.rejected.length === 0;
    rejectedFile(form).disabled = false;
}

/**
 * @param {string} pattern with places such as `[line]`
 * @param {Record<string, unknown>} values
 */
function filled(pattern, values) {
    return pattern.replace(/\[(\w+)\]/g, (_, name) => String(values[name]));
}
