package org.tianbo.mentoring.page;

import io.quarkus.qute.i18n.MessageBundle;
import org.tianbo.mentoring.rubric.RubricDifference;

/** Texts of the county's rubric among its settings. Texts: {@code messages/rubric*.properties}. */
@MessageBundle("rubric")
public interface RubricMessages {

    String title();

    String lead();

    String past();

    String criterion();

    String ask();

    String weight();

    /** What stands behind the weights. */
    String sum(int now);

    String zeroHint();

    String notScored();

    String weights();

    String words(String title);

    String add();

    String addHint();

    String version(long number);

    String differs(RubricDifference.Kind kind, String title, int before, int after);

    String nameOf();

    String question();

    String level(int level);

    String inEnglish();

    String englishHint();

    String veto();

    String vetoHint();

    String look();
}
