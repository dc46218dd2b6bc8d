package org.tianbo.cohort.page;

import io.quarkus.qute.i18n.Localized;
import io.quarkus.qute.i18n.MessageBundles;
import java.util.Locale;

/** The messages outside a template, for JSON and files. */
final class CohortTexts {

    private CohortTexts() {}

    static CohortMessages in(Locale locale) {
        return Locale.ENGLISH.getLanguage().equals(locale.getLanguage())
                ? MessageBundles.get(CohortMessages.class, Localized.Literal.of("en"))
                : MessageBundles.get(CohortMessages.class);
    }
}
