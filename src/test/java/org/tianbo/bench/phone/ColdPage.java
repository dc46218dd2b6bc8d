package org.tianbo.bench.phone;

import com.microsoft.playwright.Browser;
import com.microsoft.playwright.BrowserContext;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.LoadState;
import com.microsoft.playwright.options.ServiceWorkerPolicy;
import java.util.concurrent.atomic.AtomicLong;
import org.tianbo.testsupport.browser.Chromium;

/** A page as a phone opens it for the first time. */
public final class ColdPage {

    private ColdPage() {}

    /** What goes up for a page that nothing is kept of: every request's line, headers and body. */
    public static long sentBytes(BrowserContext signedIn, String address) {
        try (BrowserContext cold = Chromium.plain()
                .newContext(new Browser.NewContextOptions().setServiceWorkers(ServiceWorkerPolicy.BLOCK))) {
            cold.addCookies(signedIn.cookies(address));
            AtomicLong sent = new AtomicLong();
            Page page = cold.newPage();
            page.onRequestFinished(request -> {
                var sizes = request.sizes();
                sent.addAndGet(sizes.requestHeadersSize + sizes.requestBodySize);
            });
            page.navigate(address);
            page.waitForLoadState(LoadState.NETWORKIDLE);
            return sent.get();
        }
    }
}
