package org.tianbo.narration;

import java.util.Locale;
import java.util.Optional;

/** What trainers of the county at hand have spoken and published. */
public interface Narrations {

    /** @param lesson its slug */
    Optional<Narration> published(String lesson, Locale locale);
}
