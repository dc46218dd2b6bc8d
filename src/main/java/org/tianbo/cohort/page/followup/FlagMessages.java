package org.tianbo.cohort.page.followup;

import io.quarkus.qute.i18n.MessageBundle;
import org.tianbo.cohort.followup.Flag;

/** Texts of what is odd about visits. Texts: {@code messages/flag*.properties}. */
@MessageBundle("flag")
public interface FlagMessages {

    String title();

    String lead();

    String waiting();

    String decided();

    String kind(Flag.Kind kind, int measure);

    String visit(String name, String day);

    String by(String visitor);

    String other(String name);

    String found(String at);

    String decision(Flag.Decision decision);

    String what();

    String explained();

    String confirmed();

    String dismissed();

    String reason();

    String decide();

    /** In place of the form, for whoever made the visit. */
    String anotherDecides();

    String none();
}
