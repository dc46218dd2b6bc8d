package org.tianbo.testsupport.browser;

import com.microsoft.playwright.Browser;
import com.microsoft.playwright.BrowserContext;
import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.WaitForSelectorState;
import org.tianbo.testsupport.TianboServices;
import org.tianbo.testsupport.http.PageSession;

/** The sign-in page as a person meets it. */
public final class SignInPage {

    private SignInPage() {}

    /**
     * A browser of its own in which that login has signed in and come to the page, at 1280×800 and in Chinese. For
     * tests of the signing in; {@link #open} costs less.
     */
    public static Page signedIn(Browser browser, String login, String path) {
        Page page = laptop(browser).newPage();
        page.navigate(path);
        signIn(page, login);
        return page;
    }

    /** The same, with a session that exists already. */
    public static Page open(Browser browser, String login, String path) {
        BrowserContext context = laptop(browser);
        PageSession.of(login).enter(context);
        Page page = context.newPage();
        page.navigate(path);
        return page;
    }

    private static BrowserContext laptop(Browser browser) {
        return browser.newContext(new Browser.NewContextOptions()
                .setBaseURL(TianboServices.SITE)
                .setLocale("zh-CN")
                .setViewportSize(1280, 800));
    }

    /** A browser that was signed in before is shown the keys of a PIN first. */
    public static void signIn(Page page, String login) {
        if (page.locator("#type-it").isVisible()) {
            page.locator("#type-it").click();
        }
        page.locator("#username").fill(login);
        page.locator("#password").fill("tianbo-demo");
        page.locator("#kc-login").click();
        page.locator("#password").waitFor(new Locator.WaitForOptions().setState(WaitForSelectorState.DETACHED));
    }
}
