package org.tianbo.cohort.page.search;

import io.quarkus.qute.i18n.Localized;
import io.quarkus.qute.i18n.MessageBundles;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Locale;
import org.tianbo.cohort.Stage;
import org.tianbo.cohort.page.CohortMessages;
import org.tianbo.platform.time.Zones;

/** The texts of lists of people in one language, where no template shows them. */
record PeopleWords(SearchMessages own, CohortMessages ofClasses) {

    static PeopleWords in(Locale locale) {
        Localized language = Localized.Literal.of(locale.getLanguage());
        return Locale.ENGLISH.getLanguage().equals(locale.getLanguage())
                ? new PeopleWords(
                        MessageBundles.get(SearchMessages.class, language),
                        MessageBundles.get(CohortMessages.class, language))
                : new PeopleWords(MessageBundles.get(SearchMessages.class), MessageBundles.get(CohortMessages.class));
    }

    String stage(Stage stage) {
        return ofClasses.stage(stage);
    }

    String yesOrNo(boolean yes) {
        return yes ? own.yes() : own.no();
    }

    static LocalDate day(Instant instant) {
        return LocalDate.ofInstant(instant, Zones.SHANGHAI);
    }
}
