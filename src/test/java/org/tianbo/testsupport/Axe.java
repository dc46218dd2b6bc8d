package org.tianbo.testsupport;

import com.deque.html.axecore.playwright.AxeBuilder;
import com.deque.html.axecore.results.Node;
import com.deque.html.axecore.results.Rule;
import com.microsoft.playwright.Page;
import java.util.List;

/** WCAG 2.1 AA, as far as axe-core can tell. */
public final class Axe {

    private static final List<String> WCAG = List.of("wcag2a", "wcag2aa", "wcag21aa");

    private Axe() {}

    /** What breaks a rule on the page as it stands: the rule and the elements, a line each; empty when nothing does. */
    public static List<String> findings(Page page) {
        // Otherwise it opens a page of its own each time, to gather what it found in frames: a second more, and we have
        // no frames.
        return new AxeBuilder(page)
                .setLegacyMode(true).withTags(WCAG).analyze().getViolations().stream()
                        .map(Axe::line)
                        .toList();
    }

    private static String line(Rule broken) {
        return broken.getId() + " (" + broken.getHelp() + ") at "
                + broken.getNodes().stream().map(Node::getHtml).toList();
    }
}
