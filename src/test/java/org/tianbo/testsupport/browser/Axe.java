package org.tianbo.testsupport.browser;

import com.deque.html.axecore.playwright.AxeBuilder;
import com.microsoft.playwright.BrowserContext;
import com.microsoft.playwright.Page;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** WCAG 2.2 AA, as far as axe-core can tell. */
public final class Axe {

    private static final List<String> WCAG = List.of("wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "wcag22aa");

    /**
     * The rule that is broken and the elements that break it, a line a rule; and which looks of a text are now known to
     * be readable.
     *
     * <p>Contrast takes four fifths of all the looking, and is a matter of a text's own look and of what lies beneath
     * it. What looked the same on another page is not measured again. Of the lines of a list or table that are built
     * alike the first few stand for all: the others are out of the page while it is looked at. What sticks to an edge
     * stands in its own place meanwhile: it always covers something that one can scroll to.
     */
    private static final String FINDINGS =
            """
            async ([tags, readable]) => {
              const FEW = 5;
              const known = new Set(readable);
              const built = (one) => [one.tagName, one.className, one.hidden,
                ...[...one.attributes].map(({ name, value }) => name + (value ? '=' : '')).sort(),
                '(', ...[...one.childNodes].map((node) => node.nodeType === Node.ELEMENT_NODE ? built(node)
                  : node.nodeType === Node.TEXT_NODE && node.data.trim() ? 'text' : ''), ')'].join(' ');
              const out = [];
              for (const all of [...document.querySelectorAll('body *')].filter(({ children }) => children.length > \
              FEW)) {
                const alike = new Map();
                for (const one of [...all.children].filter((each) => !each.matches('td, th, option'))) {
                  const as = built(one);
                  alike.set(as, (alike.get(as) ?? 0) + 1);
                  if (alike.get(as) > FEW) {
                    const place = document.createComment('');
                    one.replaceWith(place);
                    out.push([place, one]);
                  }
                }
              }
              const sticking = [...document.querySelectorAll('body *')]
                .filter((one) => getComputedStyle(one).position === 'sticky');
              sticking.forEach((one) => one.style.setProperty('position', 'static', 'important'));
              const beneath = new Map();
              const ground = (one) => {
                if (!one) return '';
                if (!beneath.has(one)) {
                  const { backgroundColor, backgroundImage, opacity, filter, mixBlendMode, position, zIndex } =
                    getComputedStyle(one);
                  beneath.set(one, [ground(one.parentElement), one.tagName, backgroundColor, backgroundImage, opacity,
                    filter, mixBlendMode, position, zIndex].join());
                }
                return beneath.get(one);
              };
              const short = (text) => {
                let sum = 0n;
                for (let at = 0; at < text.length; at++) {
                  sum = BigInt.asUintN(64, sum * 1099511628211n + BigInt(text.charCodeAt(at)));
                }
                return sum.toString(36);
              };
              const look = (one) => {
                const { color, fontSize, fontWeight, textShadow } = getComputedStyle(one);
                return [ground(one), one.disabled, color, fontSize, fontWeight, textShadow].join();
              };
              const says = (one) => one.matches('input, select, textarea')
                || [...one.childNodes].some((node) => node.nodeType === Node.TEXT_NODE && node.data.trim());
              const shorts = new Map();
              const texts = [...document.querySelectorAll('body, body *')]
                .filter((one) => says(one) && one.checkVisibility())
                .map((one) => {
                  const whole = look(one);
                  if (!shorts.has(whole)) shorts.set(whole, short(whole));
                  return [one, shorts.get(whole)];
                })
                .filter(([, its]) => !known.has(its));
              const resultTypes = ['violations'];
              const found = [];
              const seen = await axe.run({ runOnly: { type: 'tag', values: tags }, resultTypes,
                rules: { 'color-contrast': { enabled: false } } });
              found.push(...seen.violations);
              const unknown = new Set(texts.map(([, its]) => its));
              if (texts.length > 0) {
                const contrast = await axe.run({ include: texts.map(([one]) => one) },
                  { runOnly: { type: 'rule', values: ['color-contrast'] }, resultTypes });
                found.push(...contrast.violations);
                if (contrast.violations.length > 0) unknown.clear();
              }
              sticking.forEach((one) => one.style.removeProperty('position'));
              out.forEach(([place, one]) => place.replaceWith(one));
              return {
                faults: found.map(({ id, help, nodes }) => `${id} (${help}) at ${nodes.map(({ html }) => html)}`),
                readable: [...unknown],
              };
            }
            """;

    /** Looks of a text that were readable, in this process. */
    private static final Set<String> READABLE = new HashSet<>();

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
        Map<String, List<String>> reported =
                (Map<String, List<String>>) page.evaluate(FINDINGS, List.of(WCAG, List.copyOf(READABLE)));
        READABLE.addAll(reported.get("readable"));
        return reported.get("faults");
    }
}
