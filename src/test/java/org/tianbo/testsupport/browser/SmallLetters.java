package org.tianbo.testsupport.browser;

import com.microsoft.playwright.Page;
import java.util.List;

/** Words on a trainee's page that are smaller than 18 px. */
public final class SmallLetters {

    private static final String SMALL =
            """
            () => [...document.querySelectorAll('body *')]
                .filter((one) => one.checkVisibility() && !one.closest('.sr-only, svg, option'))
                .filter((one) => [...one.childNodes].some((node) => node.nodeType === 3 && node.data.trim()))
                .filter((one) => parseFloat(getComputedStyle(one).fontSize) < 18)
                .map((one) => one.outerHTML.slice(0, 120))""";

    private SmallLetters() {}

    /** @return the beginning of each element that has such words */
    public static List<?> on(Page page) {
        return (List<?>) page.evaluate(SMALL);
    }
}
