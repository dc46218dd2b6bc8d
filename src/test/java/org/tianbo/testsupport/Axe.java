package org.tianbo.testsupport;

import com.deque.html.axecore.playwright.AxeBuilder;
import com.microsoft.playwright.BrowserContext;
import com.microsoft.playwright.Page;
import java.util.List;

/** WCAG 2.1 AA, as far as axe-core can tell. */
public final class Axe {

    private static final List<String> WCAG = List.of("wcag2a", "wcag2aa", "wcag21aa");

    /** The rule that is broken and the elements that break it, a line a rule. */
    private static final String FINDINGS =
            """
            async (tags) => {
              const seen = await axe.run({ runOnly: { type: 'tag', values: tags }, resultTypes: ['violations'] });
              return seen.violations.map(({ id, help, nodes }) => `${id} (${help}) at ${nodes.map(({ html }) => html)}`);
            }
            """;

    private Axe() {}

    /**
     * Has each page that opens here from now on bring axe along. Half a megabyte of script is then compiled once, not
     * sent to and compiled by each page that is looked at, which takes longer than the looking.
     */
    public static BrowserContext in(BrowserContext context) {
        context.addInitScript(AxeBuilder.getAxeScript());
        return context;
    }

    /**
     * What breaks a rule on the page as it stands; empty when nothing does.
     *
     * @param page opened in a context that was made ready by {@link #in}
     */
    @SuppressWarnings("unchecked")
    public static List<String> findings(Page page) {
        return (List<String>) page.evaluate(FINDINGS, WCAG);
    }
}
