package org.tianbo.testsupport.browser;

import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import java.util.List;
import org.tianbo.curriculum.Quiz;

/** A quiz on a phone, answered rightly, question by question, as fingers do. */
public record QuizOnScreen(Page page, Quiz quiz) {

    private static final String SHOWN = "form [data-item]:not([hidden])";

    public int asked() {
        return page.locator("form [data-item]").count();
    }

    /** Which question is shown. */
    public String shown() {
        return page.locator(SHOWN).getAttribute("data-item");
    }

    public void answerAll() {
        for (int left = asked(); left > 0; left--) {
            answer();
        }
    }

    public void answer() {
        Locator item = page.locator(SHOWN);
        Quiz.Item known = item(shown());
        for (String part : known.answers()) {
            switch (known.kind()) {
                case ORDER -> item.locator("button[data-letter='" + part + "']").click();
                case MATCH ->
                    item.locator("[data-letter='" + part.charAt(0) + "'] select")
                            .selectOption(part.substring(1));
                case CHOICE, TRUTH, SPOT ->
                    item.locator("input[value='" + part + "']").check();
            }
        }
        page.locator("form[data-quiz] .thumb button").first().click();
    }

    /** What its answers are made of, in the order they are shown. */
    public static List<String> shape(Quiz.Item item) {
        return List.of(
                item.kind().toString(),
                item.options().size() + " of " + item.targets().size(),
                item.multiple() ? item.answers().size() + " right" : "one right");
    }

    private Quiz.Item item(String id) {
        return quiz.items().stream()
                .filter(item -> item.id().equals(id))
                .findFirst()
                .orElseThrow();
    }
}
