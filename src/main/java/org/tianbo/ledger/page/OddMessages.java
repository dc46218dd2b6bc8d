package org.tianbo.ledger.page;

import io.quarkus.qute.i18n.MessageBundle;
import org.tianbo.ledger.flag.OddFlag;
import org.tianbo.platform.audit.OddThing;

/** Texts of what is odd. Texts: {@code messages/odd*.properties}. */
@MessageBundle("odd")
public interface OddMessages {

    String title();

    String lead();

    String visits();

    String waiting();

    String decided();

    String kind(OddThing.Kind kind, long measure);

    String happened(String at);

    String look();

    String decision(OddFlag.Decision decision);

    String what();

    String choose();

    String explained();

    String confirmed();

    String dismissed();

    String reason();

    String decide();

    String anotherDecides();

    String lookNow();

    String looking();

    String lastLook(String at);

    String neverLooked();

    String none();
}
