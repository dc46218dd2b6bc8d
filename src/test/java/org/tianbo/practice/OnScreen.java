package org.tianbo.practice;

import com.microsoft.playwright.Page;

/** What a page shows, for the words of a test that waited in vain. */
public final class OnScreen {

    /** The camera's page names its stage. */
    private static final String SHOWN =
            """
            () => {
                const { dataset: { now = '' } = {} } = document.querySelector('[data-now]') ?? {};
                return `${location.pathname} ${now}: ${document.body.innerText.replace(/\\s+/g, ' ').slice(0, 1500)}`;
            }""";

    private OnScreen() {}

    public static String of(Page page) {
        return (String) page.evaluate(SHOWN);
    }
}
