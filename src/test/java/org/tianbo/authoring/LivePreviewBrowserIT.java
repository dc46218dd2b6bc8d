package org.tianbo.authoring;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.FrameLocator;
import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.AriaRole;
import io.quarkus.test.common.TestResourceScope;
import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.tianbo.people.Counties;
import org.tianbo.platform.security.Roles;
import org.tianbo.testsupport.Newcomers;
import org.tianbo.testsupport.TianboServices;
import org.tianbo.testsupport.browser.Chromium;
import org.tianbo.testsupport.browser.SignInPage;

/** While somebody writes, the frame shows what a phone will show, and faults are named by the line they stand in. */
@QuarkusTest
@WithTestResource(value = TianboServices.class, scope = TestResourceScope.GLOBAL)
class LivePreviewBrowserIT {

    private static final String COUNTY = "preview-county";
    private static final String WRITER = "watches-the-preview";

    @Inject
    Newcomers newcomers;

    @Inject
    Counties counties;

    @Test
    void whatIsTypedIsShownAndCheckedWithoutBeingSaved() {
        counties.open(COUNTY, "预览县", "Preview county");
        newcomers.join(COUNTY, WRITER, Roles.MENTOR);
        Page page = SignInPage.open(Chromium.plain(), WRITER, "/content/lessons/show-it-close");
        try {
            FrameLocator phone = page.frameLocator("iframe");
            assertThat(phone.getByRole(AriaRole.HEADING).first()).isVisible();
            Locator text = page.getByLabel(Pattern.compile("^中文课文"));
            String before = text.inputValue();

            text.fill(before.replace("## 举个例子", "刚刚打进去的一句。\n\n## 举个例子"));
            assertThat(phone.getByText("刚刚打进去的一句。")).isVisible();

            text.fill(before.replace("## 举个例子", "**没有关上\n\n## 举个例子"));
            Locator fault = page.getByRole(
                    AriaRole.BUTTON, new Page.GetByRoleOptions().setName(Pattern.compile("^lesson.zh.md 第 \\d+ 行$")));
            assertThat(fault).isVisible();
            fault.click();
            Object marked = text.evaluate("field => field.value.slice(field.selectionStart, field.selectionEnd)");
            assertThat(marked).isEqualTo("**没有关上");

            page.reload();
            assertThat(page.getByLabel(Pattern.compile("^中文课文"))).hasValue(before);
        } finally {
            Chromium.close(page.context());
        }
    }
}
