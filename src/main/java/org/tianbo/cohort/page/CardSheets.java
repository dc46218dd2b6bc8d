package org.tianbo.cohort.page;

import io.quarkus.qute.CheckedTemplate;
import io.quarkus.qute.TemplateInstance;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.List;
import org.tianbo.cohort.cards.CardLayout;
import org.tianbo.cohort.cards.CardWords;
import org.tianbo.cohort.cards.PrintedCard;

/** Cards on sheets of A4, with lines to cut along. */
@ApplicationScoped
class CardSheets implements CardLayout {

    @CheckedTemplate
    static class Templates {
        static native TemplateInstance sheets(CardWords words, List<List<PrintedCard>> sheets);
    }

    @Override
    public String xhtml(CardWords words, List<List<PrintedCard>> sheets) {
        return Templates.sheets(words, sheets).render();
    }
}
